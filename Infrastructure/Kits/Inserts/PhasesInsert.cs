using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents.Blocks;

namespace CrisisKits.Infrastructure.Kits.Inserts;

/// <summary>When each phase opens, in play time and in simulated time, with the pause and the end.</summary>
internal static class PhasesInsert
{
    public static IReadOnlyList<Block> Print(ScenarioVariant play, PrintContext context)
    {
        var rows = play.Phases.Select(phase => (At: phase.From, Row: Row(phase.From, phase.Title, $"{phase.Day} {PlayWords.Clock(phase.Clock)}"))).ToList();
        if (play.Pause is { } pause)
            rows.Add((pause.At, Row(pause.At, $"PAUSE, {PlayWords.Minutes(pause.Minutes)}", "le temps de jeu s’arrête")));
        rows.Add((play.Finex, Row(play.Finex, "FINEX", "fin du jeu")));
        return
        [
            new KeepTogether(
            [
                new Table
                {
                    Header = Phrase.Header("Temps de jeu", "Moment", "Jour et heure simulés"),
                    Rows = [.. rows.OrderBy(row => row.At).Select(row => row.Row)],
                    Widths = [2, 4, 4],
                },
            ]),
        ];
    }

    private static IReadOnlyList<Cell> Row(TimeSpan at, string what, string simulated) =>
        [Phrase.RowHeader(PlayWords.PlayTime(at)), Phrase.Cell(what), Phrase.Cell(simulated)];
}
