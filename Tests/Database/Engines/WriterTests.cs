using System.Buffers.Binary;
using System.Collections.Concurrent;
using CrisisKits.Infrastructure.Sql;
using CrisisKits.Tests.Support;
using Dapper;

namespace CrisisKits.Tests.Database.Engines;

/// <summary>The one writer of a SQLite file: many acts, one commit, each caller answered for its own.</summary>
public sealed class WriterTests
{
    private static readonly SqlText Add = new("-- @Number INT\nINSERT INTO Sample (Number) VALUES (@Number)");
    private TestStorage _storage = null!;

    [SetUp]
    public async Task Open()
    {
        _storage = await TestStorage.OpenAsync();
        await _storage.WriteAsync(session => session.ExecuteAsync(new("CREATE TABLE Sample (Number INTEGER NOT NULL PRIMARY KEY) STRICT")));
    }

    [TearDown]
    public async Task Close() => await _storage.DisposeAsync();

    [Test]
    public async Task Ten_thousand_acts_at_once_are_all_kept()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 10_000).Select(number => Task.Run(() => Put(number))));
        Assert.That(results, Is.All.EqualTo(1));
        Assert.That(await _storage.CountAsync("Sample"), Is.EqualTo(10_000));
    }

    [Test]
    public async Task What_is_acknowledged_can_be_read_by_anyone_at_once()
    {
        using var other = _storage.OpenFile();
        await Parallel.ForAsync(0, 300, async (number, _) =>
        {
            await Put(number);
            Assert.That(await _storage.ReadAsync(session => session.FindAsync<int>(new($"SELECT COUNT(*) FROM Sample WHERE Number = {number}"))), Is.EqualTo(1));
            lock (other)
                Assert.That(other.ExecuteScalar<int>($"SELECT COUNT(*) FROM Sample WHERE Number = {number}"), Is.EqualTo(1));
        });
    }

    [Test]
    public async Task Nobody_sees_an_act_before_it_is_committed()
    {
        var (inside, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var act = _storage.WriteAsync(async session =>
        {
            await session.ExecuteAsync(Add, new { Number = 1 });
            inside.SetResult();
            await go.Task;
            return true;
        });
        await inside.Task;
        Assert.That(await _storage.CountAsync("Sample"), Is.Zero);
        Assert.That(act.IsCompleted, Is.False);
        go.SetResult();
        await act;
        Assert.That(await _storage.CountAsync("Sample"), Is.EqualTo(1));
    }

    [Test]
    public async Task An_act_that_fails_undoes_itself_and_not_its_neighbours()
    {
        var outcomes = new ConcurrentDictionary<int, string>();
        await Held(Enumerable.Range(0, 100).Select(number => (Func<Task>)(async () =>
        {
            try
            {
                await _storage.WriteAsync(async session =>
                {
                    await session.ExecuteAsync(Add, new { Number = number });
                    if (number % 3 == 1)
                        throw new InvalidDataException($"{number}");
                    // a duplicate that the act does not expect
                    return number % 3 == 2 ? await session.ExecuteAsync(Add, new { Number = number }) : 0;
                });
                outcomes[number] = "kept";
            }
            catch (Exception failure) when (failure is InvalidDataException or UniqueViolationException)
            {
                outcomes[number] = failure is InvalidDataException ? failure.Message : "duplicate";
            }
        })));
        Assert.That(outcomes.Where(outcome => outcome.Key % 3 == 0).Select(outcome => outcome.Value), Is.All.EqualTo("kept"));
        Assert.That(outcomes.Where(outcome => outcome.Key % 3 == 1), Is.All.Matches<KeyValuePair<int, string>>(outcome => outcome.Value == $"{outcome.Key}"));
        Assert.That(outcomes.Where(outcome => outcome.Key % 3 == 2).Select(outcome => outcome.Value), Is.All.EqualTo("duplicate"));
        var kept = await _storage.ReadAsync(session => session.ListAsync<int>(new("SELECT Number FROM Sample ORDER BY Number")));
        Assert.That(kept, Is.EqualTo(Enumerable.Range(0, 100).Where(number => number % 3 == 0)));
    }

    [Test]
    public async Task Acts_that_wait_share_one_commit()
    {
        var before = Commits();
        await Held(Enumerable.Range(0, 100).Select(number => (Func<Task>)(() => Put(number))));
        // one for the act that held the others back, one for the hundred
        Assert.That(Commits() - before, Is.EqualTo(2));
    }

    [Test]
    public async Task An_act_given_up_before_it_starts_is_not_done()
    {
        using var cancel = new CancellationTokenSource();
        Task<int> act = null!;
        await Held([() =>
        {
            act = _storage.Engine.WriteAsync(session => session.ExecuteAsync(Add, new { Number = 1 }), cancel.Token);
            cancel.Cancel();
            return Task.CompletedTask;
        }]);
        Assert.That(() => act, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(await _storage.CountAsync("Sample"), Is.Zero);
    }

    [Test]
    public async Task An_act_given_up_once_it_started_is_answered()
    {
        using var cancel = new CancellationTokenSource();
        var done = await _storage.Engine.WriteAsync(
            async session =>
            {
                await cancel.CancelAsync();
                return await session.ExecuteAsync(Add, new { Number = 1 });
            },
            cancel.Token);
        Assert.That((done, await _storage.CountAsync("Sample")), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task When_too_many_wait_the_next_waits_for_a_place_and_may_give_up()
    {
        using var cancel = new CancellationTokenSource();
        Task<int> act = null!;
        var acts = Enumerable.Range(0, 1024).Select(number => (Func<Task>)(() => Put(number))).ToList();
        acts.Add(async () =>
        {
            act = _storage.Engine.WriteAsync(session => session.ExecuteAsync(Add, new { Number = 5000 }), cancel.Token);
            await cancel.CancelAsync();
            Assert.That(() => act, Throws.InstanceOf<OperationCanceledException>());
        });
        await Held(acts);
        Assert.That(await _storage.CountAsync("Sample"), Is.EqualTo(1024));
    }

    [Test]
    public async Task What_waits_when_the_program_stops_is_still_done()
    {
        var acts = Enumerable.Range(0, 500).Select(number => Put(number)).ToArray();
        await _storage.Engine.DisposeAsync();
        Assert.That(await Task.WhenAll(acts).WaitAsync(TimeSpan.FromSeconds(5)), Is.All.EqualTo(1));
        using var file = _storage.OpenFile();
        Assert.That(file.ExecuteScalar<int>("SELECT COUNT(*) FROM Sample"), Is.EqualTo(500));
        Assert.That(() => Put(501), Throws.InstanceOf<StorageUnavailableException>());
    }

    [Test]
    public async Task A_read_sees_one_instant_while_others_write()
    {
        var counts = await _storage.ReadAsync(async session =>
        {
            var before = await session.FindAsync<int>(new("SELECT COUNT(*) FROM Sample"));
            await _storage.WriteAsync(writing => writing.ExecuteAsync(Add, new { Number = 1 }));
            return (before, await session.FindAsync<int>(new("SELECT COUNT(*) FROM Sample")));
        });
        Assert.That(counts, Is.EqualTo((0, 0)));
        Assert.That(await _storage.CountAsync("Sample"), Is.EqualTo(1));
    }

    /// <summary>
    /// Commits in the write-ahead log (sqlite.org/fileformat.html#walformat): a header of 32 bytes, then frames of 24 bytes and a page; the last
    /// frame of each commit carries the size of the database.
    /// </summary>
    private int Commits()
    {
        using var file = new FileStream($"{_storage.File}-wal", FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var log = new MemoryStream();
        file.CopyTo(log);
        var bytes = log.ToArray();
        var frame = 24 + BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(8));
        return Enumerable.Range(0, (bytes.Length - 32) / frame).Count(index => BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(32 + (index * frame) + 4)) != 0);
    }

    private Task<int> Put(int number) => _storage.WriteAsync(session => session.ExecuteAsync(Add, new { Number = number }));

    /// <summary>Starts all the acts while the writer is held by another, then lets them go together.</summary>
    private async Task Held(IEnumerable<Func<Task>> acts)
    {
        var (inside, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var holder = _storage.WriteAsync(async session =>
        {
            inside.SetResult();
            await go.Task;
            return await session.ExecuteAsync(new("PRAGMA user_version = 1"));
        });
        await inside.Task;
        var started = acts.Select(act => act()).ToArray();
        go.SetResult();
        await holder;
        await Task.WhenAll(started);
    }
}
