using System.Globalization;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents.Blocks;
using CrisisKits.Infrastructure.Kits.Prose;

namespace CrisisKits.Infrastructure.Kits.Inserts;

/// <summary>The play on one wide table, DEBEX to FINEX: what comes when, from whom to whom, what is looked for, and boxes to tick while playing.</summary>
internal static class ChronogramInsert
{
    private const int BriefLength = 260;

    public static IReadOnlyList<Block> Print(ScenarioVariant play, PrintContext context)
    {
        var clock = context.Clock;

        // at one moment, the framework of the play stands before its stimuli, and the pause before the phase it leads to
        var rows = Chronogram.Of(play).Select(line => (line.Inject.At, Order: 3, Row: Row(line, play, context)))
            .Concat(play.Phases.Skip(1).Select(phase => (At: phase.From, Order: 2, Row: Mark(phase.From, clock?.At(phase.From), phase, "PHASE", Opening(phase)))))
            .Append((At: TimeSpan.Zero, Order: 0, Row: Mark(TimeSpan.Zero, clock?.Reached(TimeSpan.Zero), play.Phases[0], "DEBEX", Opening(play.Phases[0]))))
            .Append((At: play.Finex, Order: 4, Row: Mark(play.Finex, clock?.At(play.Finex), play.Phases[^1], "FINEX", "Fin du jeu, prononcée par le DIREX. Le RETEX à chaud suit aussitôt.")))
            .Concat(context.Pauses.Select(pause => (pause.At, Order: 1, Row: Mark(
                pause.At, clock?.Reached(pause.At), Chronogram.PhaseAt(play, pause.At - TimeSpan.FromTicks(1)), "PAUSE", $"{PlayWords.Minutes(pause.Minutes)}\u202F; le temps de jeu s’arrête."))));
        return
        [
            new Table
            {
                Header = Phrase.Header("N°", "Temps de jeu", "Heure simulée", "Heure réelle", "Canal", "De, à", "Stimulus", "Réaction attendue, en bref", "Poids", "Relance au plus tard", "Suivi"),
                Rows = [.. rows.OrderBy(row => row.At).ThenBy(row => row.Order).Select(row => row.Row)],
                Widths = [1.6, 1.7, 2.4, 1.8, 2.2, 10, 4.8, 9.8, 2.2, 2.1, 3.8],
                Dense = true,
            },
        ];
    }

    // the title of a phase may give the play away: only the day and the hour are announced
    private static string Opening(Phase phase) =>
        $"Phase «\u202F{phase.Title}\u202F». Annoncer\u202F: {phase.Day.ToLower(CultureInfo.GetCultureInfo("fr-FR"))}, {PlayWords.Clock(phase.Clock)}.";

    private static IReadOnlyList<Cell> Row(ChronogramLine line, ScenarioVariant play, PrintContext context)
    {
        var inject = line.Inject;
        var sender = PlayWords.Sender(play, inject);
        return
        [
            new([Phrase.BoldLine(line.Number.ToString(CultureInfo.InvariantCulture)), Phrase.Line(inject.Id, ParagraphStyle.Small)], Heading: true),
            Phrase.BoldCell(PlayWords.PlayTime(inject.At)),
            Phrase.Cell($"{line.Phase.Day} {PlayWords.Clock(line.SimulatedTime)}"),
            WallClock(context.Clock?.At(inject.At)),
            Phrase.Cell(PlayWords.Of(inject.Channel)),
            new(
            [
                Phrase.Line($"De\u202F: {sender.Title}"),
                Phrase.Line($"À\u202F: {PlayWords.Recipients(play, inject)}"),
                Phrase.Line($"joué par {PlayWords.Facilitator(play, sender)}{CellsOf(inject, context)}", ParagraphStyle.Small),
            ]),
            Phrase.BoldCell(inject.Title),
            Phrase.Cell(PlayWords.Brief(inject.Expected, BriefLength)),
            Phrase.Cell(PlayWords.Weight(inject, context)),
            Phrase.Cell(PlayWords.Moment(inject.At + TimeSpan.FromMinutes(inject.Window), context)),
            new([Phrase.Line("☐ joué ☐ adapté"), FollowUp("☐ écarté à ")]),
        ];
    }

    private static IReadOnlyList<Cell> Mark(TimeSpan at, TimeOnly? clock, Phase phase, string name, string what) =>
    [
        Phrase.RowHeader("—"),
        Phrase.BoldCell(PlayWords.PlayTime(at)),
        Phrase.Cell($"{phase.Day} {PlayWords.Clock(Chronogram.SimulatedTime(phase, at))}"),
        WallClock(clock),
        Phrase.BoldCell(name),
        Phrase.Cell(string.Empty),
        Phrase.BoldCell(what),
        Phrase.Cell(string.Empty),
        Phrase.Cell(string.Empty),
        Phrase.Cell(string.Empty),
        new([FollowUp("☐ fait à ")]),
    ];

    // with one cell there is nothing to choose
    private static string CellsOf(Inject inject, PrintContext context)
    {
        var cells = context.Kit.Format(context.Variant).Cells;
        return cells.Count == 1 ? string.Empty
            : $" · pour\u202F: {string.Join(", ", cells.Where(cell => inject.Cells.Contains(cell.Id, StringComparer.Ordinal)).Select(cell => cell.Title))}";
    }

    private static Paragraph FollowUp(string what) => new([.. Phrase.Of(what), new Dots(12, "heure du suivi")]);

    private static Cell WallClock(TimeOnly? clock) => new([new Paragraph([Slots.WallClock(clock)])]);
}
