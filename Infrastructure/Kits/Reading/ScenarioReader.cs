using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Content;

namespace CrisisKits.Infrastructure.Kits.Reading;

/// <summary>Reads a scenario and its stimuli, once for each variant.</summary>
internal static class ScenarioReader
{
    public static Scenario? Read(
        ContentFiles files, string kitFolder, Located id, (KitFormat Hospital, KitFormat Esms) formats, Grid grid, ContentProblems problems)
    {
        var folder = $"{kitFolder}/scenarios/{id.Value}";
        foreach (var needed in new[] { "scenario.yaml", "stimuli.yaml" })
            if (!files.Exists($"{folder}/{needed}"))
                problems.Add(id, $"le scénario « {id.Value} » n'a pas de fichier scenarios/{id.Value}/{needed}");
        if (files.Files(folder).Count < 2 || StrictYaml.Map(files, $"{folder}/scenario.yaml", problems) is not { } map)
            return null;
        var stimuli = StrictYaml.List(files, $"{folder}/stimuli.yaml", problems);

        var own = map.Id("id");
        if (own.Value != id.Value)
            problems.Add(own, $"l'identifiant « {own.Value} » n'est pas le nom du dossier");
        var hospital = Variant(map, stimuli, esms: false);
        var esms = Variant(map, stimuli, esms: true);
        // a reference into a part that could not be read would only repeat its mistake
        problems.ThrowIfAny();

        new ScenarioChecks(formats.Hospital, grid, string.Empty, problems).Run(hospital);
        new ScenarioChecks(formats.Esms, grid, " (variante ESMS)", problems).Run(esms);
        return new(id.Value, hospital.Scenario, esms.Scenario);
    }

    private static ScenarioReading Variant(YamlMap whole, IReadOnlyList<YamlMap> stimuli, bool esms)
    {
        var references = new ScenarioReferences();
        if (whole.Variant(esms, "id", "players", "facilitators", "roles") is not { } map)
        {
            whole.Refuse("esms", "un scénario ne peut être absent d'une variante ; ses rôles et ses stimuli le peuvent");
            map = whole.Variant(esms: false)!;
        }

        references.Ids.Add(map.Id("id"));
        var scenario = new ScenarioVariant
        {
            Title = map.Text("title"),
            Summary = map.Text("summary"),
            Truth = map.Text("truth"),
            Phases = [.. map.Maps("phases").Select(phase => ReadPhase(phase, references))],
            Pause = ReadPause(map.OptionalMap("pause")),
            Finex = map.PlayTime("finex"),
            Players = Present(map.Maps("players"), esms, "id").Select(player => ReadPlayer(player, references)).ToList(),
            Facilitators = [.. map.Maps("facilitators").Select(facilitator => ReadFacilitator(facilitator, references))],
            Roles = Present(map.Maps("roles"), esms, "id").Select(role => RoleReader.Read(role, references)).ToList(),
            Injects = [.. Present(stimuli, esms, "id").Select(stimulus => InjectReader.Read(stimulus, references)).OrderBy(inject => inject.At)],
        };
        map.Close();
        return new(scenario, references, map);
    }

    private static IEnumerable<YamlMap> Present(IReadOnlyList<YamlMap> maps, bool esms, string common) =>
        maps.Select(map => map.Variant(esms, common)).OfType<YamlMap>();

    private static Phase ReadPhase(YamlMap map, ScenarioReferences references)
    {
        var id = map.Id("id");
        references.Ids.Add(id);
        var phase = new Phase(id.Value, map.Text("title"), map.PlayTime("from"), map.Text("day"), map.Clock("clock"));
        map.Close();
        return phase;
    }

    private static Pause? ReadPause(YamlMap? map)
    {
        if (map is null)
            return null;
        var pause = new Pause(map.PlayTime("at"), map.Number("minutes", 1, 60));
        map.Close();
        return pause;
    }

    private static PlayerRole ReadPlayer(YamlMap map, ScenarioReferences references)
    {
        var id = map.Id("id");
        references.Ids.Add(id);
        var cell = map.Id("cell");
        references.Cells.Add(cell);
        var player = new PlayerRole(id.Value, map.Text("title"), cell.Value, map.Flag("required"), map.Text("mandate"), map.OptionalText("combine"));
        map.Close();
        return player;
    }

    private static Facilitator ReadFacilitator(YamlMap map, ScenarioReferences references)
    {
        var id = map.Id("id");
        references.Ids.Add(id);
        var facilitator = new Facilitator(id.Value, map.Text("title"), map.Has("team") ? map.Choice("team", ContentWords.Teams) : null);
        map.Close();
        return facilitator;
    }
}
