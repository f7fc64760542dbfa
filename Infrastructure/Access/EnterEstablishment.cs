using CrisisKits.Domain.Access;

namespace CrisisKits.Infrastructure.Access;

/// <summary>Somebody comes in: a page knows where it is, and offers only what this person may do there.</summary>
public sealed class EnterEstablishment(Admission admission)
{
    public Task<Acted<Acting>> RunAsync(Visit visit, CancellationToken cancellationToken) =>
        admission.ReadAsync<Acting>(visit, Act.ReadResultStatus, (_, acting) => Task.FromResult<Acted<Acting>>(acting), cancellationToken);
}
