using CrisisKits.Domain.Establishments;
using CrisisKits.Domain.Kits;

namespace CrisisKits.Web.Shared;

/// <summary>Where the pages of an establishment stand. Addresses are French words, and last.</summary>
public static class PageAddresses
{
    public const string Establishments = "/etablissements";

    public static string Dashboard(FinessNumber finess) => $"{Establishments}/{finess.Value}";

    /// <summary>The plan of an assessment: its themes and how far each is.</summary>
    public static string Assessment(FinessNumber finess, string id) => $"{Dashboard(finess)}/autoevaluations/{id}";

    public static string Theme(FinessNumber finess, string id, string themeId) => $"{Assessment(finess, id)}/themes/{themeId}";

    /// <summary>One question of a theme's page.</summary>
    public static string Question(FinessNumber finess, string id, string themeId, string questionId) => $"{Theme(finess, id, themeId)}#{questionId}";

    /// <summary>Where a workbook filled in a meeting is taken in.</summary>
    public static string Import(FinessNumber finess, string id) => $"{Assessment(finess, id)}/import";

    /// <summary>Where a draft is thrown away, once asked whether that is meant.</summary>
    public static string Discard(FinessNumber finess, string id) => $"{Assessment(finess, id)}/abandon";

    /// <summary>The grid with the answers given so far, to go on in a workbook. A file of the API: the session cookie is enough to read it.</summary>
    public static string Workbook(FinessNumber finess, string id) => $"/api/v1/establishments/{finess.Value}/assessments/{id}/grid.xlsx";

    /// <summary>The blank grid, as a file of the API.</summary>
    /// <param name="version">Of the grid.</param>
    /// <param name="variant">Its wording.</param>
    /// <param name="extension"><c>pdf</c> to print, <c>xlsx</c> to fill in.</param>
    public static string BlankGrid(string version, KitVariant variant, string extension) =>
        $"/api/v1/grids/{version}.{extension}{(variant == KitVariant.Esms ? "?variant=esms" : string.Empty)}";

    /// <summary>Before submitting: what is missing, and what would come out.</summary>
    public static string Review(FinessNumber finess, string id) => $"{Assessment(finess, id)}/relecture";

    public static string Result(FinessNumber finess, string id) => $"{Assessment(finess, id)}/resultat";

    /// <summary>The kit of a level, blank or made for the establishment; with an assessment, what to play first.</summary>
    public static string Kit(FinessNumber finess, KitLevel level, string? assessmentId = null) =>
        $"{Dashboard(finess)}/kits/{level.Id()}{(assessmentId is null ? string.Empty : $"?autoevaluation={assessmentId}")}";
}
