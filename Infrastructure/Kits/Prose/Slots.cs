using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents.Blocks;

namespace CrisisKits.Infrastructure.Kits.Prose;

/// <summary>The one place where a blank to fill in (<c>{{date}}</c>, <c>{{fonction:direx}}</c>…) becomes what is printed: today, dots.</summary>
internal sealed class Slots
{
    private const string Function = "fonction:";
    private readonly Dictionary<string, (double WidthMm, string Label)> _known = new(StringComparer.Ordinal)
    {
        ["etablissement"] = (60, "nom de l’établissement"),
        ["groupement"] = (50, "nom du groupement"),
        ["samu"] = (35, "SAMU"),
        ["date"] = (28, "date de l’exercice"),
        ["debut"] = (18, "heure de début"),
        ["fin"] = (18, "heure de fin"),
        ["dpi"] = (40, "logiciel de dossier patient"),
        ["laboratoire"] = (40, "logiciel de laboratoire"),
        ["imagerie"] = (40, "logiciel d’imagerie"),
        ["pharmacie"] = (40, "logiciel de pharmacie"),
        [Function + "direx"] = (45, "directeur d’exercice"),
        [Function + "diranim"] = (45, "directeur de l’animation"),
        ["...."] = (22, "à compléter"),
        ["........"] = (60, "à compléter"),
    };

    public Slots(Kit kit)
    {
        // a role of one variant may be named in the passages of that variant: both are known
        foreach (var player in kit.Scenarios.SelectMany(scenario => scenario.Hospital.Players.Concat(scenario.Esms.Players)))
            _known[Function + player.Id] = (45, player.Title);
    }

    /// <summary>What stands in a line of text; null when nobody knows this name.</summary>
    public Inline? Print(string name) => _known.TryGetValue(name, out var slot) ? new Dots(slot.WidthMm, slot.Label) : null;

    /// <summary>The same where only characters go: labels, posters, badges.</summary>
    public string? PrintPlain(string name) => _known.TryGetValue(name, out var slot) ? new string('…', (int)(slot.WidthMm / 4)) : null;

    /// <summary>The wall clock at a moment of the play, to write in by hand while the start is unknown.</summary>
    public static Inline WallClock(TimeSpan sinceStart) => new Dots(12, sinceStart == TimeSpan.Zero ? "heure réelle du DEBEX" : "heure réelle");
}
