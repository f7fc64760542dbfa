using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;

namespace CrisisKits.Api.Grids;

/// <summary>A published grid, in the list.</summary>
/// <param name="Version">Such as 2026.1; never reused.</param>
/// <param name="Title">In French.</param>
/// <param name="Current">True for the one new assessments use.</param>
/// <param name="Href">Where to read it whole.</param>
public sealed record GridSummary(string Version, string Title, bool Current, string Href)
{
    public static GridSummary Of(Grid grid, Grid current) => new(grid.Version, grid.Title, grid == current, $"/api/v1/grids/{grid.Version}");
}

/// <summary>A whole grid. Texts are French; identifiers are stable within a version and never reused.</summary>
/// <param name="Version">Such as 2026.1.</param>
/// <param name="Bands">Levels and the whole percentage that reaches them, ascending from 0.</param>
/// <param name="Themes">In the order they are asked.</param>
/// <param name="Gates">What caps the level whatever the score.</param>
public sealed record GridResponse(
    string Version, IReadOnlyList<BandResponse> Bands, IReadOnlyList<ThemeResponse> Themes, IReadOnlyList<GateResponse> Gates)
{
    public static GridResponse Of(Grid grid) => new(
        grid.Version,
        [.. grid.Bands.Select(band => new BandResponse(band.Level, band.From))],
        [.. grid.Themes.Select(theme => new ThemeResponse(theme.Id, theme.Title, theme.Weight, [.. theme.Questions.Select(QuestionResponse.Of)]))],
        [.. grid.Gates.Select(gate => new GateResponse(gate.Id, gate.Cap, gate.Message,
            [.. gate.When.Select(condition => new GateConditionResponse(condition.QuestionId, condition.AtMost))]))]);
}

/// <summary>A level by score alone.</summary>
/// <param name="Level">The level.</param>
/// <param name="From">Lowest whole percentage, 0 to 100.</param>
public sealed record BandResponse(KitLevel Level, int From);

/// <summary>A theme.</summary>
/// <param name="Id">Stable.</param>
/// <param name="Title">In French.</param>
/// <param name="Weight">Weight in the overall score.</param>
/// <param name="Questions">In the order they are asked.</param>
public sealed record ThemeResponse(string Id, string Title, int Weight, IReadOnlyList<QuestionResponse> Questions);

/// <summary>A question with its four descriptors.</summary>
/// <param name="Id">Stable; answers name it.</param>
/// <param name="Text">The question.</param>
/// <param name="Why">Why it matters on the day.</param>
/// <param name="Help">How to choose between descriptors.</param>
/// <param name="AskWhom">Who in the establishment knows.</param>
/// <param name="Evidence">Examples of what can be shown.</param>
/// <param name="Perspective">Whether it is for those who decide or those who operate.</param>
/// <param name="Weight">Weight in its theme, 1 to 3.</param>
/// <param name="AllowsNotApplicable">Whether « sans objet » is accepted, with a reason.</param>
/// <param name="Options">Four descriptors, 0 to 3 points.</param>
/// <param name="Sources">What inspired the question.</param>
/// <param name="Esms">Wording for social and medico-social structures where it differs.</param>
public sealed record QuestionResponse(
    string Id,
    string Text,
    string Why,
    string Help,
    string AskWhom,
    string Evidence,
    Perspective Perspective,
    int Weight,
    bool AllowsNotApplicable,
    IReadOnlyList<OptionResponse> Options,
    IReadOnlyList<string> Sources,
    EsmsResponse? Esms)
{
    public static QuestionResponse Of(Question question) => new(
        question.Id,
        question.Text,
        question.Why,
        question.Help,
        question.AskWhom,
        question.Evidence,
        question.Perspective,
        question.Weight,
        question.AllowsNotApplicable,
        OptionResponse.Of(question.Options),
        question.Sources,
        question.Esms is { } esms ? new(esms.Text, esms.Help, OptionResponse.Of(esms.Options)) : null);
}

/// <summary>A descriptor.</summary>
/// <param name="Value">Points, 0 to 3.</param>
/// <param name="Label">What can be shown at this level.</param>
public sealed record OptionResponse(int Value, string Label)
{
    public static IReadOnlyList<OptionResponse> Of(IReadOnlyList<AnswerOption> options) =>
        [.. options.Select(option => new OptionResponse(option.Value, option.Label))];
}

/// <summary>The question as put to a social or medico-social structure; the scale is the same.</summary>
/// <param name="Text">The question.</param>
/// <param name="Help">How to choose between descriptors.</param>
/// <param name="Options">Four descriptors, 0 to 3 points.</param>
public sealed record EsmsResponse(string Text, string Help, IReadOnlyList<OptionResponse> Options);

/// <summary>A rule that caps the level when all its conditions hold.</summary>
/// <param name="Id">Stable.</param>
/// <param name="Cap">The highest level left.</param>
/// <param name="Message">Why, in French.</param>
/// <param name="When">At least one condition; all must hold.</param>
public sealed record GateResponse(string Id, KitLevel Cap, string Message, IReadOnlyList<GateConditionResponse> When);

/// <summary>Holds when the question is answered with at most so many points; « je ne sais pas » is 0, no answer never holds.</summary>
/// <param name="QuestionId">The question.</param>
/// <param name="AtMost">Points, 0 to 2.</param>
public sealed record GateConditionResponse(string QuestionId, int AtMost);
