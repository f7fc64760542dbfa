using CrisisKits.Domain.Access;
using CrisisKits.Domain.Establishments;
using CrisisKits.Infrastructure.Access;

namespace CrisisKits.Infrastructure.Assessments.Answers;

/// <summary>An assessment as a page shows it.</summary>
/// <param name="Establishment">Whose it is.</param>
/// <param name="MayAnswer">By role; a submitted one is answered by nobody.</param>
/// <param name="Named">Its answers, and who gave them.</param>
public sealed record VisitedSheet(Establishment Establishment, bool MayAnswer, NamedSheet Named);

/// <summary>An assessment with all its answers, whose it is, and what this person may do with it: one statement after the door's own.</summary>
public sealed class VisitSheet(Admission admission)
{
    public Task<Acted<VisitedSheet>> RunAsync(Visit visit, string id, CancellationToken cancellationToken) =>
        admission.ReadAsync<VisitedSheet>(
            visit, Act.ReadAssessment,
            async (session, acting) => await new AnswerStore(session).ReadSheetAsync(acting.Finess, id) is { } sheet
                ? new VisitedSheet(acting.Establishment, acting.May(Act.Answer).IsAllowed, sheet)
                : Unknown.Assessment,
            cancellationToken);
}
