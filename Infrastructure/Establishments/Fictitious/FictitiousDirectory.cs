using System.Globalization;
using CrisisKits.Domain.Establishments;

namespace CrisisKits.Infrastructure.Establishments.Fictitious;

/// <summary>
/// Establishments that cannot be taken for real ones: numbers in 96, which is no department's, with a right key; communes in 9 hundred and some, which no
/// department has; names that end by « (fictif) ». Each is made from its position and a seed alone, so that none needs to be kept.
/// </summary>
internal sealed class FictitiousDirectory(int seed)
{
    /// <summary>Above the two digits of a department and below the key, there are six.</summary>
    public const int Most = 900_000;
    public const string Prefix = "96";

    /// <summary>One legal entity, then three sites.</summary>
    private const int FamilySize = 4;

    private static readonly (string Category, string Name, bool Feminine)[] Kinds =
    [
        ("355", "Centre hospitalier", false), ("500", "EHPAD", false), ("500", "Résidence médicalisée", true), ("365", "Clinique", true),
        ("106", "Hôpital de proximité", false), ("183", "Institut médico-éducatif", false), ("255", "Maison d'accueil spécialisée", true),
        ("354", "Service de soins à domicile", false), ("292", "Centre de santé mentale", false), ("127", "Hospitalisation à domicile", true),
        ("101", "Centre hospitalier régional", false), ("362", "Unité de soins de longue durée", true),
    ];

    private static readonly string[] Beginnings = ["Brume", "Songe", "Feuille", "Rive", "Lande", "Givre", "Bruyère", "Ronce", "Mirage", "Silex", "Galet", "Tourbe"];
    private static readonly string[] Endings = ["val", "lac", "mare", "combe", "sente", "roche", "ville", "source"];
    private static readonly string[] Surroundings = ["sur-Rêve", "les-Nuées", "aux-Merles", "la-Lointaine", "en-Songe", "sous-Lune", "le-Feint", "d'Encre"];
    private static readonly Department[] Departments = [.. Department.All.OrderBy(department => department.Code, StringComparer.Ordinal)];

    public Establishment At(int position)
    {
        var head = position - position % FamilySize;
        var random = RandomAt(position);
        // a site in eleven is away from its legal entity
        var place = random.Next(11) == 0 ? random : RandomAt(head);
        var department = Departments[place.Next(Departments.Length)];
        var commune = department.Code.Length == 2 ? $"{department.Code}9{Digits(place.Next(10, 99))}" : $"{department.Code}9{place.Next(1, 9)}";
        var town = $"{Pick(place, Beginnings)}{Pick(place, Endings)}-{Pick(place, Surroundings)}";
        var (category, name, feminine) = Kinds[(int)(Kinds.Length * Math.Pow(random.NextDouble(), 1.5))];
        return new()
        {
            Finess = NumberAt(position),
            Kind = position == head ? EstablishmentKind.LegalEntity : EstablishmentKind.Site,
            Parent = position == head ? null : NumberAt(head),
            Name = $"{name} de {town} ({(feminine ? "fictive" : "fictif")})",
            Category = position == head ? null : category,
            Town = town,
            PostalCode = department.Code is ['2', 'A' or 'B'] ? "20999" : department.Code.Length == 2 ? $"{department.Code}999" : $"{department.Code}99",
            Commune = commune,
            Department = department,
            IsOpen = random.Next(100) != 0,
        };
    }

    /// <summary>How ready it is, from 0 to 1, before any exercise: hospitals are ahead.</summary>
    public double MaturityAt(int position)
    {
        var random = RandomAt(position + Most);
        return 0.15 + 0.55 * (random.NextDouble() + random.NextDouble()) / 2 + (At(position).Variant == Domain.Kits.KitVariant.Hospital ? 0.12 : 0);
    }

    private Random RandomAt(int position) => new(HashOf(seed, position));

    /// <summary>Not <see cref="HashCode"/>, which differs from one process to the next.</summary>
    internal static int HashOf(int first, int second) => unchecked((first * 486_187_739 + second) * 16_777_619);

    private static FinessNumber NumberAt(int position)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{position:D6}");
        return Enumerable.Range(0, 10).Select(key => FinessNumber.Parse(string.Create(CultureInfo.InvariantCulture, $"{digits}{key}"))!).First(number => !number.LooksMistyped);
    }

    private static string Pick(Random random, string[] words) => words[random.Next(words.Length)];

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
