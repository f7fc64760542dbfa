using CrisisKits.Infrastructure.Sql;
using CrisisKits.Infrastructure.Sql.Engines;
using CrisisKits.Infrastructure.Sql.Migrations;
using CrisisKits.Tests.Support;

namespace CrisisKits.Tests.Database;

/// <summary>How a database comes to its schema.</summary>
public sealed class MigratorTests
{
    private static readonly IReadOnlyList<Migration> First = Migration.Shipped(SqlDialect.Sqlite);

    private static readonly Migration Later = new(
        First.Count + 1,
        "later",
        "ALTER TABLE Person ADD COLUMN Phone TEXT NULL;\nGO\nCREATE INDEX IX_Person_Phone ON Person (Phone);");

    [Test]
    public async Task A_new_file_receives_every_migration_once()
    {
        using var folder = new TempFolder();
        await using var engine = Open(folder);
        Assert.That(await Migrate(engine, First), Is.EqualTo(First));
        Assert.That(await Migrate(engine, First), Is.Empty);
    }

    [Test]
    public async Task A_database_in_use_receives_only_what_it_misses()
    {
        await using var storage = await TestStorage.OpenAsync();
        Assert.That(await Check(storage.Engine, [.. First, Later]), Is.EqualTo(new[] { Later }));
        Assert.That(await Migrate(storage.Engine, [.. First, Later]), Is.EqualTo(new[] { Later }));
        Assert.That(await storage.ReadAsync(session => session.FindAsync<int>(new("SELECT COUNT(Phone) FROM Person"))), Is.Zero);
        Assert.That(await Check(storage.Engine, [.. First, Later]), Is.Empty);
    }

    [Test]
    public async Task Of_programs_that_start_together_one_migrates()
    {
        using var folder = new TempFolder();
        var engines = Enumerable.Range(0, 4).Select(_ => Open(folder)).ToArray();
        var applied = await Task.WhenAll(engines.Select(engine => Task.Run(() => Migrate(engine, First))));
        Assert.That(applied.Count(migrations => migrations.Count > 0), Is.EqualTo(1));
        foreach (var engine in engines)
            await engine.DisposeAsync();
    }

    [Test]
    public async Task A_migration_that_fails_leaves_nothing_of_any()
    {
        using var folder = new TempFolder();
        await using var engine = Open(folder);
        var broken = new Migration(First.Count + 1, "broken", "CREATE TABLE Half (X INTEGER) STRICT;\nGO\nALTER TABLE Absent ADD COLUMN X TEXT;");
        Assert.That(() => Migrate(engine, [.. First, broken]), Throws.Exception);
        Assert.That(await Migrate(engine, First), Is.EqualTo(First));
    }

    [Test]
    public async Task A_migration_that_orphans_rows_is_refused()
    {
        await using var storage = await TestStorage.OpenAsync();
        await storage.WriteAsync(session => session.ExecuteAsync(new(
            """
            INSERT INTO Establishment (Finess, Kind, ParentFiness, Name, Town, Department, IsOpen, ChangedAt, Source, SearchText)
            VALUES ('010003812', 'legal-entity', NULL, 'CH', 'Bourg', '01', 1, '2026-01-01T00:00:00.0000000Z', 'hand', ' ch'),
                ('010003820', 'site', '010003812', 'Site', 'Bourg', '01', 1, '2026-01-01T00:00:00.0000000Z', 'hand', ' site')
            """)));
        var orphans = new Migration(First.Count + 1, "orphans", "DELETE FROM Establishment WHERE ParentFiness IS NULL;");
        Assert.That(() => Migrate(storage.Engine, [.. First, orphans]), Throws.InstanceOf<StorageRefusedException>());
        Assert.That(await storage.CountAsync("Establishment"), Is.EqualTo(2));
    }

    [Test]
    public async Task The_directory_keeps_what_was_there_with_its_sites_and_its_grants_and_no_import_may_close_it()
    {
        using var folder = new TempFolder();
        await using var engine = Open(folder);
        var before = First.TakeWhile(migration => migration.Name != "directory").ToArray();
        await Migrate(engine, before);
        foreach (var row in new[]
        {
            "INSERT INTO Establishment (Finess, Kind, Name, Town, Department, IsOpen, ChangedAt) VALUES ('639999010', 'legal-entity', 'CH', 'Bourg', '63', 1, '2026-01-01T00:00:00.0000000Z')",
            "INSERT INTO Establishment (Finess, Kind, ParentFiness, Name, Town, Department, IsOpen, ChangedAt) VALUES ('639999028', 'site', '639999010', 'Site', 'Bourg', '63', 1, '2026-01-01T00:00:00.0000000Z')",
            "INSERT INTO Person (Id, DisplayName, IsActive, IsAdministrator, CreatedAt) VALUES ('00000000000070008000000000000001', 'P', 1, 0, '2026-01-01T00:00:00.0000000Z')",
            "INSERT INTO EstablishmentGrant (PersonId, Finess, Role, GrantedAt) VALUES ('00000000000070008000000000000001', '639999028', 'lecteur', '2026-01-01T00:00:00.0000000Z')",
        })
            await engine.WriteAsync(session => session.ExecuteAsync(new(row)), CancellationToken.None);
        await Migrate(engine, First);
        Assert.That(
            await engine.ReadAsync(session => session.FindAsync<int>(new("SELECT COUNT(*) FROM Establishment E JOIN EstablishmentGrant G ON G.Finess = E.Finess WHERE E.ParentFiness = '639999010' AND E.Source = 'hand' AND E.SearchText = 'site'")), CancellationToken.None),
            Is.EqualTo(1));
        // references still hold, to the table that took the place of the other
        Assert.That(() => engine.WriteAsync(session => session.ExecuteAsync(new("DELETE FROM Establishment")), CancellationToken.None), Throws.Exception);
    }

    [Test]
    public async Task A_migration_that_changed_since_is_refused_and_named()
    {
        await using var storage = await TestStorage.OpenAsync();
        var changed = new Migration(First[0].Number, First[0].Name, First[0].Text + " ");
        Assert.That(
            () => Migrate(storage.Engine, [changed]),
            Throws.InstanceOf<StorageRefusedException>().With.Message.Contains($"0001_{changed.Name}").And.Message.Contains("restaurez une sauvegarde"));
    }

    [Test]
    public async Task A_database_of_a_newer_program_is_refused_and_the_migration_named()
    {
        await using var storage = await TestStorage.OpenAsync();
        await Migrate(storage.Engine, [.. First, Later]);
        Assert.That(
            () => Migrate(storage.Engine, First),
            Throws.InstanceOf<StorageRefusedException>().With.Message.Contains($"{Later.Number:D4}_later").And.Message.Contains("version plus récente"));
        Assert.That(() => Check(storage.Engine, First), Throws.InstanceOf<StorageRefusedException>());
    }

    [Test]
    public async Task Only_SQLite_is_migrated_without_being_asked()
    {
        using var folder = new TempFolder();
        await using var engine = Open(folder);
        // an empty database, as an administrator of SQL Server creates one; the settings decide, whatever the engine under them
        await engine.WriteAsync(session => session.ExecuteAsync(new("PRAGMA user_version = 0")), CancellationToken.None);
        Task Start(SqlDialect dialect, bool migrate) =>
            new StartStorage(new(dialect, string.Empty, migrate), new(engine, TimeProvider.System)).RunAsync(CancellationToken.None);
        Assert.That(
            () => Start(SqlDialect.SqlServer, false),
            Throws.InstanceOf<StorageRefusedException>().With.Message.Contains("-- migrate").And.Message.Contains("0001_"));
        await Start(SqlDialect.SqlServer, true);
        await Start(SqlDialect.SqlServer, false);
        await Start(SqlDialect.Sqlite, false);
    }

    private static SqliteEngine Open(TempFolder folder) => new($"Data Source={folder.File("crisiskits.db")}");

    private static Task<IReadOnlyList<Migration>> Migrate(SqlEngine engine, IReadOnlyList<Migration> shipped) =>
        new SqlMigrator(engine, TimeProvider.System, shipped).RunAsync(CancellationToken.None);

    private static Task<IReadOnlyList<Migration>> Check(SqlEngine engine, IReadOnlyList<Migration> shipped) =>
        new SqlMigrator(engine, TimeProvider.System, shipped).CheckAsync(CancellationToken.None);
}
