using CrisisKits.Domain.Access;
using CrisisKits.Infrastructure.Access;
using CrisisKits.Infrastructure.Assessments.Answers;

namespace CrisisKits.Infrastructure.Assessments;

/// <summary>An assessment with all its answers.</summary>
public sealed class ReadAssessment(Admission admission)
{
    public Task<Acted<NamedSheet>> RunAsync(Visit visit, string id, CancellationToken cancellationToken) =>
        admission.ReadAsync<NamedSheet>(
            visit, Act.ReadAssessment,
            async (session, acting) => await new AnswerStore(session).ReadSheetAsync(acting.Finess, id) is { } sheet ? sheet : Unknown.Assessment,
            cancellationToken);
}
