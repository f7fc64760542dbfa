using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Content;

namespace CrisisKits.Api.Assessments;

/// <summary>The explained result. It chooses a kit: « Kit recommandé : débutant. Ce n'est pas une note. » Percentages are whole, rounded down.</summary>
/// <param name="GridVersion">The grid that was answered.</param>
/// <param name="Provisional">Some question is unanswered; those are left out of the sums.</param>
/// <param name="Answered">Questions answered, « je ne sais pas » and « sans objet » included.</param>
/// <param name="Total">Questions of the grid.</param>
/// <param name="Percent">Overall score, 0 to 100.</param>
/// <param name="Range">The score and level if every unknown or unanswered question were at 0, then at 3.</param>
/// <param name="Band">The level by score alone.</param>
/// <param name="Level">The level after gates.</param>
/// <param name="Themes">All themes of the grid.</param>
/// <param name="Gates">Every gate that fires, whether or not it lowers the band.</param>
/// <param name="Strengths">Up to three questions answered best.</param>
/// <param name="Weakest">Up to three questions answered worst.</param>
/// <param name="NextLevel">The fewest steps to the level just above; null for a provisional or an advanced result.</param>
/// <param name="Recommendations">An action for each answer of 0 or 1 and each « je ne sais pas », the most useful first.</param>
/// <param name="Feasibility">Whether the kit can be played with what was said; null when nothing was.</param>
/// <param name="Kit">The recommended kit.</param>
public sealed record ScoreResponse(
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
    KitPointer Kit)
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
        [.. score.Gates.Select(gate => new FiredGateResponse(
            gate.Id, gate.Cap, gate.Message, gate.HowToLift, [.. gate.When.Select(condition => condition.QuestionId)]))],
        [.. score.Strengths.Select(question => question.Id)],
        [.. score.Weakest.Select(question => question.Id)],
        score.NextLevel is { } next
            ? new(next.Level, [.. next.Steps.Select(step => new StepResponse(step.Question.Id, step.From, step.To))])
            : null,
        [.. score.Recommendations.Select(RecommendationResponse.Of)],
        feasibility is null ? null : new(feasibility.Fits, [.. feasibility.Reasons.Select(FrenchTypography.Apply)]),
        kit);
}

/// <summary>The score and the level after gates at both ends.</summary>
/// <param name="Low">Whole percentage with every unknown or unanswered question at 0.</param>
/// <param name="High">Whole percentage with every unknown or unanswered question at 3.</param>
/// <param name="LowLevel">Level at the low end.</param>
/// <param name="HighLevel">Level at the high end.</param>
public sealed record RangeResponse(int Low, int High, KitLevel LowLevel, KitLevel HighLevel);

/// <summary>A theme of the result.</summary>
/// <param name="Id">The theme.</param>
/// <param name="Title">In French.</param>
/// <param name="Applicable">False only when all its questions are « sans objet ».</param>
/// <param name="Percent">Null when not applicable or not answered yet.</param>
public sealed record ThemeScoreResponse(string Id, string Title, bool Applicable, int? Percent);

/// <summary>A gate that fires.</summary>
/// <param name="Id">The gate.</param>
/// <param name="Cap">The highest level it leaves.</param>
/// <param name="Message">Why, in French.</param>
/// <param name="HowToLift">What lifts it, in French.</param>
/// <param name="QuestionIds">The questions it rests on.</param>
public sealed record FiredGateResponse(string Id, KitLevel Cap, string Message, string HowToLift, IReadOnlyList<string> QuestionIds);

/// <summary>What would move up one level.</summary>
/// <param name="Level">The level just above; the steps reach it or higher.</param>
/// <param name="Steps">What to verify first, then what gains most.</param>
public sealed record NextLevelResponse(KitLevel Level, IReadOnlyList<StepResponse> Steps);

/// <summary>One answer raised.</summary>
/// <param name="QuestionId">The question.</param>
/// <param name="From">Its option today; null for « je ne sais pas ».</param>
/// <param name="To">The option to reach.</param>
public sealed record StepResponse(string QuestionId, int? From, int To);

/// <summary>A proposed action.</summary>
/// <param name="QuestionId">The question it improves.</param>
/// <param name="Why">What it changes on the day.</param>
/// <param name="How">What to do.</param>
/// <param name="Effort">How much work it is.</param>
/// <param name="Who">Who does it.</param>
public sealed record RecommendationResponse(string QuestionId, string Why, string How, Effort Effort, string Who)
{
    public static RecommendationResponse Of(RecommendedAction action) => new(
        action.Question.Id, action.Recommendation.Why, action.Recommendation.How, action.Recommendation.Effort, action.Recommendation.Who);
}

/// <summary>Whether the recommended kit can be played with what the establishment has.</summary>
/// <param name="Fits">Everything that was said meets the kit's minimum.</param>
/// <param name="Reasons">In French: each thing that is short, then what to do about it.</param>
public sealed record FeasibilityResponse(bool Fits, IReadOnlyList<string> Reasons);

/// <summary>The recommended kit.</summary>
/// <param name="Version">Version of the kits.</param>
/// <param name="Level">The level after gates.</param>
/// <param name="Href">Where to read it.</param>
public sealed record KitPointer(string Version, KitLevel Level, string Href);
