using System.Reflection;
using System.Text;
using CrisisKits.Domain.Grids;

namespace CrisisKits.Infrastructure.Content;

/// <summary>The content as text, by path with slashes under the content folder (<c>grids/2026.1/grid.yaml</c>).</summary>
public sealed class ContentFiles
{
    private const string Prefix = "Content/";
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly SortedDictionary<string, string> _texts;

    public ContentFiles(IEnumerable<KeyValuePair<string, string>> texts) =>
        _texts = new(new Dictionary<string, string>(texts, StringComparer.Ordinal), StringComparer.Ordinal);

    public IEnumerable<string> Paths => _texts.Keys;

    /// <summary>What was shipped with the program.</summary>
    public static ContentFiles Embedded()
    {
        var assembly = typeof(Grid).Assembly;
        return new(assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => KeyValuePair.Create(name[Prefix.Length..], Read(assembly, name))));
    }

    /// <summary>The files of a folder, for an author who tries them before they are built in.</summary>
    public static ContentFiles FromDirectory(string directory)
    {
        var root = Path.GetFullPath(directory);
        return new(Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Select(file => (file, path: Path.GetRelativePath(root, file).Replace('\\', '/')))
            .Where(entry => !entry.path.EndsWith("README.md", StringComparison.Ordinal) && !entry.path.EndsWith("RELECTURE.md", StringComparison.Ordinal))
            .Select(entry => KeyValuePair.Create(entry.path, Decode(entry.path, File.ReadAllBytes(entry.file)))));
    }

    public bool Exists(string path) => _texts.ContainsKey(path);

    /// <summary>The text of a file, lines ended by <c>\n</c>.</summary>
    public string Text(string path) =>
        _texts.TryGetValue(path, out var text) ? text : throw new ContentException([new(path, 1, "fichier introuvable")]);

    /// <summary>Names of the folders directly under a path.</summary>
    public IReadOnlyList<string> Folders(string path) =>
        [.. Under(path).Where(rest => rest.Contains('/', StringComparison.Ordinal)).Select(rest => rest.Split('/')[0]).Distinct(StringComparer.Ordinal)];

    /// <summary>Names of the files directly in a path.</summary>
    public IReadOnlyList<string> Files(string path) =>
        [.. Under(path).Where(rest => !rest.Contains('/', StringComparison.Ordinal))];

    private IEnumerable<string> Under(string path) =>
        Paths.Where(candidate => candidate.StartsWith(path + "/", StringComparison.Ordinal)).Select(candidate => candidate[(path.Length + 1)..]);

    private static string Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Decode(name[Prefix.Length..], bytes);
    }

    private static string Decode(string path, byte[] bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes).TrimStart('\uFEFF').ReplaceLineEndings("\n");
        }
        catch (DecoderFallbackException broken)
        {
            var line = 1 + bytes.AsSpan(0, Math.Clamp(broken.Index, 0, bytes.Length)).Count((byte)'\n');
            throw new ContentException([new(path, line, "ce fichier n'est pas en UTF-8 ; enregistrez-le de nouveau en UTF-8")]);
        }
    }
}
