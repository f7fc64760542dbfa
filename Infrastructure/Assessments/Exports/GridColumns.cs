using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CrisisKits.Domain.Assessments.Keeping;
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

    private const int LongestTitle = 100;
    private const string Esms = "ESMS";

    /// <summary>The title that says which grid the workbook belongs to, and whose it is.</summary>
    /// <param name="grid">Its version.</param>
    /// <param name="variant">Its wording.</param>
    /// <param name="assessment">Null for the blank workbook, which is nobody's.</param>
    public static string Id(Grid grid, KitVariant variant, Assessment? assessment = null) =>
        $"Identifiant · grille {grid.Version} · {(variant == KitVariant.Esms ? Esms : "hôpital")}{(assessment is null ? string.Empty : $" · FINESS {assessment.Finess.Value}")}";

    /// <summary>The title over the version of each answer, which means something in this assessment only.</summary>
    public static string Version(Assessment assessment) => $"Version · {assessment.Id}";

    /// <summary>What the title of the column of identifiers says; null when it is another column.</summary>
    public static GridOrigin? OriginIn(string title) => title.Length <= LongestTitle && IdTitle().Match(title) is { Success: true } found
        ? new(
            found.Groups["grid"].Value, found.Groups["variant"] is not { Success: true, Value: var variant } ? null : variant.Equals(Esms, StringComparison.OrdinalIgnoreCase) ? KitVariant.Esms : KitVariant.Hospital,
            found.Groups["finess"] is { Success: true, Value: var finess } ? finess : null)
        : null;

    /// <summary>The assessment whose versions the column holds; null when it is another column.</summary>
    public static string? VersionsOf(string title) =>
        title.Length <= LongestTitle && VersionTitle().Match(title) is { Success: true } found ? found.Groups["id"].Value.ToLowerInvariant() : null;

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

    [GeneratedRegex(
        @"\A\s*Identifiant · grille (?<grid>[0-9A-Za-z.-]{1,20})( · (?<variant>ESMS|hôpital)( · FINESS (?<finess>[0-9A-Z]{9}))?)?\s*\z",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex IdTitle();

    [GeneratedRegex(@"\A\s*Version · (?<id>[0-9a-z]{1,32})\s*\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex VersionTitle();

    [GeneratedRegex(@"^[\u0009\u000A\u0020-\u024F\u0300-\u036F\u2019\u202F]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Latin();
}

/// <summary>Where a workbook comes from, as its title says.</summary>
/// <param name="GridVersion">Of the grid.</param>
/// <param name="Variant">The wording that was read; null when somebody shortened the title.</param>
/// <param name="Finess">The establishment; null for a blank workbook, which anyone may have.</param>
internal sealed record GridOrigin(string GridVersion, KitVariant? Variant, string? Finess);
