using System.Collections;
using CrisisKits.Infrastructure.Sql;
using CrisisKits.Tests.Support;

namespace CrisisKits.Tests.Database;

/// <summary>
/// What a store promises, run on each engine there is: <c>[TestFixtureSource(typeof(AllEngines))] class XTests(SqlDialect dialect) :
/// EveryEngine(dialect)</c>. Each test has a new database.
/// </summary>
public abstract class EveryEngine(SqlDialect dialect)
{
    internal TestStorage Storage { get; private set; } = null!;

    [SetUp]
    public async Task OpenStorage() => Storage = await TestStorage.OpenAsync(dialect);

    [TearDown]
    public async Task CloseStorage()
    {
        if (Storage is not null)
            await Storage.DisposeAsync();
    }
}

/// <summary>Both, by name; the one that this machine does not have is ignored with its reason.</summary>
internal sealed class AllEngines : IEnumerable
{
    public IEnumerator GetEnumerator() => Enum.GetValues<SqlDialect>().GetEnumerator();
}
