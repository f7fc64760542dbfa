using System.Globalization;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents.Blocks;

namespace CrisisKits.Infrastructure.Kits.Inserts;

/// <summary>What observers tick, in play order, one table a phase: facts about functions, tied to the stimulus and to its theme.</summary>
internal static class ObservationGridInsert
{
    private static readonly string[] Findings = ["☐ observé", "☐ partiel", "☐ non observé", "☐ non observable"];

    public static IReadOnlyList<Block> Print(ScenarioVariant play, PrintContext context) =>
        [.. Chronogram.Of(play).GroupBy(line => line.Phase).SelectMany(phase => Part(phase.Key, phase, context))];

    private static IEnumerable<Block> Part(Phase phase, IEnumerable<ChronogramLine> lines, PrintContext context)
    {
        yield return new Heading(2, Phrase.Of($"{phase.Title}, à partir de {PlayWords.PlayTime(phase.From)}"));
        yield return new Table
        {
            Header = Phrase.Header("Stimulus et thème", "Fait à observer", "Constat", "Heure", "Ce qui a été vu ou entendu"),
            Rows = [.. lines.SelectMany(line => Rows(line, context))],
            Widths = [3.4, 6, 3.6, 1.8, 5],
        };
    }

    private static IEnumerable<IReadOnlyList<Cell>> Rows(ChronogramLine line, PrintContext context)
    {
        var theme = context.Grid.Themes.First(each => each.Id == line.Inject.Theme);
        foreach (var fact in line.Inject.Observe)
            yield return
            [
                new([Phrase.BoldLine(string.Create(CultureInfo.InvariantCulture, $"{PlayWords.Number(line.Number)} · {PlayWords.PlayTime(line.Inject.At)}")), Phrase.Line(theme.Title, ParagraphStyle.Small)], Heading: true),
                Phrase.Cell(fact),
                new([.. Findings.Select(finding => Phrase.Line(finding))]),
                Phrase.Cell(string.Empty),
                Phrase.Cell(string.Empty),
            ];
    }
}
