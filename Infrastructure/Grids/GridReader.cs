using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Content;

namespace CrisisKits.Infrastructure.Grids;

/// <summary>Reads one grid: <c>grid.yaml</c>, the subjects of its questions and its themes, then checks that they agree.</summary>
public static class GridReader
{
    public static Grid Read(ContentFiles files, string version)
    {
        var problems = new ContentProblems();
        var folder = $"grids/{version}";
        var map = StrictYaml.Map(files, $"{folder}/grid.yaml", problems);
        var subjects = StrictYaml.Map(files, $"{folder}/subjects.yaml", problems);
        problems.ThrowIfAny();

        var order = map!.Words("themes");
        var themes = new List<LocatedTheme>(order.Count);
        foreach (var id in order)
            if (ThemeReader.Read(files, folder, id, subjects!, problems) is { } theme)
                themes.Add(theme);
        subjects!.Close();
        var gates = map.Maps("gates").Select(ReadGate).ToList();
        var grid = new Grid
        {
            Version = map.Word("version").Value,
            Title = map.Text("title"),
            Duration = map.Text("duration"),
            Introduction = map.Text("introduction"),
            Disclaimer = map.Text("disclaimer"),
            Bands = [.. map.Maps("bands").Select(ReadBand)],
            Themes = [.. themes.Select(theme => theme.Theme)],
            Gates = [.. gates.Select(gate => gate.Gate)],
        };
        map.Close();
        problems.ThrowIfAny();

        if (grid.Version != version)
            map.Refuse("version", $"la version « {grid.Version} » n'est pas celle du dossier « {version} »");
        CheckThemes(files, folder, order, themes, problems);
        problems.ThrowIfAny();

        CheckBands(grid, map);
        CheckGates(grid, gates, problems);
        problems.ThrowIfAny();
        return grid;
    }

    private static Band ReadBand(YamlMap map)
    {
        var band = new Band(map.Choice("level", ContentWords.Levels), map.Number("from", 0, 100));
        map.Close();
        return band;
    }

    private static LocatedGate ReadGate(YamlMap map)
    {
        var id = map.Id("id");
        var conditions = new List<(Located Question, GateCondition Condition)>();
        foreach (var when in map.Maps("when"))
        {
            var question = when.Id("question");
            conditions.Add((question, new(question.Value, when.Number("atMost", 0, 2))));
            when.Close();
        }

        var gate = new Gate(id.Value, map.Choice("cap", ContentWords.Levels), map.Text("message"), map.Text("howToLift"), [.. conditions.Select(each => each.Condition)]);
        map.Close();
        return new(gate, id, [.. conditions.Select(each => each.Question)]);
    }

    private static void CheckThemes(
        ContentFiles files, string folder, IReadOnlyList<Located> order, List<LocatedTheme> themes, ContentProblems problems)
    {
        foreach (var again in Repeated(order).Concat(Repeated(themes.SelectMany(theme => theme.Questions))))
            problems.Add(again, $"« {again.Value} » est déjà pris : un identifiant n'est employé qu'une fois");
        foreach (var file in files.Files($"{folder}/themes"))
            if (!order.Any(id => $"{id.Value}.yaml" == file))
                problems.Add($"{folder}/themes/{file}", 1, "ce thème n'est pas dans la liste « themes » de grid.yaml");
        foreach (var theme in themes)
            if (theme.Theme.Questions.All(question => question.AllowsNotApplicable))
                problems.Add(theme.Id, "au moins une question du thème doit refuser « sans objet » (allowsNotApplicable: false)");
    }

    private static void CheckBands(Grid grid, YamlMap map)
    {
        var levels = grid.Bands.Select(band => band.Level);
        var bounds = grid.Bands.Select(band => band.From).ToList();
        if (!levels.SequenceEqual(KitLevelNames.All))
            map.Refuse("bands", "les paliers sont, dans l'ordre, beginner, intermediate, advanced");
        else if (bounds[0] != 0 || bounds.Zip(bounds.Skip(1)).Any(pair => pair.First >= pair.Second))
            map.Refuse("bands", "les bornes basses des paliers commencent à 0 et croissent");
    }

    private static void CheckGates(Grid grid, List<LocatedGate> gates, ContentProblems problems)
    {
        var questions = grid.Questions.ToDictionary(question => question.Id, StringComparer.Ordinal);
        foreach (var again in Repeated(gates.Select(gate => gate.Id)).Concat(gates.SelectMany(gate => Repeated(gate.Questions))))
            problems.Add(again, $"« {again.Value} » est déjà pris : un identifiant n'est employé qu'une fois");
        foreach (var gate in gates)
        {
            if (gate.Questions.Count == 0)
                problems.Add(gate.Id, "un plafond a au moins une condition");
            if (gate.Gate.Cap == KitLevel.Advanced)
                problems.Add(gate.Id, "un plafond au niveau advanced ne plafonne rien");
            foreach (var reference in gate.Questions)
            {
                if (!questions.TryGetValue(reference.Value, out var question))
                    problems.Add(reference, $"la question « {reference.Value} » n'existe pas");
                else if (question.AllowsNotApplicable)
                    problems.Add(reference, $"la question « {reference.Value} » sert à un plafond : elle doit refuser « sans objet »");
            }
        }
    }

    private static IEnumerable<Located> Repeated(IEnumerable<Located> ids) =>
        ids.GroupBy(id => id.Value, StringComparer.Ordinal).SelectMany(same => same.Skip(1));

    private sealed record LocatedGate(Gate Gate, Located Id, IReadOnlyList<Located> Questions);
}
