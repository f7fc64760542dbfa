using System.Data.Common;

namespace CrisisKits.Infrastructure.Sql;

/// <summary>The two engines that the texts are written for.</summary>
public enum SqlDialect
{
    Sqlite,
    SqlServer,
}

/// <summary>
/// Where everything is kept. An act is given a <see cref="SqlSession"/> and is done whole or not at all; it may be run again after a conflict, so
/// it changes nothing outside its session; it never starts another act, which would wait for it. When the storage cannot serve, <see cref="StorageUnavailableException"/>.
/// </summary>
public abstract class SqlEngine : IAsyncDisposable
{
    private long _statements;

    static SqlEngine() => SqlTypes.Register();

    public abstract SqlDialect Dialect { get; }

    /// <summary>How many statements were run since the start: tests assert that a request runs a fixed number of them.</summary>
    public long Statements => Interlocked.Read(ref _statements);

    /// <summary>Only reads. On SQLite everything read is of one instant; on SQL Server each statement sees what is committed.</summary>
    public abstract Task<T> ReadAsync<T>(Func<SqlSession, Task<T>> read, CancellationToken cancellationToken);

    /// <summary>Changes, alone in effect; returns once the change would survive a power cut. Cancelled only before it starts on SQLite.</summary>
    public abstract Task<T> WriteAsync<T>(Func<SqlSession, Task<T>> act, CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();

    /// <summary>For migrations: no other process does the same at the same time.</summary>
    internal abstract Task<T> MigrateAsync<T>(Func<SqlSession, Task<T>> act, CancellationToken cancellationToken);

    /// <summary>The values of a statement, as the engine wants them bound.</summary>
    internal abstract object? Bind(SqlText text, object? values);

    /// <summary>Says failures in words that both engines share.</summary>
    internal async Task<T> TranslateAsync<T>(Func<Task<T>> run)
    {
        try
        {
            return await run();
        }
        catch (DbException failure)
        {
            if (Translate(failure) is { } known)
                throw known;
            throw;
        }
    }

    internal void Count(int statements) => Interlocked.Add(ref _statements, statements);

    /// <summary>Null when it is a mistake of ours.</summary>
    protected abstract Exception? Translate(DbException failure);
}
