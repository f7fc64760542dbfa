using System.Globalization;
using CrisisKits.Infrastructure.Documents.Blocks;

namespace CrisisKits.Infrastructure.Documents.Spreadsheets;

/// <summary>Blocks as the plain words of a cell, one line per paragraph, item or row; a blank is dots to type over.</summary>
internal static class CellText
{
    private const string Blank = "…………";

    public static string Of(IEnumerable<Block> blocks) => string.Join('\n', blocks.SelectMany(Lines));

    private static IEnumerable<string> Lines(Block block) => block switch
    {
        Paragraph paragraph => [Line(paragraph.Content)],
        ItemList list => list.Items.Select((item, i) => $"{Sign(list.Kind, i)} {Of(item)}"),
        Table table => table.Rows.Prepend(table.Header).Select(row => string.Join(" | ", row.Select(cell => Of(cell.Content)))),
        Card card => card.Content.SelectMany(Lines).Prepend(card.Caption ?? string.Empty).Where(line => line.Length > 0),
        _ => throw new NotSupportedException($"{block.GetType().Name} does not fit in a cell"),
    };

    private static string Sign(ListKind kind, int index) => kind switch
    {
        ListKind.Bullets => "•",
        ListKind.TickBoxes => "☐",
        _ => string.Create(CultureInfo.InvariantCulture, $"{index + 1}."),
    };

    private static string Line(IReadOnlyList<Inline> content) => string.Concat(content.Select(inline => inline switch
    {
        Text text => text.Value,
        LineBreak => "\n",
        TickBox => "☐",
        _ => Blank,
    })).Trim();
}
