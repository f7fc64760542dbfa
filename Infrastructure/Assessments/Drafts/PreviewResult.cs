using CrisisKits.Domain.Access;
using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Infrastructure.Access;
using CrisisKits.Infrastructure.Assessments.Answers;
using CrisisKits.Infrastructure.Grids;

namespace CrisisKits.Infrastructure.Assessments.Drafts;

/// <summary>The score of the answers given so far, those to confirm included.</summary>
/// <param name="Assessment">The draft.</param>
/// <param name="Score">Of its answers.</param>
/// <param name="ToConfirm">How many of them nobody has said again this year: until then the result is provisional.</param>
public sealed record PreviewedResult(Assessment Assessment, Score Score, int ToConfirm);

/// <summary>What the result would be now, before anything is submitted.</summary>
public sealed class PreviewResult(Admission admission, GridLibrary grids)
{
    public Task<Acted<PreviewedResult>> RunAsync(Visit visit, string id, CancellationToken cancellationToken) =>
        admission.ReadAsync<PreviewedResult>(
            visit, Act.ReadAssessment,
            async (session, acting) =>
            {
                if (await new AnswerStore(session).ReadSheetAsync(acting.Finess, id) is not { Sheet: var sheet })
                    return Unknown.Assessment;
                var reading = AnswerSheet.Read(grids.Of(sheet.Assessment), sheet.Given);
                return reading.Accepted
                    ? new PreviewedResult(sheet.Assessment, Scoring.Run(reading.Sheet), sheet.Answers.Count(kept => kept is { ToConfirm: true, Given: not null }))
                    : reading.Refusals.ToArray();
            },
            cancellationToken);
}
