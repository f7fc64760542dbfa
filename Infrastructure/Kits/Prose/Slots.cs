using System.Globalization;
using System.Text.RegularExpressions;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents.Blocks;

namespace CrisisKits.Infrastructure.Kits.Prose;

/// <summary>
/// The one place where a blank to fill in (<c>{{date}}</c>, <c>{{fonction:direx}}</c>…) becomes what is printed: what the establishment gave, as it
/// gave it, or dots.
/// </summary>
internal sealed partial class Slots
{
    private const string Function = "fonction:";
    private readonly PrintContext _context;
    private readonly Dictionary<string, Slot> _known;

    private sealed record Slot(double WidthMm, string Label, string? Given);

    public Slots(PrintContext context)
    {
        _context = context;
        var made = context.Made;
        var clock = context.Clock;
        _known = new(StringComparer.Ordinal)
        {
            ["etablissement"] = new(60, "nom de l’établissement", made?.Establishment),
            ["groupement"] = new(50, "nom du groupement", made?.Group),
            ["samu"] = new(35, "SAMU", made?.Samu),
            ["date"] = new(28, "date de l’exercice", made?.Date is { } date ? PlayWords.Date(date) : null),
            ["debut"] = new(18, "heure de début", clock is null ? null : PlayWords.Clock(clock.Reached(TimeSpan.Zero))),
            ["fin"] = new(18, "heure de fin", clock is null || context.Play is not { } play ? null : End(clock.At(play.Finex), context.Made!.Breaks)),
            ["dpi"] = new(40, "logiciel de dossier patient", made?.PatientRecord),
            ["laboratoire"] = new(40, "logiciel de laboratoire", made?.Laboratory),
            ["imagerie"] = new(40, "logiciel d’imagerie", made?.Imaging),
            ["pharmacie"] = new(40, "logiciel de pharmacie", made?.Pharmacy),
            ["...."] = new(22, "à compléter", null),
            ["........"] = new(60, "à compléter", null),
        };
        Functions("direx", "directeur d’exercice");
        Functions("diranim", "directeur de l’animation");

        // a role of one variant may be named in the passages of that variant: both are known
        foreach (var player in context.Kit.Scenarios.SelectMany(scenario => scenario.Hospital.Players.Concat(scenario.Esms.Players)))
            Functions(player.Id, player.Title);

        void Functions(string id, string title) => _known[Function + id] = new(45, title, made?.Functions.GetValueOrDefault(id));
    }

    /// <summary>Texts count durations without the pauses an establishment adds: they are told where the end is.</summary>
    private static string End(TimeOnly end, IReadOnlyList<Pause> added) => added.Count == 0
        ? PlayWords.Clock(end)
        : $"{PlayWords.Clock(end)} (dont {PlayWords.Minutes(added.Sum(pause => pause.Minutes))} de pauses ajoutées)";

    /// <summary>What stands in a line of text; null when nobody knows this name.</summary>
    public Inline? Print(string name, bool bold, bool italic) => !_known.TryGetValue(name, out var slot) ? null
        : slot.Given is { } given ? new Text(given, bold, italic) : new Dots(slot.WidthMm, slot.Label);

    /// <summary>The same where only characters go: labels, posters, badges.</summary>
    public string? PrintPlain(string name) => _known.TryGetValue(name, out var slot) ? slot.Given ?? new string('…', (int)(slot.WidthMm / 4)) : null;

    /// <summary>The wall clock, or a blank to write it in by hand while the start is unknown.</summary>
    public static Inline WallClock(TimeOnly? clock) =>
        clock is { } known ? new Text(PlayWords.Clock(known)) : new Dots(12, "heure réelle");

    /// <summary>Puts the wall clock beside each play time of a sentence, once the start is known.</summary>
    public string WithClock(string text) => _context.Clock is not { } clock ? text
        : PlayTime().Replace(text, time => $"{time.Value} ({Hours(clock, new(Whole(time, "hours"), Whole(time, "minutes"), 0))})");

    /// <summary>A sentence on the moment of a pause may speak of its beginning or of its end: both are told.</summary>
    private static string Hours(RealClock clock, TimeSpan at) => clock.Reached(at) == clock.At(at)
        ? PlayWords.Clock(clock.At(at))
        : $"{PlayWords.Clock(clock.Reached(at))}, reprise {PlayWords.Clock(clock.At(at))}";

    private static int Whole(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"H\+(?<hours>[0-9]{1,2}):(?<minutes>[0-5][0-9])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex PlayTime();
}
