using System.Text.RegularExpressions;
using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Content;

namespace CrisisKits.Infrastructure.Kits.Reading;

/// <summary>Checks that the parts of a scenario agree with each other, with the kit's cells and with the grid's themes.</summary>
internal sealed partial class ScenarioChecks(KitFormat format, Grid grid, string variant, ContentProblems problems)
{
    public void Run(ScenarioReading reading)
    {
        var (scenario, references, map) = reading;
        foreach (var same in references.Ids.GroupBy(id => id.Value, StringComparer.Ordinal))
            foreach (var again in same.Skip(1))
                Add(again, $"« {again.Value} » est déjà pris : un identifiant n'est employé qu'une fois");
        CheckTimes(scenario, map);
        Known(references.Cells, format.Cells.Select(cell => cell.Id), "la cellule");
        Known(references.Facilitators, scenario.Facilitators.Select(facilitator => facilitator.Id), "l'animateur");
        foreach (var phone in references.Phones)
            if (!FictionalNumber().IsMatch(phone.Value))
                Add(phone, $"le numéro « {phone.Value} » n'est pas réservé à la fiction (01 99 00, 02 61 91, 03 53 01, 04 65 71, 05 36 49 ou 06 39 98 puis quatre chiffres)");
        foreach (var inject in references.Injects)
            CheckInject(scenario, inject);
    }

    private void CheckTimes(ScenarioVariant scenario, YamlMap map)
    {
        var openings = scenario.Phases.Select(phase => phase.From).ToList();
        if (openings.Count == 0 || openings[0] != TimeSpan.Zero || openings.Zip(openings.Skip(1)).Any(pair => pair.First >= pair.Second))
            map.Refuse("phases", "la première phase s'ouvre à \"0:00\" et chacune suit la précédente" + variant);
        else if (openings[^1] >= scenario.Finex)
            map.Refuse("finex", "le FINEX vient après l'ouverture de la dernière phase" + variant);
        if (scenario.Pause is { } pause && (pause.At <= TimeSpan.Zero || pause.At >= scenario.Finex))
            map.Refuse("pause", "la pause tombe entre le DEBEX et le FINEX" + variant);
    }

    private void CheckInject(ScenarioVariant scenario, InjectReferences names)
    {
        Known([names.Sender], scenario.Roles.Select(role => role.Id), "le rôle simulé");
        Known([names.Theme], grid.Themes.Select(theme => theme.Id), "le thème de la grille");
        Known(names.Cells, format.Cells.Select(cell => cell.Id), "la cellule");
        Known(names.To, scenario.Players.Select(player => player.Id), "le rôle de joueur");
        if (names.To.Count == 0)
            Add(names.Id, $"le stimulus « {names.Id.Value} » ne sollicite aucun rôle");
        foreach (var to in names.To)
            if (scenario.Players.FirstOrDefault(player => player.Id == to.Value) is { } player && !names.Inject.Cells.Contains(player.Cell, StringComparer.Ordinal))
                Add(to, $"le rôle « {to.Value} » est dans la cellule « {player.Cell} », que ce stimulus ne vise pas");
        if (names.Inject.At >= scenario.Finex)
            Add(names.Id, $"le stimulus « {names.Id.Value} » tombe après le FINEX");
    }

    private void Known(IEnumerable<Located> names, IEnumerable<string> known, string what)
    {
        var all = known.ToList();
        foreach (var name in names)
            if (!all.Contains(name.Value))
                Add(name, $"{what} « {name.Value} » n'existe pas ; connus : {string.Join(", ", all)}");
    }

    private void Add(Located place, string message) => problems.Add(place, message + variant);

    [GeneratedRegex("^(01 99 00|02 61 91|03 53 01|04 65 71|05 36 49|06 39 98)( [0-9]{2}){2}$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex FictionalNumber();
}
