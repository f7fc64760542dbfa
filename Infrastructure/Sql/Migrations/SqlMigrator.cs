namespace CrisisKits.Infrastructure.Sql.Migrations;

/// <summary>
/// Brings a database to the schema this program was written for, all or nothing. It refuses a database of a newer program, and one whose
/// migrations are not those shipped.
/// </summary>
public sealed class SqlMigrator(SqlEngine engine, TimeProvider clock, IReadOnlyList<Migration> shipped)
{
    private static readonly SqlText HasMigrations = SqlText.Of<SqlMigrator>("HasMigrations");
    private static readonly SqlText ListMigrations = SqlText.Of<SqlMigrator>("ListMigrations");
    private static readonly SqlText AddMigration = SqlText.Of<SqlMigrator>("AddMigration");

    public SqlMigrator(SqlEngine engine, TimeProvider clock)
        : this(engine, clock, Migration.Shipped(engine.Dialect))
    {
    }

    /// <summary>Applies what is missing, alone: of several programs that start together one does it. Gives what it applied.</summary>
    public Task<IReadOnlyList<Migration>> RunAsync(CancellationToken cancellationToken) => engine.MigrateAsync(
        async session =>
        {
            var missing = await MissingAsync(session);
            foreach (var migration in missing)
            {
                foreach (var batch in migration.Batches())
                    await session.ExecuteAsync(new(batch));
                await session.ExecuteAsync(AddMigration, new { migration.Number, migration.Name, migration.Checksum, AppliedAt = clock.GetUtcNow() });
            }

            return missing;
        },
        cancellationToken);

    /// <summary>What <see cref="RunAsync"/> would apply.</summary>
    public Task<IReadOnlyList<Migration>> CheckAsync(CancellationToken cancellationToken) => engine.ReadAsync(MissingAsync, cancellationToken);

    private async Task<IReadOnlyList<Migration>> MissingAsync(SqlSession session)
    {
        if (await session.FindAsync<int>(HasMigrations) == 0)
            return shipped;
        var applied = await session.ListAsync<AppliedRow>(ListMigrations);
        foreach (var row in applied)
        {
            var known = shipped.FirstOrDefault(migration => migration.Number == row.Number)
                ?? throw new StorageRefusedException(
                    $"La base a reçu la migration {row.Number:D4}_{row.Name}, que cette version de CrisisKits ne connaît pas : "
                    + "démarrez une version plus récente.");
            if (known.Checksum != row.Checksum)
                throw new StorageRefusedException(
                    $"La migration {row.Number:D4}_{row.Name} appliquée à cette base n'est pas celle de cette version de CrisisKits : rien n'a été changé. "
                    + "Démarrez la version qui l'a appliquée, ou restaurez une sauvegarde.");
        }

        return [.. shipped.ExceptBy(applied.Select(row => row.Number), migration => migration.Number)];
    }

    private sealed record AppliedRow
    {
        public required int Number { get; init; }
        public required string Name { get; init; }
        public required string Checksum { get; init; }
    }
}
