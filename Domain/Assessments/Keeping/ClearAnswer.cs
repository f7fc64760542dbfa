using CrisisKits.Domain.Access;

namespace CrisisKits.Domain.Assessments.Keeping;

/// <summary>Takes an answer of a draft back: the question is unanswered again, its version grows all the same.</summary>
public static class ClearAnswer
{
    /// <param name="assessment">Of the answer.</param>
    /// <param name="current">What is kept for this question; null when nothing ever was.</param>
    /// <param name="expected">What the caller believes is there; null when nothing was said of it.</param>
    /// <param name="stamp">Who and when.</param>
    public static AnswerOutcome Run(Assessment assessment, KeptAnswer? current, ExpectedVersion? expected, Stamp stamp)
    {
        if (assessment.RefuseChange() is { } refusal)
            return new AnswerOutcome.Refused(refusal);
        if (current?.Given is null)
            return new AnswerOutcome.Refused(new("not-answered", null, null, "Cette question n'a pas de réponse : il n'y a rien à effacer."));
        if (expected is null)
            return new AnswerOutcome.PreconditionMissing();
        return expected.Holds(current)
            ? new AnswerOutcome.Kept(new(current.QuestionId, null, current.Version + 1, ToConfirm: false, stamp))
            : new AnswerOutcome.Conflict(current, null);
    }
}
