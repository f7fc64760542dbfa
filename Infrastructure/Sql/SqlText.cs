using System.Reflection;
using System.Text.RegularExpressions;

namespace CrisisKits.Infrastructure.Sql;

/// <summary>
/// The text of one query, for both engines. Its first line declares its parameters with their SQL Server types:
/// <c>-- @Finess CHAR(9), @Take INT</c>. A last line <c>/*page*/</c> becomes each engine's way to take the first <c>@Take</c> rows.
/// </summary>
public sealed partial class SqlText
{
    private const string RootNamespace = "CrisisKits.Infrastructure";
    private const string Page = "/*page*/";
    private readonly string _sqlite;
    private readonly string _sqlServer;

    /// <summary>One text that serves both engines.</summary>
    public SqlText(string text)
        : this(text, text)
    {
    }

    public SqlText(string sqlite, string sqlServer)
    {
        _sqlite = Paged(sqlite, "LIMIT @Take");
        _sqlServer = Paged(sqlServer, "OFFSET 0 ROWS FETCH NEXT @Take ROWS ONLY");
        Parameters = new OrderedDictionary<string, string>(
            Declaration().Matches(sqlServer.Split('\n')[0]).Select(match => KeyValuePair.Create(match.Groups["name"].Value, match.Groups["type"].Value)),
            StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The declared SQL Server type of each parameter, by name without <c>@</c>, in the order of the declaration.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; }

    /// <summary>
    /// The embedded file <c>name.sql</c> beside a class, or its twins <c>name.Sqlite.sql</c> and <c>name.SqlServer.sql</c> where one text cannot
    /// serve both.
    /// </summary>
    public static SqlText Of<TBeside>(string name)
    {
        var path = $"{typeof(TBeside).Namespace![(RootNamespace.Length + 1)..].Replace('.', '/')}/{name}";
        return Read($"{path}.sql") is { } shared
            ? new(shared)
            : new(
                Read($"{path}.{nameof(SqlDialect.Sqlite)}.sql") ?? throw Missing(path),
                Read($"{path}.{nameof(SqlDialect.SqlServer)}.sql") ?? throw Missing(path));
    }

    public string For(SqlDialect dialect) => dialect == SqlDialect.Sqlite ? _sqlite : _sqlServer;

    private static string Paged(string text, string take)
    {
        var trimmed = text.TrimEnd();
        return trimmed.EndsWith(Page, StringComparison.Ordinal) ? trimmed[..^Page.Length] + take : text;
    }

    private static string? Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name);
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static InvalidOperationException Missing(string path) => new($"No embedded query {path}.");

    [GeneratedRegex(@"@(?<name>\w+)\s+(?<type>\w+(\(\w+(,\s*\d+)?\))?)", RegexOptions.ExplicitCapture)]
    private static partial Regex Declaration();
}
