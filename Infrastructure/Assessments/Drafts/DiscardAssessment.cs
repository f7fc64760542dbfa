using CrisisKits.Domain.Access;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Infrastructure.Access;
using CrisisKits.Infrastructure.Assessments.Answers;
using CrisisKits.Infrastructure.Assessments.Themes;

namespace CrisisKits.Infrastructure.Assessments.Drafts;

/// <summary>Throws a draft away, with its answers and assignments. What is submitted stays.</summary>
public sealed class DiscardAssessment(Admission admission)
{
    /// <returns>The draft as it was.</returns>
    public Task<Acted<Assessment>> RunAsync(Visit visit, string id, CancellationToken cancellationToken) =>
        admission.WriteAsync<Assessment>(
            visit, Act.DiscardDraft,
            async (session, acting) =>
            {
                var store = new AssessmentStore(session);
                if (await store.FindAsync(acting.Finess, id) is not { } draft)
                    return Unknown.Assessment;
                if (draft.RefuseChange() is { } refusal)
                    return refusal;
                await new AnswerStore(session).DeleteAllAsync(id);
                await new AssignmentStore(session).DeleteAllAsync(id);
                await store.DeleteDraftAsync(id);
                return draft;
            },
            cancellationToken);
}
