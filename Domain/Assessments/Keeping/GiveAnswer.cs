using CrisisKits.Domain.Access;
using CrisisKits.Domain.Grids;

namespace CrisisKits.Domain.Assessments.Keeping;

/// <summary>
/// Answers one question of a draft. Giving again, as it is, an answer carried over from last year confirms it. Rules speak before preconditions:
/// what is refused would be refused whatever is there.
/// </summary>
public static class GiveAnswer
{
    /// <param name="assessment">Of the answer.</param>
    /// <param name="grid">Of the assessment.</param>
    /// <param name="current">What is kept for this question; null when nothing ever was.</param>
    /// <param name="mine">What is said now.</param>
    /// <param name="expected">What the caller believes is there; null when nothing was said of it.</param>
    /// <param name="stamp">Who and when.</param>
    public static AnswerOutcome Run(
        Assessment assessment, Grid grid, KeptAnswer? current, GivenAnswer mine, ExpectedVersion? expected, Stamp stamp)
    {
        assessment.RequireGrid(grid);
        var given = mine.Tidied();
        if ((assessment.RefuseChange() ?? AnswerSheet.Refuse(grid, given.Answer) ?? given.RefuseTexts()) is { } refusal)
            return new AnswerOutcome.Refused(refusal);
        if (expected is null)
            return new AnswerOutcome.PreconditionMissing();
        return expected.Holds(current)
            ? new AnswerOutcome.Kept(new(given.Answer.QuestionId, given, (current?.Version ?? 0) + 1, ToConfirm: false, stamp))
            : new AnswerOutcome.Conflict(current, given);
    }
}
