using System.Text.RegularExpressions;

namespace CrisisKits.Infrastructure.Content;

/// <summary>Versions are named <c>year.number</c> and ordered by number: 2026.10 follows 2026.9.</summary>
public static partial class ContentVersions
{
    /// <summary>The version folders under a path, oldest first.</summary>
    public static IReadOnlyList<string> Under(ContentFiles files, string path)
    {
        var folders = files.Folders(path);
        if (folders.Count == 0)
            throw new ContentException([new(path, 1, "aucune version")]);
        foreach (var folder in folders)
            if (!VersionName().IsMatch(folder))
                throw new ContentException([new($"{path}/{folder}", 1, $"« {folder} » n'est pas une version : année, point, numéro (2026.1)")]);
        return [.. folders.OrderBy(Version.Parse)];
    }

    /// <summary>The date printed in files of a version: the first day of its year, never the clock's.</summary>
    public static DateTimeOffset Date(string version) => new(Version.Parse(version).Major, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [GeneratedRegex("^20[0-9]{2}\\.[0-9]{1,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex VersionName();
}
