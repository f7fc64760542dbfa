using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CrisisKits.Infrastructure.Content;

/// <summary>Opens a YAML file of the content; each way of being wrong has a French message with its line.</summary>
public static class StrictYaml
{
    /// <summary>The file as one table of keys; null (and a problem) when it is not one.</summary>
    public static YamlMap? Map(ContentFiles files, string path, ContentProblems problems) =>
        Map(files.Text(path), path, 0, problems);

    /// <summary>A table of keys inside a larger file, such as a front matter that starts after <paramref name="linesBefore"/> lines.</summary>
    public static YamlMap? Map(string text, string path, int linesBefore, ContentProblems problems)
    {
        switch (Root(text, path, linesBefore, problems))
        {
            case null:
                return null;
            case YamlMappingNode map:
                return new(map, path, linesBefore, problems);
            case var other:
                problems.Add(path, linesBefore + Line(other), "on attend ici des lignes « clé: valeur »");
                return null;
        }
    }

    /// <summary>The file as a list of tables of keys.</summary>
    public static IReadOnlyList<YamlMap> List(ContentFiles files, string path, ContentProblems problems)
    {
        var root = Root(files.Text(path), path, 0, problems);
        if (root is YamlSequenceNode list)
            return YamlMap.Items(list, path, 0, problems);
        if (root is not null)
            problems.Add(path, Line(root), "on attend ici une liste, chaque élément ouvert par un tiret");
        return [];
    }

    internal static int Line(YamlNode node) => (int)node.Start.Line;

    private static YamlNode? Root(string text, string path, int linesBefore, ContentProblems problems)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(FrenchColons.Quote(text)));
            if (stream.Documents.Count == 1)
                return stream.Documents[0].RootNode;
            problems.Add(path, linesBefore + 1, stream.Documents.Count == 0 ? "fichier vide" : "un seul document par fichier : enlevez les lignes « --- »");
        }
        catch (YamlException wrong)
        {
            problems.Add(path, linesBefore + (int)wrong.Start.Line, Explain(wrong));
        }

        return null;
    }

    private static string Explain(YamlException wrong)
    {
        const string duplicate = "Duplicate key ";
        var detail = (wrong.InnerException as YamlException ?? wrong).Message;
        var at = detail.IndexOf(duplicate, StringComparison.Ordinal);
        return at >= 0
            ? $"clé « {detail[(at + duplicate.Length)..].Trim()} » écrite deux fois"
            : $"ligne illisible : vérifiez le retrait, et mettez entre guillemets un texte qui contient « : » ou commence par un signe ({detail})";
    }
}
