using CrisisKits.Domain.Access;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Infrastructure.Access;

namespace CrisisKits.Infrastructure.Assessments.Answers;

/// <summary>Takes back the answer to one question of a draft.</summary>
public sealed class ClearQuestion(Admission admission, TimeProvider clock)
{
    public Task<Acted<AnswerReply>> RunAsync(Visit visit, string id, string questionId, ExpectedVersion? expected, CancellationToken cancellationToken) =>
        admission.WriteAsync<AnswerReply>(
            visit, Act.Answer,
            async (session, acting) =>
            {
                var store = new AnswerStore(session);
                if (await store.FindAsync(acting.Finess, id, questionId) is not { } found)
                    return Unknown.Assessment;
                var outcome = ClearAnswer.Run(found.Assessment, found.Answer, expected, acting.At(clock.GetUtcNow()));
                return await SettleAnswer.RunAsync(store, acting, found, outcome, null);
            },
            cancellationToken);
}
