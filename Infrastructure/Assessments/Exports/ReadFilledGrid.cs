using CrisisKits.Domain.Access;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Establishments;
using CrisisKits.Domain.Grids;
using CrisisKits.Infrastructure.Access;
using CrisisKits.Infrastructure.Assessments.Answers;
using CrisisKits.Infrastructure.Grids;

namespace CrisisKits.Infrastructure.Assessments.Exports;

/// <summary>A grid as far as it is filled in.</summary>
public sealed record FilledGrid(Grid Grid, Establishment Establishment, KeptSheet Sheet);

/// <summary>Reads what is needed to go on filling in the grid in a workbook.</summary>
public sealed class ReadFilledGrid(Admission admission, GridLibrary grids)
{
    public Task<Acted<FilledGrid>> RunAsync(Visit visit, string id, CancellationToken cancellationToken) =>
        admission.ReadAsync<FilledGrid>(
            visit, Act.ReadAssessment,
            async (session, acting) => await new AnswerStore(session).ReadSheetAsync(acting.Finess, id) is { Sheet: var sheet }
                ? new FilledGrid(grids.Of(sheet.Assessment), acting.Establishment, sheet)
                : Unknown.Assessment,
            cancellationToken);
}
