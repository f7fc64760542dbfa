using System.Globalization;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents.Blocks;

namespace CrisisKits.Infrastructure.Kits.Inserts;

/// <summary>What observers tick, in play order, one table a phase: facts about functions, tied to the stimulus and to its theme.</summary>
internal static class ObservationGridInsert
{
    public static IReadOnlyList<Block> Print(ScenarioVariant play, PrintContext context) =>
        [.. Chronogram.Of(play).GroupBy(line => line.Phase).SelectMany(phase => Part(phase.Key, phase, context))];

    private static IEnumerable<Block> Part(Phase phase, IEnumerable<ChronogramLine> lines, PrintContext context)
    {
        yield return new Heading(2, Phrase.Of($"{phase.Title}, à partir de {PlayWords.Moment(phase.From, context)}"));
        yield return Phrase.Line("O\u202F: observé · P\u202F: partiel · N\u202F: non observé · X\u202F: non observable", ParagraphStyle.Small);
        yield return new Table
        {
            Header = Phrase.Header("Stimulus et thème", "Fait à observer", "O", "P", "N", "X", "Heure", "Ce qui a été vu ou entendu"),
            Rows = [.. lines.SelectMany(line => Rows(line, context))],
            Widths = context.Clock is null ? [3.8, 6, 0.8, 0.8, 0.8, 0.8, 1.6, 5] : [4.6, 6, 0.8, 0.8, 0.8, 0.8, 1.6, 4.2],
            MinimumRowMm = 15,
        };
    }

    private static IEnumerable<IReadOnlyList<Cell>> Rows(ChronogramLine line, PrintContext context)
    {
        var theme = context.Grid.Themes.First(each => each.Id == line.Inject.Theme);
        foreach (var fact in line.Inject.Observe)
            yield return
            [
                new([Phrase.BoldLine(string.Create(CultureInfo.InvariantCulture, $"{PlayWords.Number(line.Number)} · {PlayWords.Moment(line.Inject.At, context)}")), Phrase.Line(theme.Title, ParagraphStyle.Small)], Heading: true),
                Phrase.Cell(fact),
                Phrase.Cell("☐"),
                Phrase.Cell("☐"),
                Phrase.Cell("☐"),
                Phrase.Cell("☐"),
                Phrase.Cell(string.Empty),
                Phrase.Cell(string.Empty),
            ];
    }
}
