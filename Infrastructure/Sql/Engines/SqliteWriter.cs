using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace CrisisKits.Infrastructure.Sql.Engines;

/// <summary>
/// The one writer of a SQLite file. It takes all the acts that wait, runs each inside a savepoint of one transaction, commits once, then answers
/// each caller: a sync to disk is shared, and nobody is answered before it. An act that throws is undone alone. When the storage fails, everyone
/// in the transaction is told, nothing of it is kept, and the next acts start with a new connection.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int MostWaiting = 1024;
    private const int MostTogether = 256;
    private const string Savepoint = "act";

    private readonly Channel<IAct> _waiting = Channel.CreateBounded<IAct>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly SqliteEngine _engine;
    private readonly Task _loop;
    private SqliteConnection? _connection;

    public SqliteWriter(SqliteEngine engine)
    {
        _engine = engine;
        _loop = Task.Run(LoopAsync);
    }

    /// <summary>What runs without knowing the type of its result.</summary>
    private interface IAct
    {
        /// <summary>False when the caller gave up before it started.</summary>
        bool Starts();

        /// <summary>False when it threw, which concerns its caller alone.</summary>
        Task<bool> RunAsync(SqlSession session);

        void Acknowledge();

        void Fail(Exception failure);
    }

    /// <summary>When too many wait already, waits for a place. Cancelling withdraws an act that has not started; one that has is answered.</summary>
    public async Task<T> RunAsync<T>(Func<SqlSession, Task<T>> run, CancellationToken cancellationToken)
    {
        var act = new Act<T>(run, cancellationToken);
        try
        {
            await _waiting.Writer.WriteAsync(act, cancellationToken);
        }
        catch (ChannelClosedException closed)
        {
            throw new StorageUnavailableException("The storage is closed.", closed);
        }

        return await act.Answer;
    }

    /// <summary>What waits is still done.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop;
        _connection?.Dispose();
    }

    private async Task LoopAsync()
    {
        var together = new List<IAct>(MostTogether);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            while (together.Count < MostTogether && _waiting.Reader.TryRead(out var act))
                if (act.Starts())
                    together.Add(act);
            if (together.Count > 0)
                await AnswerAsync(together);
            together.Clear();
        }
    }

    private async Task AnswerAsync(List<IAct> together)
    {
        try
        {
            await CommitAsync(together);
        }
        catch (Exception failure)
        {
            // whatever it was, the connection is not trusted any more; closing it undoes the transaction
            _connection?.Dispose();
            _connection = null;
            var unavailable = StorageUnavailableException.Of(failure);
            together.ForEach(act => act.Fail(unavailable));
            return;
        }

        together.ForEach(act => act.Acknowledge());
    }

    private async Task CommitAsync(List<IAct> together)
    {
        _connection ??= _engine.OpenToWrite();
        using var transaction = _connection.BeginTransaction();
        var session = new SqlSession(_engine, _connection, transaction, CancellationToken.None);
        if (together is [var alone])
        {
            // the transaction is its savepoint
            if (await alone.RunAsync(session))
                transaction.Commit();
            else
                transaction.Rollback();
            return;
        }

        foreach (var act in together)
        {
            transaction.Save(Savepoint);
            if (!await act.RunAsync(session))
                transaction.Rollback(Savepoint);
            transaction.Release(Savepoint);
        }

        transaction.Commit();
    }

    private sealed class Act<T>(Func<SqlSession, Task<T>> run, CancellationToken cancellationToken) : IAct
    {
        // a caller's continuation must not run on the loop
        private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;
        private Exception? _failure;

        public Task<T> Answer => _answer.Task;

        public bool Starts() => !cancellationToken.IsCancellationRequested || !_answer.TrySetCanceled(cancellationToken);

        public async Task<bool> RunAsync(SqlSession session)
        {
            try
            {
                _result = await run(session);
                return true;
            }
            catch (Exception failure) when (failure is not StorageUnavailableException)
            {
                _failure = failure;
                return false;
            }
        }

        public void Acknowledge()
        {
            if (_failure is null)
                _answer.TrySetResult(_result!);
            else
                Fail(_failure);
        }

        public void Fail(Exception failure) => _answer.TrySetException(failure);
    }
}
