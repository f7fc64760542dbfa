using CrisisKits.Domain.Access;

namespace CrisisKits.Infrastructure.Access;

/// <summary>The people to whom an establishment gave a role, by name.</summary>
public sealed class ListColleagues(Admission admission)
{
    public Task<Acted<IReadOnlyList<Colleague>>> RunAsync(Visit visit, CancellationToken cancellationToken) =>
        admission.ReadAsync<IReadOnlyList<Colleague>>(
            visit, Act.ReadAssessment,
            async (session, acting) => new(await new PersonStore(session).ListColleaguesAsync(acting.Finess), null, []),
            cancellationToken);
}
