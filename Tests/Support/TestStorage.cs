using CrisisKits.Infrastructure.Sql;
using CrisisKits.Infrastructure.Sql.Engines;
using CrisisKits.Infrastructure.Sql.Migrations;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace CrisisKits.Tests.Support;

/// <summary>
/// A new database with the shipped schema, gone afterwards. On SQL Server it is made on the server that CRISISKITS_TEST_SQLSERVER names; without
/// it the test is ignored and says so.
/// </summary>
internal sealed class TestStorage : IAsyncDisposable
{
    private const string ServerVariable = "CRISISKITS_TEST_SQLSERVER";
    private readonly TempFolder _folder = new();
    private readonly string? _database;

    private TestStorage(SqlDialect dialect)
    {
        if (dialect == SqlDialect.Sqlite)
        {
            Engine = new SqliteEngine($"Data Source={File}");
            return;
        }

        _database = $"crisiskits_test_{Guid.NewGuid():N}";
        OnServer($"CREATE DATABASE {_database}");
        Engine = new SqlServerEngine(new SqlConnectionStringBuilder(Server()) { InitialCatalog = _database }.ConnectionString);
    }

    public SqlEngine Engine { get; }

    /// <summary>The file, on SQLite.</summary>
    public string File => _folder.File("crisiskits.db");

    public static async Task<TestStorage> OpenAsync(SqlDialect dialect = SqlDialect.Sqlite)
    {
        if (dialect == SqlDialect.SqlServer && Server() is null)
            Assert.Ignore($"{ServerVariable} names no SQL Server to run this on");
        var storage = new TestStorage(dialect);
        await new SqlMigrator(storage.Engine, TimeProvider.System).RunAsync(CancellationToken.None);
        return storage;
    }

    public Task<T> ReadAsync<T>(Func<SqlSession, Task<T>> read) => Engine.ReadAsync(read, CancellationToken.None);

    public Task<T> WriteAsync<T>(Func<SqlSession, Task<T>> act) => Engine.WriteAsync(act, CancellationToken.None);

    public Task<int> CountAsync(string table) => ReadAsync(session => session.FindAsync<int>(new($"SELECT COUNT(*) FROM {table}")));

    /// <summary>A connection that is not the engine's, on SQLite.</summary>
    public SqliteConnection OpenFile()
    {
        var connection = new SqliteConnection($"Data Source={File};Pooling=False;Default Timeout=1");
        connection.Open();
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        if (_database is not null)
            OnServer($"ALTER DATABASE {_database} SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE {_database}");
        _folder.Dispose();
    }

    private static string? Server() => Environment.GetEnvironmentVariable(ServerVariable);

    private static void OnServer(string statement)
    {
        using var connection = new SqlConnection(Server());
        connection.Open();
        using var command = new SqlCommand(statement, connection);
        command.ExecuteNonQuery();
    }
}
