using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Infrastructure.Access;

namespace CrisisKits.Infrastructure.Assessments.Answers;

/// <summary>What became of an answer, and the name of who gave the one that is there now.</summary>
public sealed record AnswerReply(AnswerOutcome Outcome, string AnsweredBy);

/// <summary>Carries out what was decided of one answer.</summary>
internal static class SettleAnswer
{
    /// <param name="store">Of the act.</param>
    /// <param name="acting">Who answers.</param>
    /// <param name="found">What it was decided on.</param>
    /// <param name="outcome">The decision.</param>
    /// <param name="mine">What was to be kept; null for clearing.</param>
    public static async Task<Acted<AnswerReply>> RunAsync(AnswerStore store, Acting acting, FoundAnswer found, AnswerOutcome outcome, GivenAnswer? mine)
    {
        if (outcome is AnswerOutcome.Refused refused)
            return refused.Refusal;
        if (outcome is not AnswerOutcome.Kept kept)
            return new AnswerReply(outcome, found.AnsweredBy);
        if (await store.SaveAsync(found.Assessment.Id, kept.Answer))
            return new AnswerReply(kept, acting.Person.Name);
        // another instance kept an answer between our reading and our writing
        var now = await store.FindAsync(acting.Finess, found.Assessment.Id, kept.Answer.QuestionId);
        return new AnswerReply(new AnswerOutcome.Conflict(now?.Answer, mine), now?.AnsweredBy ?? string.Empty);
    }
}
