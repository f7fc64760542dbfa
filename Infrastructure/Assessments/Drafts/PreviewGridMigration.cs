using CrisisKits.Domain.Access;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Grids;
using CrisisKits.Infrastructure.Access;
using CrisisKits.Infrastructure.Assessments.Answers;
using CrisisKits.Infrastructure.Grids;

namespace CrisisKits.Infrastructure.Assessments.Drafts;

/// <summary>What moving a draft to another grid would do to each question.</summary>
public sealed record PreviewedMigration(string From, string To, IReadOnlyList<MigratedQuestion> Questions);

/// <summary>Shows it, and changes nothing.</summary>
public sealed class PreviewGridMigration(Admission admission, GridLibrary grids)
{
    public Task<Acted<PreviewedMigration>> RunAsync(Visit visit, string id, Grid to, CancellationToken cancellationToken) =>
        admission.ReadAsync<PreviewedMigration>(
            visit, Act.ReadAssessment,
            async (session, acting) =>
            {
                if (await new AnswerStore(session).ReadSheetAsync(acting.Finess, id) is not { Sheet: var sheet })
                    return Unknown.Assessment;
                var from = grids.Of(sheet.Assessment);
                var outcome = PreviewMigration.Run(sheet, from, to);
                return outcome.Accepted ? new PreviewedMigration(from.Version, to.Version, outcome.Value) : outcome.Refusals.ToArray();
            },
            cancellationToken);
}
