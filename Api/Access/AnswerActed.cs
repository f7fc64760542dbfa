using CrisisKits.Api.Http.Failures;
using CrisisKits.Domain.Access;
using CrisisKits.Domain.Assessments;
using CrisisKits.Infrastructure.Access;

namespace CrisisKits.Api.Access;

/// <summary>Says over HTTP what an act came to.</summary>
internal static class AnswerActed
{
    public static IResult Answer<T>(this Acted<T> acted, Func<T, IResult> answer)
        where T : class => acted switch
        {
            { Value: { } value } => answer(value),
            { Denied: { } denied } => new ProblemResult(Problem.Of(
                denied.Verdict == Verdict.Forbidden ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound, denied.Code, denied.Message)),
            _ => new ProblemResult(Problem.Of(StatusOf(acted.Refusals[0].Code), [.. acted.Refusals.Select(Placed)])),
        };

    /// <summary>A rule that says no is a 422, unless what it says is that the address names nothing, or that it is too late.</summary>
    private static int StatusOf(string code) => code switch
    {
        "unknown-question" or "unknown-theme" or "not-answered" => StatusCodes.Status404NotFound,
        "submitted" or "draft-already-open" or "discarded-since" => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    private static PlacedFault Placed(Refusal refusal) => new(
        refusal is { Code: "missing-answer" or "answer-to-confirm", Field: { } questionId } ? $"answers.{questionId}" : refusal.Field ?? string.Empty, refusal.Code, refusal.Message);
}
