using CrisisKits.Infrastructure.Sql.Engines;
using Microsoft.Extensions.Configuration;

namespace CrisisKits.Infrastructure.Sql;

/// <summary>The section <c>Storage</c> of the settings.</summary>
/// <param name="Engine"><c>Sqlite</c> when nothing is said.</param>
/// <param name="ConnectionString">For SQLite the file <c>crisiskits.db</c> of the working directory when nothing is said.</param>
/// <param name="MigrateOnStart">SQL Server only: whether the program brings the schema up to date by itself. SQLite always does.</param>
public sealed record StorageSettings(SqlDialect Engine, string ConnectionString, bool MigrateOnStart)
{
    private const string DefaultFile = "Data Source=crisiskits.db";

    public static StorageSettings Of(IConfiguration configuration)
    {
        var section = configuration.GetSection("Storage");
        var engine = section["Engine"] switch
        {
            null or "" or nameof(SqlDialect.Sqlite) => SqlDialect.Sqlite,
            nameof(SqlDialect.SqlServer) => SqlDialect.SqlServer,
            var other => throw new StorageRefusedException($"Storage:Engine vaut « {other} » ; valeurs possibles : Sqlite, SqlServer."),
        };
        var connection = section["ConnectionString"];
        if (string.IsNullOrWhiteSpace(connection))
            connection = engine == SqlDialect.Sqlite
                ? DefaultFile
                : throw new StorageRefusedException("Storage:ConnectionString manque : SQL Server en a besoin.");
        var migrate = section["MigrateOnStart"] switch
        {
            null or "" => false,
            var text when bool.TryParse(text, out var said) => said,
            var other => throw new StorageRefusedException($"Storage:MigrateOnStart vaut « {other} » ; valeurs possibles : true, false."),
        };
        return new(engine, connection, migrate);
    }

    public SqlEngine Open()
    {
        try
        {
            return Engine == SqlDialect.Sqlite ? new SqliteEngine(ConnectionString) : new SqlServerEngine(ConnectionString);
        }
        catch (ArgumentException unreadable)
        {
            throw new StorageRefusedException($"Storage:ConnectionString est illisible : {unreadable.Message}");
        }
    }
}
