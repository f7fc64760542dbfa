using CrisisKits.Domain.Access;
using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Infrastructure.Access;
using CrisisKits.Infrastructure.Assessments.Answers;
using CrisisKits.Infrastructure.Assessments.Themes;

namespace CrisisKits.Infrastructure.Assessments.Drafts;

/// <summary>Throws a draft away, with its answers and assignments. What is submitted stays.</summary>
public sealed class DiscardAssessment(Admission admission)
{
    /// <summary>What is lost is what was shown, or nothing is.</summary>
    public static readonly Refusal AnswersChanged =
        new("answers-changed", null, null, "Des réponses ont changé depuis l'affichage de cette page : rien n'a été effacé. Voici ce qui serait perdu maintenant.");

    /// <param name="visit">Who, and where.</param>
    /// <param name="id">Of the draft.</param>
    /// <param name="seen">The revision whose loss was agreed to; null when nothing was said of it.</param>
    /// <param name="cancellationToken">Stops it before it starts only.</param>
    /// <returns>The draft as it was.</returns>
    public Task<Acted<Assessment>> RunAsync(Visit visit, string id, long? seen, CancellationToken cancellationToken) =>
        admission.WriteAsync<Assessment>(
            visit, Act.DiscardDraft,
            async (session, acting) =>
            {
                var store = new AssessmentStore(session);
                if (await store.FindAsync(acting.Finess, id) is not { } draft)
                    return Unknown.Assessment;
                if (draft.RefuseChange() is { } refusal)
                    return refusal;
                var answers = new AnswerStore(session);
                if (seen is not null && (await answers.ReadSheetAsync(acting.Finess, id))?.Sheet.Revision != seen)
                    return AnswersChanged;
                await answers.DeleteAllAsync(id);
                await new AssignmentStore(session).DeleteAllAsync(id);
                await store.DeleteDraftAsync(id);
                return draft;
            },
            cancellationToken);
}
