using System.Runtime.CompilerServices;
using CrisisKits.Infrastructure.Sql;

namespace CrisisKits.Tests.Support;

/// <summary>Files of the repository that no program ships.</summary>
internal static class RepositoryFiles
{
    public static string Schema(SqlDialect dialect) => File.ReadAllText(Path.Combine(Root(), "database", dialect.ToString(), "schema.sql"));

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
