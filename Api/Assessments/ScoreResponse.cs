using CrisisKits.Api.Kits;
using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Content;

namespace CrisisKits.Api.Assessments;

/// <summary>Le résultat expliqué. Il choisit un kit : « Kit recommandé : débutant. Ce n'est pas une note. » Les pourcentages sont entiers, arrondis vers le bas.</summary>
/// <param name="GridVersion">La grille remplie.</param>
/// <param name="Provisional">Des questions sont sans réponse ; elles sont laissées hors du calcul.</param>
/// <param name="Answered">Les questions qui ont une réponse, « je ne sais pas » et « sans objet » compris.</param>
/// <param name="Total">Les questions de la grille.</param>
/// <param name="Percent">Le score d'ensemble, de 0 à 100.</param>
/// <param name="Range">Le score et le niveau si toutes les questions inconnues ou sans réponse valaient 0, puis 3.</param>
/// <param name="Band">Le niveau selon le seul score.</param>
/// <param name="Level">Le niveau une fois les plafonds appliqués.</param>
/// <param name="Themes">Tous les thèmes de la grille.</param>
/// <param name="Gates">Tous les plafonds atteints, qu'ils abaissent ou non le niveau.</param>
/// <param name="Strengths">Jusqu'à trois questions, parmi les mieux tenues.</param>
/// <param name="Weakest">Jusqu'à trois questions, parmi les moins bien tenues.</param>
/// <param name="NextLevel">Le moins de marches jusqu'au niveau juste au-dessus ; null pour un résultat provisoire ou au plus haut niveau.</param>
/// <param name="Recommendations">Une action pour chaque réponse 0 ou 1 et chaque « je ne sais pas », la plus utile en tête.</param>
/// <param name="Feasibility">Si le kit peut être joué avec les moyens donnés ; null quand aucun ne l'est.</param>
/// <param name="Kit">Le kit recommandé ; null tant que les réponses qui manquent peuvent mener à plusieurs niveaux.</param>
/// <param name="TooEarly">Alors, ce qu'on peut en dire : « de débutant à confirmé selon les réponses qui manquent » ; sinon null.</param>
public record ScoreResponse(
    string GridVersion,
    bool Provisional,
    int Answered,
    int Total,
    int Percent,
    RangeResponse Range,
    KitLevel Band,
    KitLevel Level,
    IReadOnlyList<ThemeScoreResponse> Themes,
    IReadOnlyList<FiredGateResponse> Gates,
    IReadOnlyList<string> Strengths,
    IReadOnlyList<string> Weakest,
    NextLevelResponse? NextLevel,
    IReadOnlyList<RecommendationResponse> Recommendations,
    FeasibilityResponse? Feasibility,
    KitPointer? Kit,
    string? TooEarly)
{
    public static ScoreResponse Of(Score score, Feasibility? feasibility, KitPointer kit) => new(
        score.GridVersion,
        score.Provisional,
        score.Answered,
        score.Total,
        score.Overall.Percent,
        new(score.Range.Low.Percent, score.Range.High.Percent, score.Range.LowLevel, score.Range.HighLevel),
        score.Band,
        score.Level,
        [.. score.Themes.Select(theme => new ThemeScoreResponse(theme.Theme.Id, theme.Theme.Title, theme.Applicable, theme.Value?.Percent))],
        [.. score.Gates.Select(FiredGateResponse.Of)],
        [.. score.Strengths.Select(question => question.Id)],
        [.. score.Weakest.Select(question => question.Id)],
        score.NextLevel is { } next
            ? new(next.Level, [.. next.Steps.Select(step => new StepResponse(step.Question.Id, step.From, step.To))])
            : null,
        [.. score.Recommendations.Select(RecommendationResponse.Of)],
        feasibility is null ? null : new(feasibility.Fits, [.. feasibility.Reasons.Select(FrenchTypography.Apply)]),
        score.IsSettled ? kit : null,
        score.StillOpen is { } open ? FrenchTypography.Apply(open) : null);
}

/// <summary>Le score et le niveau, plafonds appliqués, aux deux bouts.</summary>
/// <param name="Low">Le pourcentage entier, toutes les questions inconnues ou sans réponse à 0.</param>
/// <param name="High">Le pourcentage entier, toutes les questions inconnues ou sans réponse à 3.</param>
/// <param name="LowLevel">Le niveau au bout le plus bas.</param>
/// <param name="HighLevel">Le niveau au bout le plus haut.</param>
public sealed record RangeResponse(int Low, int High, KitLevel LowLevel, KitLevel HighLevel);

/// <summary>Un thème du résultat.</summary>
/// <param name="Id">Le thème.</param>
/// <param name="Title">En français.</param>
/// <param name="Applicable">Faux seulement quand toutes ses questions sont « sans objet ».</param>
/// <param name="Percent">Null quand il est sans objet ou encore sans réponse.</param>
public sealed record ThemeScoreResponse(string Id, string Title, bool Applicable, int? Percent);

/// <summary>Un plafond atteint.</summary>
/// <param name="Id">Le plafond.</param>
/// <param name="Cap">Le plus haut niveau qu'il laisse.</param>
/// <param name="Message">Pourquoi, en français.</param>
/// <param name="HowToLift">Ce qui le lève, en français.</param>
/// <param name="QuestionIds">Les questions sur lesquelles il repose.</param>
public sealed record FiredGateResponse(string Id, KitLevel Cap, string Message, string HowToLift, IReadOnlyList<string> QuestionIds)
{
    public static FiredGateResponse Of(Gate gate) => new(
        gate.Id, gate.Cap, gate.Message, gate.HowToLift, [.. gate.When.Select(condition => condition.QuestionId)]);
}

/// <summary>Ce qui ferait monter d'un niveau.</summary>
/// <param name="Level">Le niveau juste au-dessus ; les marches y mènent, ou plus haut.</param>
/// <param name="Steps">D'abord ce qui est à vérifier, puis ce qui fait gagner le plus.</param>
public sealed record NextLevelResponse(KitLevel Level, IReadOnlyList<StepResponse> Steps);

/// <summary>Une réponse relevée.</summary>
/// <param name="QuestionId">La question.</param>
/// <param name="From">Son option aujourd'hui ; null pour « je ne sais pas ».</param>
/// <param name="To">L'option à atteindre.</param>
public sealed record StepResponse(string QuestionId, int? From, int To);

/// <summary>Une action proposée.</summary>
/// <param name="QuestionId">La question qu'elle améliore.</param>
/// <param name="Why">Ce qu'elle change le jour venu.</param>
/// <param name="How">Ce qu'il y a à faire.</param>
/// <param name="Effort">Le travail que cela demande.</param>
/// <param name="Who">Qui s'en charge.</param>
public sealed record RecommendationResponse(string QuestionId, string Why, string How, Effort Effort, string Who)
{
    public static RecommendationResponse Of(RecommendedAction action) => new(
        action.Question.Id, action.Recommendation.Why, action.Recommendation.How, action.Recommendation.Effort, action.Recommendation.Who);
}

/// <summary>Si le kit recommandé, dans la variante demandée, peut être joué avec les moyens de l'établissement.</summary>
/// <param name="Fits">Tout a été renseigné, et atteint le minimum du kit. Ce qui n'est pas renseigné n'est jamais tenu pour acquis.</param>
/// <param name="Reasons">En français : ce qui manque, ce qui n'est pas renseigné, puis ce qu'on peut y faire.</param>
public sealed record FeasibilityResponse(bool Fits, IReadOnlyList<string> Reasons);

/// <summary>Le kit recommandé.</summary>
/// <param name="Version">La version des kits.</param>
/// <param name="Level">Le niveau une fois les plafonds appliqués.</param>
/// <param name="Href">Où le lire, dans la variante demandée.</param>
public sealed record KitPointer(string Version, KitLevel Level, string Href)
{
    public static KitPointer Of(string version, KitLevel level, KitVariant variant) =>
        new(version, level, KitAddresses.Of(version, level) + KitAddresses.Query(variant));
}
