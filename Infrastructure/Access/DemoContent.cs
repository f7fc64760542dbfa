using System.Text.RegularExpressions;
using CrisisKits.Domain.Access;
using CrisisKits.Domain.Establishments;
using CrisisKits.Infrastructure.Content;

namespace CrisisKits.Infrastructure.Access;

/// <summary>Somebody to try the program as.</summary>
/// <param name="Token">Sent as <c>Authorization: Bearer</c>; known in Development only.</param>
/// <param name="Person">Fictitious.</param>
/// <param name="Grants">On demonstration establishments and real regions.</param>
public sealed record DemoPerson(string Token, Person Person, Grants Grants);

/// <summary>The fictitious establishments and people of <c>demo/</c>; wrong content stops the program with the list of mistakes.</summary>
public sealed partial class DemoContent
{
    private const string EstablishmentsFile = "demo/establishments.yaml";
    private const string PeopleFile = "demo/people.yaml";

    private static readonly IReadOnlyDictionary<string, EstablishmentKind> Kinds =
        Enum.GetValues<EstablishmentKind>().ToDictionary(kind => kind.Id(), StringComparer.Ordinal);

    private static readonly IReadOnlyDictionary<string, EstablishmentRole> EstablishmentRoles =
        RoleNames.ForEstablishments.ToDictionary(role => role.Id(), StringComparer.Ordinal);

    private static readonly IReadOnlyDictionary<string, AgencyRole> AgencyRoles =
        RoleNames.ForAgencies.ToDictionary(role => role.Id(), StringComparer.Ordinal);

    private static readonly Dictionary<string, bool> Territories = new(StringComparer.Ordinal) { ["region"] = true, ["national"] = false };

    private readonly ContentProblems _problems = new();
    private readonly Dictionary<FinessNumber, Establishment> _establishments = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public DemoContent(ContentFiles files)
    {
        // in file order: a legal entity is known before its sites
        Establishments = [.. StrictYaml.List(files, EstablishmentsFile, _problems).Select(ReadEstablishment).OfType<Establishment>()];
        People = [.. StrictYaml.List(files, PeopleFile, _problems).Select(ReadPerson)];
        _problems.ThrowIfAny();
    }

    /// <summary>Legal entities before their sites.</summary>
    public IReadOnlyList<Establishment> Establishments { get; }

    public IReadOnlyList<DemoPerson> People { get; }

    private Establishment? ReadEstablishment(YamlMap map)
    {
        var kind = map.Choice("kind", Kinds);
        var parent = kind == EstablishmentKind.Site ? KnownFiness(map, "parent") : null;
        if (parent is not null && _establishments[parent].Kind == EstablishmentKind.Site)
            map.Refuse("parent", $"« {parent} » est un site : un site dépend d'une entité juridique");
        var category = map.OptionalWord("category")?.Value;
        if (category is not null && !Category().IsMatch(category))
            map.Refuse("category", $"« {category} » n'est pas une catégorie : trois chiffres");
        var (finess, name, town, postalCode) = (Finess(map, "finess"), map.Text("name"), map.Text("town"), map.OptionalWord("postalCode")?.Value);
        var (commune, isOpen) = (map.Word("commune").Value, map.Flag("open"));
        var department = Department.OfCommune(commune);
        if (department is null && commune.Length > 0)
            map.Refuse("commune", $"« {commune} » n'est pas un code de commune : cinq caractères, d'un département connu");
        map.Close();
        if (finess is null || department is null)
            return null;

        var establishment = new Establishment
        {
            Finess = finess,
            Kind = kind,
            Parent = parent,
            Name = name,
            Category = category,
            Town = town,
            PostalCode = postalCode,
            Commune = commune,
            Department = department,
            IsOpen = isOpen,
        };
        if (!_establishments.TryAdd(finess, establishment))
            map.Refuse("finess", $"« {finess} » est déjà pris : un numéro FINESS ne sert qu'une fois");
        return establishment;
    }

    private DemoPerson ReadPerson(YamlMap map)
    {
        var (token, id) = (map.Id("token").Value, map.Word("id").Value);
        if (id.Length > 0 && !PersonId().IsMatch(id))
            map.Refuse("id", $"« {id} » n'est pas un identifiant de personne : 32 chiffres hexadécimaux en minuscules");
        foreach (var (key, name) in new[] { ("token", token), ("id", id) })
            if (!_names.Add(name))
                map.Refuse(key, $"« {name} » est déjà pris : un jeton et un identifiant ne servent qu'une fois");
        var roles = new Dictionary<FinessNumber, EstablishmentRole>();
        foreach (var grant in Optional(map, "establishments"))
        {
            var role = grant.Choice("role", EstablishmentRoles);
            if (KnownFiness(grant, "finess") is { } finess && !roles.TryAdd(finess, role))
                grant.Refuse("finess", $"« {finess} » est déjà donné à cette personne : un seul rôle par établissement");
            grant.Close();
        }

        var person = new DemoPerson(
            token,
            new(id, map.Text("name"), IsActive: true),
            new(roles, [.. Optional(map, "agencies").Select(ReadAgency).OfType<AgencyGrant>()], map.OptionalFlag("administrator") ?? false));
        map.Close();
        return person;
    }

    private static AgencyGrant? ReadAgency(YamlMap map)
    {
        var (isRegion, role) = (map.Choice("territory", Territories), map.Choice("role", AgencyRoles));
        Territory? territory = new Territory.National();
        if (isRegion)
        {
            var code = map.Word("region").Value;
            territory = Region.Find(code) is { } region ? new Territory.OfRegion(region) : null;
            if (territory is null)
                map.Refuse("region", $"« {code} » n'est pas une région : deux chiffres du code officiel géographique");
        }

        map.Close();
        return territory is null ? null : new(territory, role);
    }

    private static FinessNumber? Finess(YamlMap map, string key)
    {
        var word = map.Word(key).Value;
        var finess = FinessNumber.Parse(word);
        if (word.Length == 0)
            return null;
        if (finess is null)
            map.Refuse(key, $"« {word} » n'est pas un numéro FINESS : neuf caractères");
        else if (finess.LooksMistyped)
            map.Refuse(key, $"« {word} » : la clé (dernier chiffre) n'est pas la bonne");
        return finess;
    }

    private FinessNumber? KnownFiness(YamlMap map, string key)
    {
        if (Finess(map, key) is not { } finess)
            return null;
        if (_establishments.ContainsKey(finess))
            return finess;
        map.Refuse(key, $"« {finess} » n'est pas un établissement écrit plus haut");
        return null;
    }

    private static IReadOnlyList<YamlMap> Optional(YamlMap map, string key) => map.Has(key) ? map.Maps(key) : [];

    [GeneratedRegex(@"\A[0-9]{3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Category();

    [GeneratedRegex(@"\A[0-9a-f]{32}\z", RegexOptions.CultureInvariant)]
    private static partial Regex PersonId();
}
