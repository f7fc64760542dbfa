using CrisisKits.Domain.Access;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Infrastructure.Access;
using CrisisKits.Infrastructure.Grids;

namespace CrisisKits.Infrastructure.Assessments.Answers;

/// <summary>Gives, changes or confirms the answer to one question of a draft.</summary>
public sealed class AnswerQuestion(Admission admission, GridLibrary grids, TimeProvider clock)
{
    /// <param name="visit">Who, and where.</param>
    /// <param name="id">Of the assessment.</param>
    /// <param name="mine">What is said.</param>
    /// <param name="expected">What the caller believes is there; null when nothing was said of it.</param>
    /// <param name="cancellationToken">Stops it before it starts only.</param>
    public Task<Acted<AnswerReply>> RunAsync(Visit visit, string id, GivenAnswer mine, ExpectedVersion? expected, CancellationToken cancellationToken) =>
        admission.WriteAsync<AnswerReply>(
            visit, Act.Answer,
            async (session, acting) =>
            {
                var store = new AnswerStore(session);
                if (await store.FindAsync(acting.Finess, id, mine.Answer.QuestionId) is not { } found)
                    return Unknown.Assessment;
                var outcome = GiveAnswer.Run(found.Assessment, grids.Of(found.Assessment), found.Answer, mine, expected, acting.At(clock.GetUtcNow()));
                return await SettleAnswer.RunAsync(store, acting, found, outcome, mine.Tidied());
            },
            cancellationToken);
}
