using System.Collections.Concurrent;
using CrisisKits.Infrastructure.Sql;
using CrisisKits.Infrastructure.Sql.Engines;
using CrisisKits.Tests.Support;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CrisisKits.Tests.Database.Engines;

/// <summary>A copy made while others write, opened afterwards.</summary>
public sealed class BackUpTests
{
    private static readonly SqlText Add = new("-- @Number INT\nINSERT INTO Sample (Number) VALUES (@Number)");

    [Test]
    public async Task All_that_was_acknowledged_before_it_began_is_in_the_copy()
    {
        await using var storage = await OpenAsync();
        using var folder = new TempFolder();
        var acknowledged = new ConcurrentBag<int>();
        using var stop = new CancellationTokenSource();
        var next = 0;
        var writers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                var number = Interlocked.Increment(ref next);
                await storage.WriteAsync(session => session.ExecuteAsync(Add, new { Number = number }));
                acknowledged.Add(number);
            }
        })).ToArray();
        for (var round = 0; round < 5; round++)
        {
            while (acknowledged.Count < 100 * (round + 1))
                await Task.Delay(1);
            var before = acknowledged.ToHashSet();
            // a program of its own, as the command is
            await using var own = new SqliteEngine($"Data Source={storage.File}");
            new BackUpStorage(own).Run(folder.File($"{round}.db"));
            var copied = Read(folder.File($"{round}.db"));
            Assert.That(before.Except(copied), Is.Empty);
        }

        await stop.CancelAsync();
        await Task.WhenAll(writers);
        Assert.That(folder.Files, Is.EquivalentTo(Enumerable.Range(0, 5).Select(round => $"{round}.db")));
    }

    [Test]
    public async Task A_copy_serves_as_a_database()
    {
        await using var storage = await OpenAsync();
        using var folder = new TempFolder();
        await storage.WriteAsync(session => session.ExecuteAsync(Add, new { Number = 1 }));
        new BackUpStorage(storage.Engine).Run(folder.File("copy.db"));
        await using var restored = new SqliteEngine($"Data Source={folder.File("copy.db")}");
        await new StartStorage(new(SqlDialect.Sqlite, string.Empty, false), new(restored, TimeProvider.System)).RunAsync(CancellationToken.None);
        await restored.WriteAsync(session => session.ExecuteAsync(Add, new { Number = 2 }), CancellationToken.None);
        var kept = await restored.ReadAsync(session => session.ListAsync<int>(new("SELECT Number FROM Sample ORDER BY Number")), CancellationToken.None);
        Assert.That(kept, Is.EqualTo(new[] { 1, 2 }));
    }

    [Test]
    public async Task A_file_that_exists_is_left_as_it_is_and_named()
    {
        await using var storage = await OpenAsync();
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("copy.db"), "précieux");
        Assert.That(
            () => new BackUpStorage(storage.Engine).Run(folder.File("copy.db")),
            Throws.InstanceOf<StorageRefusedException>().With.Message.Contains(folder.File("copy.db")));
        Assert.That(await File.ReadAllTextAsync(folder.File("copy.db")), Is.EqualTo("précieux"));
    }

    [Test]
    public async Task A_copy_that_cannot_be_written_leaves_nothing()
    {
        await using var storage = await OpenAsync();
        using var folder = new TempFolder();
        Assert.That(() => new BackUpStorage(storage.Engine).Run(folder.File("absent/copy.db")), Throws.InstanceOf<StorageUnavailableException>());
    }

    [Test]
    public async Task Without_a_database_there_is_nothing_to_copy_and_none_is_made()
    {
        using var folder = new TempFolder();
        await using var engine = new SqliteEngine($"Data Source={folder.File("crisiskits.db")}");
        Assert.That(() => new BackUpStorage(engine).Run(folder.File("copy.db")), Throws.InstanceOf<StorageUnavailableException>());
        Assert.That(folder.Files, Is.Empty);
    }

    [Test]
    public async Task SQL_Server_has_its_own()
    {
        await using var engine = new SqlServerEngine("Server=127.0.0.1,1");
        Assert.That(() => new BackUpStorage(engine).Run("copy.db"), Throws.InstanceOf<StorageRefusedException>().With.Message.Contains("BACKUP DATABASE"));
    }

    private static async Task<TestStorage> OpenAsync()
    {
        var storage = await TestStorage.OpenAsync();
        await storage.WriteAsync(session => session.ExecuteAsync(new("CREATE TABLE Sample (Number INTEGER NOT NULL PRIMARY KEY) STRICT")));
        return storage;
    }

    private static HashSet<int> Read(string file)
    {
        using var copy = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        copy.Open();
        Assert.That(copy.ExecuteScalar<string>("PRAGMA integrity_check"), Is.EqualTo("ok"));
        return [.. copy.Query<int>("SELECT Number FROM Sample")];
    }
}
