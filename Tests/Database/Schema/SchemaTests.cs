using System.Text.RegularExpressions;
using CrisisKits.Infrastructure.Sql;
using CrisisKits.Infrastructure.Sql.Migrations;
using CrisisKits.Tests.Support;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CrisisKits.Tests.Database.Schema;

/// <summary>The road (migrations) leads to the picture (schema.sql), and the picture is the same on both engines.</summary>
public sealed partial class SchemaTests
{
    private const string TableTail = " STRICT, WITHOUT ROWID";
    private const string Collated = " COLLATE Latin1_General_100_BIN2";

    [Test]
    public async Task On_SQLite_the_migrations_lead_to_the_schema()
    {
        await using var storage = await TestStorage.OpenAsync();
        using var migrated = storage.OpenFile();
        using var drawn = Drawn();
        Assert.That(ShapeOf(migrated).Lines, Is.EqualTo(ShapeOf(drawn).Lines));
        Assert.That(PragmasOf(migrated), Is.EqualTo(PragmasOf(drawn)).And.Not.Empty);
    }

    [Test]
    public void On_SQL_Server_the_migrations_lead_to_the_schema()
    {
        var road = string.Join("\nGO\n", Migration.Shipped(SqlDialect.SqlServer).Select(migration => migration.Text));
        Assert.That(new SchemaShape(road).Lines, Is.EqualTo(new SchemaShape(RepositoryFiles.Schema(SqlDialect.SqlServer)).Lines).And.Not.Empty);
    }

    [Test]
    public void For_SQL_Server_the_schema_compiles() => Assert.That(SqlServerProof.Check(), Is.Empty);

    [Test]
    public void Both_engines_have_the_same_columns()
    {
        using var drawn = Drawn();
        var expected = new SchemaShape(RepositoryFiles.Schema(SqlDialect.SqlServer)).Columns
            .Select(column => $"{column.Table} {column.Column} {OnSqlite(column.Column, column.Declared)}");
        Assert.That(ShapeOf(drawn).Columns.Select(column => $"{column.Table} {column.Column} {column.Declared}"), Is.EqualTo(expected));
    }

    [Test]
    public void Both_engines_have_the_same_keys_references_checks_and_indexes()
    {
        using var drawn = Drawn();
        Assert.That(ShapeOf(drawn).Rules, Is.EqualTo(new SchemaShape(RepositoryFiles.Schema(SqlDialect.SqlServer)).Rules).And.Not.Empty);
    }

    [Test]
    public void Both_engines_have_migrations_of_the_same_numbers_and_names() =>
        Assert.That(
            Migration.Shipped(SqlDialect.Sqlite).Select(migration => (migration.Number, migration.Name)),
            Is.EqualTo(Migration.Shipped(SqlDialect.SqlServer).Select(migration => (migration.Number, migration.Name))).And.Not.Empty);

    [Test]
    public void Migrations_are_numbered_from_one_without_a_gap() =>
        Assert.That(Migration.Shipped(SqlDialect.Sqlite).Select(migration => migration.Number), Is.EqualTo(Enumerable.Range(1, Migration.Shipped(SqlDialect.Sqlite).Count)));

    [Test]
    public void Later_changes_count_in_the_shape()
    {
        const string Road =
            """
            CREATE TABLE A (X INT NOT NULL, Y INT NULL, CONSTRAINT CK_A CHECK (X > 0));
            CREATE INDEX IX_A ON A (X);
            GO
            ALTER TABLE A ADD Z CHAR(2) NULL;
            ALTER TABLE A ADD CONSTRAINT CK_Z CHECK (X < Y);
            ALTER TABLE A DROP CONSTRAINT CK_A;
            ALTER TABLE A DROP COLUMN Y;
            ALTER TABLE A ALTER COLUMN X BIGINT NOT NULL;
            DROP INDEX IX_A ON A;
            """;
        Assert.That(new SchemaShape(Road).Lines, Is.EqualTo(new SchemaShape("CREATE TABLE A (X BIGINT NOT NULL, Z CHAR(2) NULL, CONSTRAINT CK_Z CHECK (X < Y));").Lines));
    }

    /// <summary>The type map. SQLite has no lengths and no BIT: checks stand in for them. All text compares by code point on both.</summary>
    private static string OnSqlite(string column, string declared)
    {
        var match = SqlServerColumn().Match(declared);
        Assert.That(match.Success, Is.True, $"the type map does not say what {column} {declared} is on SQLite");
        var nullable = match.Groups["null"].Value;
        if (match.Groups["size"] is { Success: true } size)
            return $"TEXT {nullable} CHECK ( length ( {column} ) {(match.Groups["varying"].Success ? "< =" : "=")} {size.Value} )";
        return match.Groups["bit"].Success ? $"INTEGER {nullable} CHECK ( {column} IN ( 0 , 1 ) )" : $"INTEGER {nullable}";
    }

    private static SqliteConnection Drawn()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        connection.Execute(RepositoryFiles.Schema(SqlDialect.Sqlite));
        return connection;
    }

    private static SchemaShape ShapeOf(SqliteConnection connection)
    {
        var made = connection.Query<string>("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type DESC, name").ToList();
        var tables = made.Where(sql => sql.StartsWith("CREATE TABLE", StringComparison.Ordinal));
        Assert.That(tables, Is.All.EndsWith(TableTail));
        return new(string.Join(";\n", made.Select(sql => sql.Replace(TableTail, string.Empty, StringComparison.Ordinal))));
    }

    /// <summary>What SQLite itself understood: columns, keys, indexes and references.</summary>
    private static List<string> PragmasOf(SqliteConnection connection) =>
    [
        .. connection.Query<string>(
            """
            SELECT t.name || ' ' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk
                FROM pragma_table_list t, pragma_table_info(t.name) c WHERE t.schema = 'main'
            UNION ALL SELECT t.name || ' ' || i.name || ' ' || i."unique" || ' ' || i.partial || ' ' || x.seqno || ' ' || coalesce(x.name, '')
                FROM pragma_table_list t, pragma_index_list(t.name) i, pragma_index_info(i.name) x WHERE t.schema = 'main'
            UNION ALL SELECT t.name || ' ' || f."from" || ' ' || f."table" || ' ' || f."to" || ' ' || f.on_delete
                FROM pragma_table_list t, pragma_foreign_key_list(t.name) f WHERE t.schema = 'main'
            ORDER BY 1
            """),
    ];

    [GeneratedRegex(@"^(N?(?<varying>VAR)?CHAR \( (?<size>\d+) \)" + Collated + @"|(?<bit>BIT)|SMALLINT|INT|BIGINT) (?<null>(NOT )?NULL)$", RegexOptions.ExplicitCapture)]
    private static partial Regex SqlServerColumn();
}
