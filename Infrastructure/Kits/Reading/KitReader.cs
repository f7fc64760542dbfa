using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Content;

namespace CrisisKits.Infrastructure.Kits.Reading;

/// <summary>Reads the kit of one level: its format, its documents (its own, then the common ones) and its scenarios.</summary>
internal static class KitReader
{
    public static Kit Read(ContentFiles files, string version, KitLevel level, Grid grid)
    {
        var problems = new ContentProblems();
        var versionFolder = $"kits/{version}";
        var folder = $"{versionFolder}/{level.Id()}";
        var map = StrictYaml.Map(files, $"{folder}/kit.yaml", problems);
        problems.ThrowIfAny();

        CheckPlace(map!, version, level, problems);
        var hospital = Format(map!.Map("format"));
        var esms = Format(map.Map("esms"));
        var scenarios = new List<Scenario>();
        foreach (var id in map.Words("scenarios"))
            if (ScenarioReader.Read(files, folder, id, (hospital, esms), grid, problems) is { } scenario)
                scenarios.Add(scenario);
        var kit = new Kit
        {
            Version = version,
            Level = level,
            Title = map.Text("title"),
            Tagline = map.Text("tagline"),
            Hospital = hospital,
            Esms = esms,
            Documents = Documents(files, versionFolder, folder, map.Words("documents"), problems),
            Opening = Common(files, versionFolder, "commencez-ici", problems)!,
            Priorities = Common(files, versionFolder, "priorites-direx", problems)!,
            Scenarios = scenarios,
        };
        map.Close();
        problems.ThrowIfAny();
        return kit;
    }

    private static void CheckPlace(YamlMap map, string version, KitLevel level, ContentProblems problems)
    {
        var own = map.Word("version");
        if (own.Value != version)
            problems.Add(own, $"la version « {own.Value} » n'est pas celle du dossier « {version} »");
        if (map.Choice("level", ContentWords.Levels) != level)
            map.Refuse("level", $"le niveau n'est pas celui du dossier « {level.Id()} »");
    }

    private static KitFormat Format(YamlMap? map)
    {
        if (map is null)
            return new(string.Empty, string.Empty, [], new(0, 0), new(0, 0), new(0, 0), new(0, 0), new(0, 0), new(0, 0));
        var cells = new List<CrisisCell>();
        foreach (var cell in map.Maps("cells"))
        {
            cells.Add(new(cell.Id("id").Value, cell.Text("title")));
            cell.Close();
        }

        if (cells.Count == 0)
            map.Refuse("cells", "un format a au moins une cellule");
        var format = new KitFormat(
            map.Text("form"),
            map.Text("description"),
            cells,
            Span(map, "players", 99),
            Span(map, "facilitators", 99),
            Span(map, "observers", 99),
            Span(map, "playMinutes", 1440),
            Span(map, "roomMinutes", 1440),
            Span(map, "preparationWeeks", 104));
        map.Close();
        return format;
    }

    private static Span Span(YamlMap map, string key, int most)
    {
        if (map.Map(key) is not { } bounds)
            return new(0, 0);
        var span = new Span(bounds.Number("min", 0, most), bounds.Number("max", 0, most));
        if (span.Min > span.Max)
            bounds.Refuse("max", "« max » est plus petit que « min »");
        bounds.Close();
        return span;
    }

    /// <summary>A document every level has without listing it; a missing one is a problem, so that null is never seen.</summary>
    private static KitDocument? Common(ContentFiles files, string versionFolder, string id, ContentProblems problems)
    {
        var path = $"{versionFolder}/common/{id}.md";
        if (files.Exists(path))
            return DocumentReader.Read(files, path, problems);
        problems.Add(path, 1, "ce document manque : tous les niveaux en ont besoin");
        return null;
    }

    private static List<KitDocument> Documents(
        ContentFiles files, string versionFolder, string folder, IReadOnlyList<Located> ids, ContentProblems problems)
    {
        var documents = new List<KitDocument>(ids.Count);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            string[] places = [$"{folder}/{id.Value}.md", $"{versionFolder}/common/{id.Value}.md"];
            if (!seen.Add(id.Value))
                problems.Add(id, $"le document « {id.Value} » est déjà dans la liste");
            else if (Array.Find(places, files.Exists) is not { } path)
                problems.Add(id, $"le document « {id.Value} » n'est ni dans ce dossier ni dans common/");
            else if (DocumentReader.Read(files, path, problems) is { } document)
                documents.Add(document);
        }

        foreach (var file in files.Files(folder).Where(file => file.EndsWith(".md", StringComparison.Ordinal)))
            if (!seen.Contains(Path.GetFileNameWithoutExtension(file)))
                problems.Add($"{folder}/{file}", 1, "ce document n'est pas dans la liste « documents » de kit.yaml");
        return documents;
    }
}
