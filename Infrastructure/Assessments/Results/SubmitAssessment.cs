using CrisisKits.Domain.Access;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Infrastructure.Access;
using CrisisKits.Infrastructure.Assessments.Answers;
using CrisisKits.Infrastructure.Grids;
using CrisisKits.Infrastructure.Kits;

namespace CrisisKits.Infrastructure.Assessments.Results;

/// <summary>What somebody had under the eyes when submitting.</summary>
/// <param name="Revision">Of the sheet.</param>
/// <param name="ShareDetail">Whether the agency is to read theme scores.</param>
public sealed record ReviewedDraft(long Revision, bool ShareDetail);

/// <summary>Closes a draft for good and stores its result.</summary>
public sealed class SubmitAssessment(Admission admission, GridLibrary grids, KitLibrary kits, TimeProvider clock)
{
    /// <param name="visit">Who, and where.</param>
    /// <param name="id">Of the draft.</param>
    /// <param name="choice">The kit to play.</param>
    /// <param name="reviewed">Refused when answers have changed since; null when nothing was said of it.</param>
    /// <param name="cancellationToken">Stops it before it starts only.</param>
    public Task<Acted<ExplainedResult>> RunAsync(Visit visit, string id, KitChoice choice, ReviewedDraft? reviewed, CancellationToken cancellationToken) =>
        admission.WriteAsync<ExplainedResult>(
            visit, Act.Submit,
            async (session, acting) =>
            {
                if (await new AnswerStore(session).ReadSheetAsync(acting.Finess, id) is not { } draft)
                    return Unknown.Assessment;
                var grid = grids.Of(draft.Sheet.Assessment);
                var stamp = acting.At(clock.GetUtcNow());
                var outcome = Submission.Run(draft.Sheet, grid, kits.Current.Version, choice, stamp);
                if (!outcome.Accepted)
                    return outcome.Refusals.ToArray();
                if (reviewed is not null && reviewed.Revision != draft.Sheet.Revision)
                    return Submission.ReviewOutdated;
                var (assessment, result) = outcome.Value;
                var store = new AssessmentStore(session);
                await store.CloseAsync(id, assessment.Submitted!);
                if (reviewed is not null && reviewed.ShareDetail != assessment.ShareDetail)
                {
                    if (acting.May(Act.Share) is { IsAllowed: false } denied)
                        return denied;
                    await store.ChangeSharingAsync(id, reviewed.ShareDetail, stamp.At);
                    assessment = assessment with { ShareDetail = reviewed.ShareDetail };
                }

                await new ResultStore(session).AddAsync(id, result);
                var names = new Dictionary<string, string>(draft.Names, StringComparer.Ordinal) { [acting.Person.Id] = acting.Person.Name };
                return ExplainedResult.Of(draft with { Sheet = draft.Sheet with { Assessment = assessment }, Names = names }, grid, result);
            },
            cancellationToken);
}
