using CrisisKits.Infrastructure.Documents.Blocks;
using CrisisKits.Infrastructure.Documents.Charts;

namespace CrisisKits.Tests.Support;

/// <summary>Every word a reader meets in blocks, in reading order.</summary>
internal static class BlockText
{
    public static string Of(IEnumerable<Block> blocks) => string.Join('\n', blocks.SelectMany(Pieces));

    private static IEnumerable<string> Pieces(Block block) => block switch
    {
        Heading heading => [Line(heading.Content)],
        Paragraph paragraph => [Line(paragraph.Content)],
        ItemList list => list.Items.SelectMany(item => item.SelectMany(Pieces)),
        Table table => table.Rows.Prepend(table.Header).SelectMany(row => row.SelectMany(cell => cell.Content.SelectMany(Pieces))),
        Card card => card.Content.SelectMany(Pieces).Prepend(card.Caption ?? string.Empty),
        FormLines form => form.Rows.SelectMany(row => row.Select(field => field.Label)),
        Signatures signatures => signatures.Labels,
        Poster poster => poster.Lines.Select(line => line.Text),
        Badges badges => badges.Cards.Select(card => $"{card.Cell} {card.Function}"),
        Tents tents => tents.Cards.Select(card => $"{card.Cell} {card.Function}"),
        Slide slide => slide.Content.Concat(slide.Notes).SelectMany(Pieces).Prepend(slide.Title),
        HandoutSheet sheet => sheet.Content.SelectMany(Pieces).Prepend($"{sheet.Kicker}\n{sheet.Title}"),
        KeepTogether together => together.Content.SelectMany(Pieces),
        Chart chart => [chart.Title, ChartWords.Run(chart)],
        RuledLines or PageBreak => [],
        _ => throw new NotSupportedException(block.GetType().Name),
    };

    private static string Line(IEnumerable<Inline> inlines) => string.Concat(inlines.Select(inline => inline switch
    {
        Text text => text.Value,
        LineBreak => "\n",
        _ => " ",
    }));
}
