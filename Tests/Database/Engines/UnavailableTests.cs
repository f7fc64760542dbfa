using System.Diagnostics;
using CrisisKits.Infrastructure.Sql;
using CrisisKits.Infrastructure.Sql.Engines;
using CrisisKits.Tests.Support;
using Dapper;

namespace CrisisKits.Tests.Database.Engines;

/// <summary>When the storage cannot serve: everyone concerned is told, nothing is half-written, and it serves again once it can.</summary>
public sealed class UnavailableTests
{
    private const string Create = "CREATE TABLE Sample (Number INTEGER NOT NULL PRIMARY KEY, Words TEXT NOT NULL) STRICT";
    private static readonly SqlText Add = new("-- @Number INT, @Words NVARCHAR(MAX)\nINSERT INTO Sample (Number, Words) VALUES (@Number, @Words)");
    private static readonly string Long = new('x', 20_000);

    [Test]
    public async Task When_the_file_may_not_grow_the_whole_commit_is_refused_then_it_serves_again()
    {
        await using var storage = await OpenAsync();
        var (inside, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var holder = storage.WriteAsync(async session =>
        {
            inside.SetResult();
            await go.Task;
            // as small as the file is already; holds for this connection only, which the writer gives up after the failure
            return await session.ExecuteAsync(new("PRAGMA max_page_count = 1"));
        });
        await inside.Task;
        var acts = Enumerable.Range(0, 200).Select(number => Put(storage, number)).ToArray();
        go.SetResult();
        await holder;
        var outcomes = await Task.WhenAll(acts.Select(OutcomeAsync));
        Assert.That(outcomes, Is.All.InstanceOf<StorageUnavailableException>());
        Assert.That(await storage.CountAsync("Sample"), Is.Zero);
        await Put(storage, 1);
        Assert.That(await storage.CountAsync("Sample"), Is.EqualTo(1));
    }

    [Test]
    public async Task When_the_commit_itself_fails_nobody_in_it_is_acknowledged_and_nothing_is_kept()
    {
        await using var storage = await OpenAsync();
        var (inside, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var holder = storage.WriteAsync(async session =>
        {
            inside.SetResult();
            await go.Task;
            return 0;
        });
        await inside.Task;
        var before = Put(storage, 1);
        // a reference to nobody, which SQLite is asked to look at only when it commits
        var failing = storage.WriteAsync(async session =>
        {
            await session.ExecuteAsync(new("PRAGMA defer_foreign_keys = ON"));
            return await session.ExecuteAsync(new(
                """
                INSERT INTO AgencyGrant (PersonId, TerritoryKind, TerritoryCode, Role, GrantedAt)
                VALUES ('0198a7b2c3d47e5f8a9b0c1d2e3f4a5b', 'region', '84', 'lecteur', '2026-01-01T00:00:00.0000000Z')
                """));
        });
        var after = Put(storage, 2);
        go.SetResult();
        await holder;
        Assert.That(await Task.WhenAll(OutcomeAsync(before), OutcomeAsync(failing), OutcomeAsync(after)), Is.All.InstanceOf<StorageUnavailableException>());
        Assert.That((await storage.CountAsync("Sample"), await storage.CountAsync("AgencyGrant")), Is.EqualTo((0, 0)));
        await Put(storage, 3);
        Assert.That(await storage.CountAsync("Sample"), Is.EqualTo(1));
    }

    [Test]
    public async Task When_the_file_becomes_read_only_acts_are_refused_then_it_serves_again()
    {
        await using var storage = await OpenAsync();
        await storage.WriteAsync(session => session.ExecuteAsync(new("PRAGMA query_only = ON")));
        Assert.That(() => Put(storage, 1), Throws.InstanceOf<StorageUnavailableException>());
        await Put(storage, 2);
        Assert.That(await storage.ReadAsync(session => session.ListAsync<int>(new("SELECT Number FROM Sample"))), Is.EqualTo(new[] { 2 }));
    }

    [Test]
    public async Task When_the_disk_is_full_what_was_acknowledged_is_kept_and_the_rest_is_refused()
    {
        using var folder = new TempFolder();
        using var disk = SmallDisk.Mount(folder.File("disk"));
        await using var engine = new SqliteEngine($"Data Source={disk.File("crisiskits.db")}");
        await engine.WriteAsync(session => session.ExecuteAsync(new(Create)), CancellationToken.None);
        var outcomes = new List<Exception?>();
        while (outcomes.Count < 200 && outcomes.LastOrDefault() is null)
            outcomes.Add(await OutcomeAsync(Put(engine, outcomes.Count)));
        outcomes.AddRange(await Task.WhenAll(Enumerable.Range(200, 200).Select(number => OutcomeAsync(Put(engine, number)))));
        var kept = outcomes.Count(outcome => outcome is null);
        Assert.That(outcomes, Is.All.Null.Or.InstanceOf<StorageUnavailableException>());
        Assert.That(await CountAsync(engine), Is.EqualTo(kept).And.GreaterThan(0).And.LessThan(200));

        disk.Enlarge();
        await Put(engine, 1000);
        Assert.That(await CountAsync(engine), Is.EqualTo(kept + 1));
    }

    [Test]
    public async Task When_another_program_locks_the_file_acts_are_refused_then_it_serves_again()
    {
        await using var storage = await OpenAsync();
        using (var other = storage.OpenFile())
        {
            other.Execute("BEGIN IMMEDIATE");
            var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(number => OutcomeAsync(Put(storage, number))));
            Assert.That(outcomes, Is.All.InstanceOf<StorageUnavailableException>());
            Assert.That(await storage.CountAsync("Sample"), Is.Zero, "reads go on");
        }

        await Put(storage, 1);
        Assert.That(await storage.CountAsync("Sample"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_damaged_file_is_told()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("crisiskits.db"), string.Concat(Enumerable.Repeat("ceci n'est pas une base ", 400)));
        await using var engine = new SqliteEngine($"Data Source={folder.File("crisiskits.db")}");
        Assert.That(() => Put(engine, 1), Throws.InstanceOf<StorageUnavailableException>());
        Assert.That(() => CountAsync(engine), Throws.InstanceOf<StorageUnavailableException>());
    }

    [Test]
    public async Task A_file_that_cannot_be_opened_is_told()
    {
        using var folder = new TempFolder();
        await using var engine = new SqliteEngine($"Data Source={folder.File(Path.Combine("absent", "crisiskits.db"))}");
        Assert.That(() => Put(engine, 1), Throws.InstanceOf<StorageUnavailableException>());
        Assert.That(() => CountAsync(engine), Throws.InstanceOf<StorageUnavailableException>());
    }

    [Test]
    public async Task A_SQL_Server_that_is_away_is_told()
    {
        await using var engine = new SqlServerEngine("Server=127.0.0.1,1;Database=x;User Id=x;Password=x;Connect Timeout=2;ConnectRetryCount=0;TrustServerCertificate=true");
        Assert.That(() => Put(engine, 1), Throws.InstanceOf<StorageUnavailableException>());
        Assert.That(() => CountAsync(engine), Throws.InstanceOf<StorageUnavailableException>());
    }

    private static async Task<TestStorage> OpenAsync()
    {
        var storage = await TestStorage.OpenAsync();
        await storage.WriteAsync(session => session.ExecuteAsync(new(Create)));
        return storage;
    }

    private static Task<int> Put(TestStorage storage, int number) => Put(storage.Engine, number);

    private static Task<int> Put(SqlEngine engine, int number) =>
        engine.WriteAsync(session => session.ExecuteAsync(Add, new { Number = number, Words = Long }), CancellationToken.None);

    private static Task<int> CountAsync(SqlEngine engine) =>
        engine.ReadAsync(session => session.FindAsync<int>(new("SELECT COUNT(*) FROM Sample")), CancellationToken.None);

    private static async Task<Exception?> OutcomeAsync(Task act)
    {
        try
        {
            await act;
            return null;
        }
        catch (Exception failure)
        {
            return failure;
        }
    }

    /// <summary>A disk of one megabyte in memory; the test is ignored where this process may not mount one.</summary>
    private sealed class SmallDisk : IDisposable
    {
        private readonly string _folder;

        private SmallDisk(string folder) => _folder = folder;

        public static SmallDisk Mount(string folder)
        {
            Directory.CreateDirectory(folder);
            if (!OperatingSystem.IsLinux() || !Ran("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder))
                Assert.Ignore("this machine does not let the test mount a small disk");
            return new(folder);
        }

        public string File(string name) => Path.Combine(_folder, name);

        public void Enlarge() => Assert.That(Ran("mount", "-o", "remount,size=64m", _folder), Is.True);

        public void Dispose() => Ran("umount", "--lazy", _folder);

        private static bool Ran(string program, params string[] arguments)
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
    }
}
