using System.Data.Common;
using Dapper;

namespace CrisisKits.Infrastructure.Sql;

/// <summary>
/// The connection and transaction of one act. Statements are counted on the engine; their failures come as
/// <see cref="UniqueViolationException"/> or <see cref="StorageUnavailableException"/> on both engines.
/// </summary>
public sealed class SqlSession(SqlEngine engine, DbConnection connection, DbTransaction? transaction, CancellationToken cancellationToken)
{
    /// <summary>All the rows: the query bounds them.</summary>
    public Task<IReadOnlyList<T>> ListAsync<T>(SqlText text, object? values = null) =>
        RunAsync<IReadOnlyList<T>>(text, 1, engine.Bind(text, values), async command => (await connection.QueryAsync<T>(command)).AsList());

    /// <summary>The one row there may be; nothing when there is none.</summary>
    public Task<T?> FindAsync<T>(SqlText text, object? values = null) =>
        RunAsync(text, 1, engine.Bind(text, values), command => connection.QuerySingleOrDefaultAsync<T>(command));

    /// <summary>How many rows were changed.</summary>
    public Task<int> ExecuteAsync(SqlText text, object? values = null) =>
        RunAsync(text, 1, engine.Bind(text, values), connection.ExecuteAsync);

    /// <summary>The same statement for each of the values, prepared once: twice as fast as one by one. How many rows were changed in all.</summary>
    public Task<int> ExecuteEachAsync<T>(SqlText text, IReadOnlyCollection<T> values)
        where T : class =>
        RunAsync(text, values.Count, values.Select(each => engine.Bind(text, each)), connection.ExecuteAsync);

    /// <summary>
    /// The same statement for many rows, whose values are in the order of its declaration: nothing is looked up by name for each row, which is most of
    /// the time that a row takes. Instants are given as text (<see cref="SqlTypes.TextOf"/>). How many rows were changed in all.
    /// </summary>
    internal Task<int> ExecuteRowsAsync(SqlText text, IEnumerable<object?[]> rows) => engine.TranslateAsync(async () =>
    {
        await using var command = connection.CreateCommand();
        command.CommandText = text.For(engine.Dialect);
        command.Transaction = transaction;
        foreach (var (name, declared) in text.Parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@{name}";
            if (engine.Dialect == SqlDialect.SqlServer)
                DeclaredParameters.Declare(parameter, declared);
            command.Parameters.Add(parameter);
        }

        var changed = 0;
        foreach (var row in rows)
        {
            for (var index = 0; index < row.Length; index++)
                command.Parameters[index].Value = row[index] ?? DBNull.Value;
            engine.Count(1);
            changed += await command.ExecuteNonQueryAsync(cancellationToken);
        }

        return changed;
    });

    private async Task<T> RunAsync<T>(SqlText text, int statements, object? values, Func<CommandDefinition, Task<T>> run)
    {
        engine.Count(statements);
        var command = new CommandDefinition(text.For(engine.Dialect), values, transaction, cancellationToken: cancellationToken);
        try
        {
            return await engine.TranslateAsync(() => run(command));
        }
        catch (DbException failure) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(failure.Message, failure, cancellationToken);
        }
    }
}
