using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents.Blocks;

namespace CrisisKits.Infrastructure.Kits.Inserts;

/// <summary>When each phase opens, in play time, in simulated time and on the wall clock once it is known, with the pauses and the end.</summary>
internal static class PhasesInsert
{
    public static IReadOnlyList<Block> Print(ScenarioVariant play, PrintContext context)
    {
        var clock = context.Clock;
        // the sort is stable: at one moment the pause comes before the phase it leads to
        var rows = context.Pauses.Select(pause => (pause.At, Row: Row(pause.At, clock?.Reached(pause.At), $"PAUSE, {PlayWords.Minutes(pause.Minutes)}", "le temps de jeu s’arrête")))
            .Concat(play.Phases.Select(phase => (At: phase.From, Row: Row(phase.From, clock?.At(phase.From), phase.Title, $"{phase.Day} {PlayWords.Clock(phase.Clock)}"))))
            .Append((At: play.Finex, Row: Row(play.Finex, clock?.At(play.Finex), "FINEX", "fin du jeu")));
        return
        [
            new KeepTogether(
            [
                new Table
                {
                    Header = clock is null
                        ? Phrase.Header("Temps de jeu", "Moment", "Jour et heure simulés")
                        : Phrase.Header("Temps de jeu", "Heure réelle", "Moment", "Jour et heure simulés"),
                    Rows = [.. rows.OrderBy(row => row.At).Select(row => row.Row)],
                    Widths = clock is null ? [2, 4, 4] : [2, 2, 4, 4],
                },
            ]),
        ];
    }

    private static IReadOnlyList<Cell> Row(TimeSpan at, TimeOnly? clock, string what, string simulated) =>
    [
        Phrase.RowHeader(PlayWords.PlayTime(at)),
        .. clock is { } known ? [Phrase.Cell(PlayWords.Clock(known))] : Array.Empty<Cell>(),
        Phrase.Cell(what),
        Phrase.Cell(simulated),
    ];
}
