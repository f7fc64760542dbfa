using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;

namespace CrisisKits.Infrastructure.Assessments.Exports;

/// <summary>What the columns of the fillable workbook are called: how it is read back, whatever their order.</summary>
internal static partial class GridColumns
{
    public const string Sheet = "Réponses";
    public const string Answer = "Réponse";
    public const string Reason = "Motif du «\u202Fsans objet\u202F»";
    public const string Comment = "Commentaire";
    public const string Evidence = "Preuve (où la trouver)";

    /// <summary>Only where answers were carried over from the former assessment.</summary>
    public const string ToConfirm = "À confirmer";

    /// <summary>The one title that says which grid the workbook belongs to.</summary>
    public static string Id(Grid grid, KitVariant variant) => $"Identifiant · grille {grid.Version} · {(variant == KitVariant.Esms ? "ESMS" : "hôpital")}";

    /// <summary>The version in the title of the column of identifiers; null when it is another column.</summary>
    public static string? VersionIn(string title) => IdTitle().Match(title) is { Success: true } found ? found.Groups["version"].Value : null;

    /// <summary>
    /// Words as people mean them: without accents, capitals, spaces and the stops of abbreviations. Empty when anything else stands there, or too
    /// much: such a text is none of ours.
    /// </summary>
    public static string Folded(string text)
    {
        const int most = 60;
        if (text.Length > most || !Latin().IsMatch(text))
            return string.Empty;
        var letters = text.Normalize(NormalizationForm.FormD).Where(each => char.IsAsciiLetterOrDigit(each) || each is '?' or '!' or '+' or '-');
        return string.Concat(letters).ToLower(CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^\s*Identifiant\b.*\bgrille\s+(?<version>[0-9A-Za-z.-]{1,20})", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex IdTitle();

    [GeneratedRegex(@"^[\u0009\u000A\u0020-\u024F\u0300-\u036F\u2019\u202F]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Latin();
}
