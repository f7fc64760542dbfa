using CrisisKits.Domain.Establishments;
using CrisisKits.Infrastructure.Establishments;
using CrisisKits.Infrastructure.Sql;

namespace CrisisKits.Infrastructure.Access;

/// <summary>Puts the fictitious establishments and people in the database, as written: again and again with the same outcome. Assessments are left alone.</summary>
public sealed class SeedDemo(SqlEngine engine, DemoContent demo, TimeProvider clock)
{
    public Task RunAsync(CancellationToken cancellationToken) => engine.WriteAsync(
        async session =>
        {
            var now = clock.GetUtcNow();
            await new EstablishmentStore(session).PutAllAsync([.. demo.Establishments.Select(each => EstablishmentRow.Of(each, now, EstablishmentSource.Demo))]);
            await new PersonStore(session).PutAllAsync([.. demo.People.Select(each => (each.Person, each.Grants))], now);
            return true;
        },
        cancellationToken);
}
