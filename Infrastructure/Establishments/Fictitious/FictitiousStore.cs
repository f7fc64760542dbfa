using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Assessments.Answers;
using CrisisKits.Infrastructure.Assessments.Results;
using CrisisKits.Infrastructure.Sql;

namespace CrisisKits.Infrastructure.Establishments.Fictitious;

/// <summary>Writes whole assessments by the thousand, by the statements that write real ones.</summary>
internal sealed class FictitiousStore(SqlSession session)
{
    private static readonly SqlText AddSubmitted = SqlText.Of<FictitiousStore>("AddSubmitted");
    private static readonly SqlText AddResult = SqlText.Of<ResultStore>("AddResult");
    private static readonly SqlText AddTheme = SqlText.Of<ResultStore>("AddTheme");
    private static readonly SqlText AddGate = SqlText.Of<ResultStore>("AddGate");
    private static readonly SqlText AddAnswer = SqlText.Of<AnswerStore>("AddAnswer");

    public async Task AddManyAsync(IReadOnlyCollection<FictitiousAssessment> made, bool withAnswers)
    {
        await session.ExecuteRowsAsync(AddSubmitted, made.Select(each => Values(each.Assessment)));
        await session.ExecuteRowsAsync(AddResult, made.Select(each => Values(each.Assessment.Id, each.Result)));
        await session.ExecuteRowsAsync(AddTheme, made.SelectMany(each => each.Result.Themes.Select((theme, position) => Values(each.Assessment.Id, theme, position))));
        await session.ExecuteRowsAsync(AddGate, made.SelectMany(each => each.Result.GateIds.Select((gate, position) => new object?[] { each.Assessment.Id, gate, position })));
        if (withAnswers)
            // in the order of their key, as everything else
            await session.ExecuteRowsAsync(AddAnswer, made.SelectMany(each => each.Answers.OrderBy(answer => answer.QuestionId, StringComparer.Ordinal).Select(answer => Values(each.Assessment.Id, answer))));
    }

    private static object?[] Values(Assessment assessment) =>
    [
        assessment.Id, assessment.Finess.Value, assessment.GridVersion, assessment.Variant.Id(), assessment.ShareDetail, assessment.Created.By,
        SqlTypes.TextOf(assessment.Created.At), SqlTypes.TextOf(assessment.Submitted!.At),
    ];

    private static object?[] Values(string id, SubmittedResult result) =>
    [
        id, result.Overall.Numerator, result.Overall.Denominator, result.Overall.Percent, result.Range.LowPercent, result.Range.HighPercent, result.Band.Id(),
        result.Level.Id(), result.Range.LowLevel.Id(), result.Range.HighLevel.Id(), result.KitVersion, result.ChosenLevel.Id(), result.Reason, result.Answered,
    ];

    private static object?[] Values(string id, ThemeResult theme, int position) =>
        [id, theme.ThemeId, position, theme.Applicable, theme.Possible, theme.Value?.Numerator, theme.Value?.Denominator, theme.Value?.Percent];

    private static object?[] Values(string id, KeptAnswer kept)
    {
        var answer = kept.Given!.Answer;
        return
        [
            id, kept.QuestionId, answer switch { Chosen => "option", DontKnow => "dont-know", _ => "not-applicable" }, (answer as Chosen)?.Option,
            (answer as NotApplicable)?.Reason, kept.Given.Comment, kept.Given.Evidence, kept.Version, kept.ToConfirm, kept.Answered.By, SqlTypes.TextOf(kept.Answered.At),
        ];
    }
}
