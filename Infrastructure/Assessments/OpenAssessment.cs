using CrisisKits.Domain.Access;
using CrisisKits.Domain.Grids;
using CrisisKits.Infrastructure.Access;
using CrisisKits.Infrastructure.Assessments.Answers;
using CrisisKits.Infrastructure.Grids;

namespace CrisisKits.Infrastructure.Assessments;

/// <summary>An assessment as somebody opens it.</summary>
/// <param name="Acting">Who, for which establishment, and what this person may do there.</param>
/// <param name="Sheet">The assessment, its answers and the people it names.</param>
/// <param name="Grid">Its own.</param>
public sealed record OpenedAssessment(Acting Acting, NamedSheet Sheet, Grid Grid);

/// <summary>All that a page of an assessment begins with.</summary>
public sealed class OpenAssessment(Admission admission, GridLibrary grids)
{
    public Task<Acted<OpenedAssessment>> RunAsync(Visit visit, string id, CancellationToken cancellationToken) =>
        admission.ReadAsync<OpenedAssessment>(
            visit, Act.ReadAssessment,
            async (session, acting) => await new AnswerStore(session).ReadSheetAsync(acting.Finess, id) is { } sheet
                ? new OpenedAssessment(acting, sheet, grids.Of(sheet.Sheet.Assessment))
                : Unknown.Assessment,
            cancellationToken);
}
