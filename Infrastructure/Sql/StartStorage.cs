using CrisisKits.Infrastructure.Sql.Migrations;

namespace CrisisKits.Infrastructure.Sql;

/// <summary>
/// What must hold before the first request: the schema is the one this program was written for. SQLite is brought there; SQL Server only when
/// the settings say so, because several programs may share it and somebody answers for it.
/// </summary>
public sealed class StartStorage(StorageSettings settings, SqlMigrator migrator)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (settings.Engine == SqlDialect.Sqlite || settings.MigrateOnStart)
            await migrator.RunAsync(cancellationToken);
        else if (await migrator.CheckAsync(cancellationToken) is { Count: > 0 } missing)
            throw new StorageRefusedException(
                $"La base attend {missing.Count} migration(s), à partir de {missing[0].Number:D4}_{missing[0].Name}. "
                + "Lancez « dotnet run --project Api -- migrate », ou réglez Storage:MigrateOnStart à true.");
    }
}
