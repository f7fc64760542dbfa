using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Content;

namespace CrisisKits.Infrastructure.Kits.Reading;

/// <summary>Reads one Markdown document: its front matter, and its body left as written.</summary>
internal static class DocumentReader
{
    private const string Fence = "---\n";

    public static KitDocument? Read(ContentFiles files, string path, ContentProblems problems)
    {
        var text = files.Text(path);
        var end = text.IndexOf("\n" + Fence, StringComparison.Ordinal);
        if (!text.StartsWith(Fence, StringComparison.Ordinal) || end < 0)
        {
            problems.Add(path, 1, "un document commence par son en-tête, entre deux lignes « --- »");
            return null;
        }

        if (StrictYaml.Map(text[Fence.Length..(end + 1)], path, 1, problems) is not { } map)
            return null;
        var body = text[(end + 1 + Fence.Length)..];
        var bodyLine = 1 + text.AsSpan(0, text.Length - body.Length).Count('\n');
        var id = map.Id("id");
        if (id.Value != Path.GetFileNameWithoutExtension(path))
            problems.Add(id, $"l'identifiant « {id.Value} » n'est pas le nom du fichier");
        foreach (var (line, message) in FrenchTypography.Mistakes(body))
            problems.Add(path, bodyLine + line, message);
        var document = new KitDocument
        {
            Id = id.Value,
            Title = map.Text("title"),
            Purpose = map.Text("purpose"),
            Audience = map.Choice("audience", ContentWords.Audiences),
            Page = map.Choice("page", ContentWords.Pages),
            Contents = map.OptionalFlag("contents") ?? false,
            Collected = map.OptionalFlag("collected") ?? false,
            Body = body,
            File = path,
            BodyLine = bodyLine,
        };
        map.Close();
        return document;
    }
}
