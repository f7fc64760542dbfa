using CrisisKits.Domain.Access;
using CrisisKits.Domain.Establishments;
using CrisisKits.Infrastructure.Sql;

namespace CrisisKits.Infrastructure.Access;

/// <summary>An establishment, and what somebody is there.</summary>
public sealed record MyEstablishment(Establishment Establishment, EstablishmentRole Role);

/// <summary>The establishments that gave somebody a role. One's own rights: there is nothing to admit.</summary>
public sealed class ListMyEstablishments(SqlEngine engine)
{
    /// <summary>A référent of the largest groups has some twenty; a manager of ESMS, a few hundred.</summary>
    private const int Most = 1000;

    /// <summary>By name.</summary>
    public Task<IReadOnlyList<MyEstablishment>> RunAsync(string personId, CancellationToken cancellationToken) =>
        engine.ReadAsync(session => new PersonStore(session).ListEstablishmentsAsync(personId, Most), cancellationToken);
}
