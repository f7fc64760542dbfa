using System.Data;
using CrisisKits.Infrastructure.Establishments;
using CrisisKits.Infrastructure.Sql;
using CrisisKits.Infrastructure.Sql.Migrations;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CrisisKits.Tests.Database;

/// <summary>How the text of a query reaches an engine.</summary>
public sealed class SqlTextTests
{
    private const string Declaration = "-- @Finess CHAR(9), @Kind VARCHAR(12), @Name NVARCHAR(250), @At CHAR(28), @Take INT\n";

    [Test]
    public void One_file_serves_both_engines_and_keeps_its_first_line()
    {
        var text = SqlText.Of<EstablishmentStore>("FindEstablishment");
        Assert.That(text.For(SqlDialect.Sqlite), Is.EqualTo(text.For(SqlDialect.SqlServer)).And.StartsWith("-- @Finess CHAR(9)\nSELECT"));
    }

    [Test]
    public void Twins_serve_one_engine_each()
    {
        var text = SqlText.Of<SqlMigrator>("HasMigrations");
        Assert.That(text.For(SqlDialect.Sqlite), Does.Contain("sqlite_master"));
        Assert.That(text.For(SqlDialect.SqlServer), Does.Contain("OBJECT_ID"));
    }

    [Test]
    public void A_query_that_does_not_exist_is_named() =>
        Assert.That(() => SqlText.Of<EstablishmentStore>("Absent"), Throws.InvalidOperationException.With.Message.Contains("Establishments/Absent"));

    [Test]
    public void A_page_is_taken_in_each_engines_way()
    {
        var text = new SqlText("SELECT 1 ORDER BY 1\n/*page*/\n");
        Assert.That(text.For(SqlDialect.Sqlite), Is.EqualTo("SELECT 1 ORDER BY 1\nLIMIT @Take"));
        Assert.That(text.For(SqlDialect.SqlServer), Is.EqualTo("SELECT 1 ORDER BY 1\nOFFSET 0 ROWS FETCH NEXT @Take ROWS ONLY"));
    }

    [Test]
    public void A_page_elsewhere_than_on_the_last_line_is_left() =>
        Assert.That(new SqlText("SELECT 1 /*page*/\nORDER BY 1").For(SqlDialect.Sqlite), Does.Contain("/*page*/"));

    [Test]
    public void For_SQL_Server_text_is_bound_as_declared()
    {
        var bound = Bind(new { Finess = "010003812", Kind = (string?)null, Name = "Cœur", At = DateTimeOffset.UnixEpoch, Take = 3 });
        Assert.That(bound, Is.EqualTo(new[]
        {
            ("Finess", DbType.AnsiStringFixedLength, 9),
            ("Kind", DbType.AnsiString, 12),
            ("Name", DbType.String, 250),
            ("At", DbType.AnsiStringFixedLength, 28),
            ("Take", DbType.Int32, 0),
        }));
    }

    [Test]
    public void Text_longer_than_declared_is_left_for_the_server_to_refuse() =>
        Assert.That(Bind(new { Finess = "0100038129" })[0], Is.EqualTo(("Finess", DbType.AnsiStringFixedLength, 10)));

    [Test]
    public void What_is_bound_as_declared_runs_for_each_of_many()
    {
        using var connection = Open();
        var add = new SqlText("-- @Finess CHAR(9)\nINSERT INTO Sample (Finess) VALUES (@Finess)");
        connection.Execute("CREATE TABLE Sample (Finess TEXT) STRICT");
        connection.Execute(add.For(SqlDialect.Sqlite), new[] { "010003812", "010003820" }.Select(finess => new DeclaredParameters(add, new { Finess = finess })));
        Assert.That(connection.Query<string>("SELECT Finess FROM Sample ORDER BY 1"), Is.EqualTo(new[] { "010003812", "010003820" }));
    }

    private static List<(string Name, DbType Kind, int Size)> Bind(object values)
    {
        using var connection = Open();
        var seen = new Seen(new(new SqlText(Declaration), values));
        connection.Execute($"{Declaration}SELECT 1", seen);
        return seen.Parameters;
    }

    private static SqliteConnection Open()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        return connection;
    }

    /// <summary>Looks at the parameters once they are bound.</summary>
    private sealed class Seen(DeclaredParameters inner) : SqlMapper.IDynamicParameters
    {
        public List<(string Name, DbType Kind, int Size)> Parameters { get; } = [];

        public void AddParameters(IDbCommand command, SqlMapper.Identity identity)
        {
            inner.AddParameters(command, identity);
            Parameters.AddRange(command.Parameters.Cast<IDbDataParameter>().Select(parameter => (parameter.ParameterName, parameter.DbType, parameter.Size)));
        }
    }
}
