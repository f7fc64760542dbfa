using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace CrisisKits.Infrastructure.Sql.Migrations;

/// <summary>One step of the schema: <c>database/Sqlite/migrations/0001_assessments.sql</c> is number 1, named <c>assessments</c>.</summary>
public sealed partial record Migration(int Number, string Name, string Text)
{
    /// <summary>SHA-256 of the text, 64 lower-case hexadecimal digits: a migration that was applied never changes.</summary>
    public string Checksum { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    /// <summary>Those shipped with the program for an engine, in order.</summary>
    public static IReadOnlyList<Migration> Shipped(SqlDialect dialect)
    {
        var assembly = Assembly.GetExecutingAssembly();
        return
        [
            .. assembly.GetManifestResourceNames()
                .Select(resource => FileName().Match(resource))
                .Where(match => match.Success && match.Groups["engine"].Value == dialect.ToString())
                .Select(match => new Migration(
                    int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture), match.Groups["name"].Value, Read(assembly, match.Value)))
                .OrderBy(migration => migration.Number),
        ];
    }

    /// <summary>SQL Server compiles a batch as a whole, before its first statement has run: a line <c>GO</c> ends one.</summary>
    internal IEnumerable<string> Batches() => BatchEnd().Split(Text).Where(batch => !string.IsNullOrWhiteSpace(batch));

    private static string Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex("^database/(?<engine>[A-Za-z]+)/migrations/(?<number>[0-9]{4})_(?<name>[a-z0-9-]+)\\.sql$", RegexOptions.ExplicitCapture)]
    private static partial Regex FileName();

    [GeneratedRegex("^GO$", RegexOptions.Multiline)]
    private static partial Regex BatchEnd();
}
