using System.Data;
using System.Data.Common;
using Dapper;
using Microsoft.Data.SqlClient;

namespace CrisisKits.Infrastructure.Sql.Engines;

/// <summary>
/// SQL Server. Changes are serializable; when two collide, the one that the server ends is run again a few times.
/// </summary>
public sealed class SqlServerEngine(string connectionString) : SqlEngine
{
    private const int MostTries = 5;
    private const string MigrationLock =
        """
        DECLARE @Granted INT;
        EXEC @Granted = sp_getapplock @Resource = 'CrisisKits.SchemaMigration', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 60000;
        SELECT @Granted;
        """;

    public override SqlDialect Dialect => SqlDialect.SqlServer;

    public override async Task<T> ReadAsync<T>(Func<SqlSession, Task<T>> read, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        return await read(new(this, connection, null, cancellationToken));
    }

    public override async Task<T> WriteAsync<T>(Func<SqlSession, Task<T>> act, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
            try
            {
                return await TransactAsync(IsolationLevel.Serializable, act, cancellationToken);
            }
            catch (SqlException failure) when (IsConflict(failure))
            {
                if (attempt == MostTries)
                    throw StorageUnavailableException.Of(failure);
                await Task.Delay(Random.Shared.Next(10, 50) * attempt, cancellationToken);
            }
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal override Task<T> MigrateAsync<T>(Func<SqlSession, Task<T>> act, CancellationToken cancellationToken) =>
        TransactAsync(
            IsolationLevel.ReadCommitted,
            async session => await session.FindAsync<int>(new(MigrationLock)) >= 0
                ? await act(session)
                : throw new StorageUnavailableException("Another process has been migrating this database for a minute."),
            cancellationToken);

    internal override object? Bind(SqlText text, object? values) => values is null ? null : new DeclaredParameters(text, values);

    protected override Exception? Translate(DbException failure) => failure switch
    {
        SqlException { Number: 2601 or 2627 } => new UniqueViolationException(failure),
        // 17 and above: out of space, damaged, connection lost; then time-out, lock time-out, read-only, no such database, sign-in refused
        SqlException { Class: >= 17 } or SqlException { Number: -2 or 1222 or 3906 or 4060 or 18456 } => StorageUnavailableException.Of(failure),
        _ => null,
    };

    /// <summary>Chosen as the victim of a deadlock, or overtaken by another change.</summary>
    private static bool IsConflict(SqlException failure) => failure.Number is 1205 or 3960;

    private Task<T> TransactAsync<T>(IsolationLevel isolation, Func<SqlSession, Task<T>> act, CancellationToken cancellationToken) => TranslateAsync(async () =>
    {
        await using var connection = await OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(isolation, cancellationToken);
        var result = await act(new(this, connection, transaction, cancellationToken));
        // a commit under way is not given up: its outcome would be unknown
        await transaction.CommitAsync(CancellationToken.None);
        return result;
    });

    private async Task<SqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqlConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch (Exception failure)
        {
            await connection.DisposeAsync();
            // an exhausted pool is an InvalidOperationException
            if (failure is SqlException or InvalidOperationException)
                throw new StorageUnavailableException(failure.Message, failure);
            throw;
        }
    }
}
