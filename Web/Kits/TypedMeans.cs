using System.Globalization;
using CrisisKits.Domain.Assessments;
using Microsoft.AspNetCore.Http;

namespace CrisisKits.Web.Kits;

/// <summary>What an establishment says that it can put into an exercise, as typed in the address; blank is not said.</summary>
public sealed class TypedMeans(IQueryCollection query)
{
    public const string Hours = "salle";

    /// <summary>Beyond it, a figure is a slip.</summary>
    private const int Most = 1000;

    private const NumberStyles Whole = NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    /// <summary>Names in the address and labels, in the order of <see cref="Means"/>.</summary>
    public static readonly IReadOnlyList<(string Name, string Label)> Fields =
        [("joueurs", "Joueurs"), ("animateurs", "Animateurs"), ("observateurs", "Observateurs"), (Hours, "Salle (heures)"), ("semaines", "Préparation (semaines)")];

    /// <summary>The form was sent, even blank.</summary>
    public bool Sent => Fields.Any(each => query.ContainsKey(each.Name));

    public string? this[string name] => query[name] is [{ } text, ..] && !string.IsNullOrWhiteSpace(text) ? text : null;

    /// <summary>By the name of the field.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Faults =>
    [
        .. Fields.Where(each => this[each.Name] is not null && Number(each.Name) is null)
            .Select(each => KeyValuePair.Create(each.Name, $"{each.Label}\u202F: écrivez un nombre{(each.Name == Hours ? ", par exemple 3 ou 2,5." : " entier, par exemple 8.")}")),
    ];

    public Means ToMeans() => new((int?)Number("joueurs"), (int?)Number("animateurs"), (int?)Number("observateurs"), Number(Hours), (int?)Number("semaines"));

    private decimal? Number(string name) =>
        decimal.TryParse(this[name]?.Replace(',', '.'), name == Hours ? Whole | NumberStyles.AllowDecimalPoint : Whole, CultureInfo.InvariantCulture, out var number) && number <= Most
            ? number
            : null;
}
