using CrisisKits.Infrastructure.Documents.Blocks;

namespace CrisisKits.Infrastructure.Documents.Layout.Flows;

/// <summary>Shares a table's width among its columns: as the author asked, or by content; never narrower than the longest word, unless that word would crush the others: it is cut.</summary>
internal static class ColumnWidths
{
    public static double[] Of(Flow flow, Table table, double width, double padding)
    {
        var columns = Math.Max(table.Header.Count, table.Rows.Count == 0 ? table.Widths.Count : table.Rows.Max(row => row.Count));
        columns = Math.Max(columns, 1);
        var minimum = new double[columns];
        var natural = new double[columns];
        foreach (var row in table.Rows.Prepend(table.Header))
            for (var c = 0; c < row.Count; c++)
            {
                var (least, most) = Measure(flow, row[c].Content);
                minimum[c] = Math.Max(minimum[c], least * (ReferenceEquals(row, table.Header) ? 1.08 : 1) + padding);
                natural[c] = Math.Max(natural[c], most + padding);
            }

        var wanted = table.Widths.Count == columns ? Relative(table.Widths, width) : ByContent(natural, width);
        for (var c = 0; c < columns; c++)
            minimum[c] = Math.Min(minimum[c], Math.Max(wanted[c], width / columns));
        return AtLeast(wanted, minimum, width);
    }

    private static double[] Relative(IReadOnlyList<double> widths, double width)
    {
        var sum = widths.Sum();
        return [.. widths.Select(part => part / sum * width)];
    }

    /// <summary>Long columns get more, but with the square root, so that short ones are not crushed.</summary>
    private static double[] ByContent(double[] natural, double width)
    {
        var total = natural.Sum();
        if (total <= width)
            return [.. natural.Select(part => part / total * width)];
        var roots = natural.Select(Math.Sqrt).ToArray();
        return [.. roots.Select(root => root / roots.Sum() * width)];
    }

    private static double[] AtLeast(double[] wanted, double[] minimum, double width)
    {
        var widths = wanted.ToArray();
        var needed = minimum.Sum();
        if (needed >= width)
            return [.. minimum.Select(least => least / needed * width)];
        for (var round = 0; round < widths.Length; round++)
        {
            var missing = 0.0;
            var spare = 0.0;
            for (var c = 0; c < widths.Length; c++)
            {
                missing += Math.Max(0, minimum[c] - widths[c]);
                spare += Math.Max(0, widths[c] - minimum[c]);
            }

            if (missing < 0.01)
                break;
            for (var c = 0; c < widths.Length; c++)
                widths[c] = widths[c] < minimum[c] ? minimum[c] : widths[c] - missing * (widths[c] - minimum[c]) / spare;
        }

        return widths;
    }

    private static (double Minimum, double Natural) Measure(Flow flow, IReadOnlyList<Block> blocks)
    {
        double minimum = 0, natural = 0;
        foreach (var block in blocks)
        {
            var (least, most) = block switch
            {
                Paragraph paragraph => TextLines.Measure(paragraph.Content, flow.Style(paragraph.Style)),
                Heading heading => TextLines.Measure(heading.Content, TextStyle.Heading(heading.Level).Scaled(flow.Scale)),
                ItemList list => Widest(list.Items.Select(item => Measure(flow, item)), indent: 19 * flow.Scale),
                _ => (0, 0),
            };
            (minimum, natural) = (Math.Max(minimum, least), Math.Max(natural, most));
        }

        return (minimum, natural);
    }

    private static (double, double) Widest(IEnumerable<(double Minimum, double Natural)> items, double indent)
    {
        double minimum = 0, natural = 0;
        foreach (var item in items)
            (minimum, natural) = (Math.Max(minimum, item.Minimum), Math.Max(natural, item.Natural));
        return (minimum + indent, natural + indent);
    }
}
