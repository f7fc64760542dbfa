using System.Diagnostics.CodeAnalysis;

namespace CrisisKits.Domain.Assessments;

/// <summary>A rule that says no: a stable code, where it was broken, and in French why and what would be right.</summary>
/// <param name="Code">Stable, for programs: <c>unknown-question</c>, <c>nothing-applicable</c>…</param>
/// <param name="AnswerIndex">Position of the refused answer among those given; null for a sheet as a whole and for what is done to one answer.</param>
/// <param name="Field">
/// Which part: <c>questionId</c>, <c>option</c>, <c>notApplicable</c>, <c>comment</c>…; the question's id for what a submission lacks; null for the whole,
/// as for the sentence that sums up what a submission lacks.
/// </param>
/// <param name="Message">For people.</param>
public sealed record Refusal(string Code, int? AnswerIndex, string? Field, string Message);

/// <summary>What was decided, or every reason why not.</summary>
public sealed record Outcome<T>(T? Value, IReadOnlyList<Refusal> Refusals)
    where T : class
{
    [MemberNotNullWhen(true, nameof(Value))]
    public bool Accepted => Value is not null;

    public static implicit operator Outcome<T>(T value) => new(value, []);

    public static implicit operator Outcome<T>(Refusal refusal) => new(null, [refusal]);
}
