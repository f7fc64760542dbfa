using System.Text.RegularExpressions;
using CrisisKits.Infrastructure.Sql;
using CrisisKits.Tests.Support;
using Microsoft.Data.Sqlite;

namespace CrisisKits.Tests.Database.Schema;

/// <summary>Every embedded query is proven on both engines, without a server: SQLite prepares it, DacFx compiles it for SQL Server.</summary>
public sealed partial class QueryTests
{
    private const RegexOptions AnyCase = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    private static readonly IReadOnlyList<Query> All = Embedded();

    private static IEnumerable<TestCaseData> Names => All.Select(query => new TestCaseData(query.Name));

    private static IEnumerable<TestCaseData> SharedNames => All.Where(query => !query.IsTwin).Select(query => new TestCaseData(query.Name));

    private static IEnumerable<TestCaseData> TwinNames => All.Where(query => query.IsTwin).Select(query => new TestCaseData(query.Name));

    [Test]
    public void For_SQL_Server_every_query_compiles() => Assert.That(SqlServerProof.Check([.. All.Select(query => (query.Name, query.Text))]), Is.Empty);

    [TestCaseSource(nameof(Names))]
    public async Task SQLite_prepares(string name)
    {
        await using var storage = await TestStorage.OpenAsync();
        Assert.That(await PrepareFaultAsync(storage, Named(name).Text.For(SqlDialect.Sqlite)), Is.Null);
    }

    [TestCaseSource(nameof(Names))]
    public void The_first_line_declares_the_parameters_that_are_used(string name)
    {
        var text = Named(name).Text;
        foreach (var dialect in Enum.GetValues<SqlDialect>())
        {
            var lines = text.For(dialect).Split('\n', 2);
            Assert.That(lines[0], Does.Match("^-- (no parameters|@.+)$"));
            Assert.That(Parameter().Matches(lines[1]).Select(match => match.Value[1..]).Distinct(StringComparer.Ordinal), Is.EquivalentTo(text.Parameters.Keys));
        }
    }

    [TestCaseSource(nameof(Names))]
    public void One_file_holds_one_statement(string name) => Assert.That(SchemaShape.Statements(Named(name).Text.For(SqlDialect.SqlServer)), Has.Count.EqualTo(1));

    [TestCaseSource(nameof(SharedNames))]
    public void Both_engines_understand_the_same_words(string name) => Assert.That(Banned(Named(name).Raw), Is.Empty);

    [TestCaseSource(nameof(TwinNames))]
    public async Task Twins_are_needed(string name)
    {
        await using var storage = await TestStorage.OpenAsync();
        var text = Named(name).Text;
        var sqliteServesBoth = SqlServerProof.Check((name, new SqlText(text.For(SqlDialect.Sqlite)))).Count == 0;
        var sqlServerServesBoth = await PrepareFaultAsync(storage, text.For(SqlDialect.SqlServer)) is null;
        Assert.That(sqliteServesBoth || sqlServerServesBoth, Is.False, "one of the twins serves both engines");
    }

    [TestCase("SELECT TOP 5 Id FROM Person")]
    [TestCase("SELECT Id FROM Person LIMIT 5")]
    [TestCase("SELECT Id FROM Person ORDER BY Id OFFSET 5 ROWS")]
    [TestCase("MERGE Person USING Person AS S ON 1 = 1")]
    [TestCase("INSERT INTO Person (Id) VALUES (1) ON CONFLICT DO NOTHING")]
    [TestCase("INSERT OR IGNORE INTO Person (Id) VALUES (1)")]
    [TestCase("REPLACE INTO Person (Id) VALUES (1)")]
    [TestCase("DELETE FROM Person OUTPUT deleted.Id")]
    [TestCase("DELETE FROM Person RETURNING Id")]
    [TestCase("SELECT Id || Id FROM Person")]
    [TestCase("SELECT Id FROM dbo.Person")]
    [TestCase("SELECT GETUTCDATE()")]
    [TestCase("SELECT SYSUTCDATETIME()")]
    [TestCase("SELECT DATEADD(day, 1, CreatedAt) FROM Person")]
    [TestCase("SELECT datetime('now')")]
    [TestCase("SELECT CURRENT_TIMESTAMP")]
    [TestCase("SELECT Id FROM Person WITH (UPDLOCK, HOLDLOCK)")]
    [TestCase("SELECT Id FROM Person (NOLOCK)")]
    [TestCase("SELECT Id FROM Person ORDER BY Email COLLATE NOCASE")]
    [TestCase("SELECT * FROM Person")]
    [TestCase("SELECT P.* FROM Person P")]
    [TestCase("SELECT Id FROM Person WHERE Id IN @Ids")]
    [TestCase("SELECT Id FROM Person WHERE IsActive = TRUE")]
    [TestCase("SELECT ISNULL(Email, '') FROM Person")]
    [TestCase("SELECT IFNULL(Email, '') FROM Person")]
    public void What_only_one_engine_understands_is_caught(string text) => Assert.That(Banned(text), Is.Not.Empty);

    [TestCase("SELECT COUNT(*) FROM Person")]
    [TestCase("SELECT Topic, Offsets, 2 * 3 FROM Limits WHERE Updated = 'the || of LIMIT'")]
    [TestCase("SELECT Id FROM Person WHERE Id IN ('a', @Id)\n/*page*/")]
    public void What_both_understand_is_not(string text) => Assert.That(Banned(text), Is.Empty);

    [TestCase("SELECT Id FROM Persons", "SQL71502")]
    [TestCase("SELECT Absent FROM Person", "SQL71501")]
    [TestCase("SELECT Id FROM Person WHERE Id = @Undeclared", "SQL")]
    public void The_proof_for_SQL_Server_catches(string text, string expected) =>
        Assert.That(SqlServerProof.Check(("wrong", new SqlText("-- no parameters\n" + text))), Has.Some.Contains("wrong").And.Some.Contains(expected));

    private static IEnumerable<string> Banned(string text) => Foreign().Matches(Quoted().Replace(text.Split("/*page*/")[0], "''")).Select(match => match.Value);

    private static async Task<string?> PrepareFaultAsync(TestStorage storage, string text)
    {
        await using var connection = storage.OpenFile();
        await using var command = connection.CreateCommand();
        command.CommandText = text;
        try
        {
            await command.PrepareAsync();
            return null;
        }
        catch (SqliteException fault)
        {
            return fault.Message;
        }
    }

    private static Query Named(string name) => All.Single(query => query.Name == name);

    private static List<Query> Embedded()
    {
        var assembly = typeof(SqlText).Assembly;
        string Read(string name)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        }

        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.EndsWith(".sql", StringComparison.Ordinal) && !name.StartsWith("database/", StringComparison.Ordinal))
                .GroupBy(name => Engine().Replace(name, string.Empty), StringComparer.Ordinal)
                .Select(files => files.Count() == 1
                    ? new Query(files.Key, false, Read(files.Single()), new SqlText(Read(files.Single())))
                    : new Query(files.Key, true, string.Empty, new SqlText(Read($"{files.Key}.Sqlite.sql"), Read($"{files.Key}.SqlServer.sql")))),
        ];
    }

    /// <summary>The subset is stated in database/README.md.</summary>
    [GeneratedRegex(
        @"\b(TOP|LIMIT|OFFSET|FETCH|MERGE|ON\s+CONFLICT|INSERT\s+OR|REPLACE\s+INTO|OUTPUT|RETURNING|COLLATE|TRUE|FALSE|ISNULL|IFNULL)\b|\b(NOLOCK|UPDLOCK|HOLDLOCK|ROWLOCK|READPAST|TABLOCKX?)\b"
        + @"|\|\||\bdbo\s*\.|\bWITH\s*\(|\bIN\s*@|(SELECT|,|\.)\s*\*"
        + @"|\b(GETDATE|GETUTCDATE|SYSDATETIME\w*|SYSUTCDATETIME|DATE\w*|TIME|STRFTIME|JULIANDAY|UNIXEPOCH|YEAR|MONTH|DAY|EOMONTH)\s*\(|\bCURRENT_(TIMESTAMP|DATE|TIME)\b",
        AnyCase)]
    private static partial Regex Foreign();

    [GeneratedRegex("'[^']*'")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"@\w+")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"(\.(Sqlite|SqlServer))?\.sql$", RegexOptions.ExplicitCapture)]
    private static partial Regex Engine();

    private sealed record Query(string Name, bool IsTwin, string Raw, SqlText Text);
}
