using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CrisisKits.Infrastructure.Sql.Engines;

/// <summary>
/// One file in the program's own process. Readers each see one instant and wait for nobody; all changes go through one
/// <see cref="SqliteWriter"/>.
/// </summary>
public sealed class SqliteEngine : SqlEngine
{
    private const int SecondsToWaitForALock = 5;

    /// <summary>Connections kept open for the next readers, with the statements they prepared.</summary>
    private const int MostIdle = 32;

    private readonly string _reading;
    private readonly string _writing;
    private readonly SqliteWriter _writer;
    private readonly ConcurrentQueue<SqliteConnection> _idle = [];

    /// <param name="connectionString"><c>Data Source=file</c>; a relative file is in the caller's working directory.</param>
    public SqliteEngine(string connectionString)
    {
        var asked = new SqliteConnectionStringBuilder(connectionString) { DefaultTimeout = SecondsToWaitForALock };
        File = Path.GetFullPath(asked.DataSource);
        asked.DataSource = File;
        _reading = new SqliteConnectionStringBuilder(asked.ConnectionString) { Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString;
        _writing = new SqliteConnectionStringBuilder(asked.ConnectionString) { Pooling = false, ForeignKeys = true }.ConnectionString;
        _writer = new(this);
    }

    public override SqlDialect Dialect => SqlDialect.Sqlite;

    /// <summary>The full path of the file.</summary>
    public string File { get; }

    public override Task<T> ReadAsync<T>(Func<SqlSession, Task<T>> read, CancellationToken cancellationToken) => TranslateAsync(async () =>
    {
        cancellationToken.ThrowIfCancellationRequested();
        var connection = _idle.TryDequeue(out var idle) ? idle : OpenToRead();
        try
        {
            T result;
            await using (var snapshot = connection.BeginTransaction(IsolationLevel.Serializable, deferred: true))
                result = await read(new(this, connection, snapshot, cancellationToken));
            if (_idle.Count < MostIdle)
            {
                _idle.Enqueue(connection);
                connection = null;
            }

            return result;
        }
        finally
        {
            // also after any failure: what it left is not for the next reader
            connection?.Dispose();
        }
    });

    public override Task<T> WriteAsync<T>(Func<SqlSession, Task<T>> act, CancellationToken cancellationToken) => _writer.RunAsync(act, cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        foreach (var connection in _idle)
            connection.Dispose();
        _idle.Clear();
    }

    internal SqliteConnection OpenToRead() => Open(new PreparedConnection(_reading));

    /// <summary>A connection for changes: every commit reaches the disk before it is acknowledged.</summary>
    internal SqliteConnection OpenToWrite()
    {
        var connection = Open(new PreparedConnection(_writing));
        try
        {
            connection.Execute($"PRAGMA busy_timeout = {SecondsToWaitForALock * 1000}; PRAGMA synchronous = FULL");
            var mode = connection.ExecuteScalar<string>("PRAGMA journal_mode = WAL");
            return mode == "wal"
                ? connection
                : throw new StorageUnavailableException($"{File}: this file system allows no write-ahead log ({mode}).");
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Without foreign keys while tables are rebuilt, as SQLite asks; they are checked before the commit.</summary>
    internal override Task<T> MigrateAsync<T>(Func<SqlSession, Task<T>> act, CancellationToken cancellationToken) => TranslateAsync(async () =>
    {
        await using var connection = OpenToWrite();
        connection.Execute("PRAGMA foreign_keys = OFF");
        await using var transaction = connection.BeginTransaction();
        var result = await act(new(this, connection, transaction, cancellationToken));
        if (connection.Query("PRAGMA foreign_key_check", transaction: transaction).Any())
            throw new StorageRefusedException("La migration laisserait des lignes qui renvoient à d'autres, absentes : rien n'a été changé.");
        transaction.Commit();
        return result;
    });

    internal override object? Bind(SqlText text, object? values) => values;

    protected override Exception? Translate(DbException failure) => failure is not SqliteException known ? null : known.SqliteExtendedErrorCode switch
    {
        raw.SQLITE_CONSTRAINT_UNIQUE or raw.SQLITE_CONSTRAINT_PRIMARYKEY => new UniqueViolationException(failure),
        var code when (code & 0xFF) is raw.SQLITE_FULL or raw.SQLITE_READONLY or raw.SQLITE_IOERR or raw.SQLITE_BUSY or raw.SQLITE_LOCKED
            or raw.SQLITE_PROTOCOL or raw.SQLITE_CANTOPEN or raw.SQLITE_PERM or raw.SQLITE_NOMEM or raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB
            => Unavailable(known),
        _ => null,
    };

    private SqliteConnection Open(SqliteConnection connection)
    {
        try
        {
            connection.Open();
            return connection;
        }
        catch (SqliteException failure)
        {
            connection.Dispose();
            throw Unavailable(failure);
        }
    }

    private StorageUnavailableException Unavailable(SqliteException failure) => new($"{File}: {failure.Message}", failure);
}
