using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Assessments.Drafts;
using CrisisKits.Infrastructure.Assessments.Results;

namespace CrisisKits.Api.Assessments.Keeping;

/// <summary>Le résultat d'une autoévaluation validée : les chiffres enregistrés ce jour-là, expliqués dans la grille d'alors.</summary>
public sealed record ResultResponse : ScoreResponse
{
    private ResultResponse(ScoreResponse explained, ExplainedResult result)
        : base(explained)
    {
        var assessment = result.Sheet.Sheet.Assessment;
        AssessmentId = assessment.Id;
        Finess = assessment.Finess.Value;
        SubmittedAt = assessment.Submitted!.At.UtcDateTime;
        SubmittedBy = result.Sheet.Names[assessment.Submitted.By];
        ChosenKit = KitPointer.Of(result.Stored.KitVersion, result.Stored.ChosenLevel, assessment.Variant);
        Reason = result.Stored.Reason;
        Sharing = new(assessment.ShareDetail);
    }

    /// <summary>L'autoévaluation.</summary>
    public string AssessmentId { get; }

    /// <summary>Le numéro de l'établissement, sans espaces.</summary>
    public string Finess { get; }

    /// <summary>En temps universel.</summary>
    public DateTime SubmittedAt { get; }

    /// <summary>Le nom de la personne qui a validé.</summary>
    public string SubmittedBy { get; }

    /// <summary>Le kit que l'établissement jouera.</summary>
    public KitPointer ChosenKit { get; }

    /// <summary>Pourquoi ce kit ; jamais null s'il est au-dessus du kit recommandé.</summary>
    public string? Reason { get; }

    /// <summary>Ce que l'agence peut lire.</summary>
    public SharingResponse Sharing { get; }

    /// <summary>What was stored is what is shown; only words, and what was never stored, are made again.</summary>
    public static ResultResponse Of(ExplainedResult result)
    {
        var (stored, grid) = (result.Stored, result.Grid);
        var range = stored.Range;
        var kit = KitPointer.Of(stored.KitVersion, stored.Level, result.Sheet.Sheet.Assessment.Variant);
        return new(
            ScoreResponse.Of(result.Score, null, kit) with
            {
                Answered = stored.Answered,
                Percent = stored.Overall.Percent,
                Range = new(range.LowPercent, range.HighPercent, range.LowLevel, range.HighLevel),
                Band = stored.Band,
                Level = stored.Level,
                Themes = [.. stored.Themes.Select(theme => new ThemeScoreResponse(
                    theme.ThemeId, grid.Themes.First(each => each.Id == theme.ThemeId).Title, theme.Applicable, theme.Value?.Percent))],
                Gates = [.. stored.GateIds.Select(id => FiredGateResponse.Of(grid.Gates.First(gate => gate.Id == id)))],
            },
            result);
    }
}

/// <summary>Le résultat qu'aurait un brouillon, dans la forme de celui de « scores ».</summary>
public sealed record PreviewResponse : ScoreResponse
{
    private PreviewResponse(ScoreResponse score, int toConfirm)
        : base(score) => ToConfirm = toConfirm;

    /// <summary>Les réponses reprises de l'autoévaluation précédente et pas encore confirmées : tant qu'il y en a, le résultat est provisoire.</summary>
    public int ToConfirm { get; }

    public static PreviewResponse Of(PreviewedResult preview, string kitVersion)
    {
        var score = ScoreResponse.Of(preview.Score, null, KitPointer.Of(kitVersion, preview.Score.Level, preview.Assessment.Variant));
        return new(preview.ToConfirm == 0 ? score : score with { Provisional = true, NextLevel = null }, preview.ToConfirm);
    }
}

/// <summary>Deux résultats du même établissement, thème par thème.</summary>
/// <param name="Then">Celui d'avant.</param>
/// <param name="Now">Celui-ci.</param>
/// <param name="Overall">Le score d'ensemble.</param>
/// <param name="Themes">Dans l'ordre de la grille d'aujourd'hui, puis les thèmes qu'elle n'a plus.</param>
public sealed record ComparisonResponse(ComparedResponse Then, ComparedResponse Now, ChangeResponse Overall, IReadOnlyList<ThemeChangeResponse> Themes)
{
    public static ComparisonResponse Of(ComparedResults compared)
    {
        var titles = compared.Former.Grid.Themes.Concat(compared.Latter.Grid.Themes)
            .GroupBy(theme => theme.Id, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Last().Title, StringComparer.Ordinal);
        return new(
            ComparedResponse.Of(compared.Then, compared.Former.Result), ComparedResponse.Of(compared.Now, compared.Latter.Result),
            ChangeResponse.Of(compared.Comparison.Overall),
            [.. compared.Comparison.Themes.Select(theme => new ThemeChangeResponse(theme.ThemeId, titles[theme.ThemeId], ChangeResponse.Of(theme.Change)))]);
    }
}

/// <summary>Un résultat comparé.</summary>
/// <param name="Id">L'autoévaluation.</param>
/// <param name="GridVersion">Sa grille.</param>
/// <param name="SubmittedAt">En temps universel.</param>
/// <param name="Level">Le niveau recommandé.</param>
public sealed record ComparedResponse(string Id, string GridVersion, DateTime SubmittedAt, KitLevel Level)
{
    public static ComparedResponse Of(Assessment assessment, SubmittedResult result) =>
        new(assessment.Id, assessment.GridVersion, assessment.Submitted!.At.UtcDateTime, result.Level);
}

/// <summary>Un pourcentage d'une fois à l'autre.</summary>
/// <param name="Then">Entier, arrondi vers le bas ; null s'il n'y en avait pas.</param>
/// <param name="Now">Entier, arrondi vers le bas ; null s'il n'y en a pas.</param>
/// <param name="Difference">Null quand les deux ne se comparent pas.</param>
/// <param name="Why">Pourquoi ils ne se comparent pas ; null quand ils se comparent.</param>
public sealed record ChangeResponse(int? Then, int? Now, int? Difference, Incomparable? Why)
{
    public static ChangeResponse Of(Change change) => new(change.Then, change.Now, change.Difference, change.Why);
}

/// <summary>Un thème d'une fois à l'autre.</summary>
/// <param name="Id">Le thème.</param>
/// <param name="Title">En français.</param>
/// <param name="Change">Son pourcentage.</param>
public sealed record ThemeChangeResponse(string Id, string Title, ChangeResponse Change);
