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

    /// <summary>Before submitting: what is missing, and what would come out.</summary>
    public static string Review(FinessNumber finess, string id) => $"{Assessment(finess, id)}/relecture";

    public static string Result(FinessNumber finess, string id) => $"{Assessment(finess, id)}/resultat";

    /// <summary>The kit of a level, blank or made for the establishment; with an assessment, what to play first.</summary>
    public static string Kit(FinessNumber finess, KitLevel level, string? assessmentId = null) =>
        $"{Dashboard(finess)}/kits/{level.Id()}{(assessmentId is null ? string.Empty : $"?autoevaluation={assessmentId}")}";
}
