using CrisisKits.Infrastructure.Documents.Blocks;
using CrisisKits.Infrastructure.Documents.Pdf;

namespace CrisisKits.Infrastructure.Documents.Layout.Flows;

/// <summary>Tables: a row is one slice, so it is never split; the header row comes back on each page.</summary>
internal static class FlowTable
{
    private const double Padding = 4;
    private const double DenseScale = 0.88;

    public static List<Slice> Run(Flow flow, Table table, double width, Tag? tag)
    {
        var inner = table.Dense ? flow with { Scale = flow.Scale * DenseScale } : flow;
        var widths = ColumnWidths.Of(inner, table, width, 2 * Padding + 1);
        var tableTag = tag?.Add("Table");
        var slices = new List<Slice>();
        Slice? repeat = null;
        if (table.Header.Count > 0)
        {
            slices.Add(Row(inner, table.Header, widths, 0, tableTag?.Add("TR"), header: true) with { Before = 8, KeepWithNext = true });
            repeat = Row(inner, table.Header, widths, 0, null, header: true);
        }

        var minimum = table.MinimumRowMm.Mm();
        foreach (var row in table.Rows)
            slices.AddRange(Rows(Measure(inner, row, widths, tableTag?.Add("TR"), header: false), widths, minimum, flow.Body.Height - (repeat?.Height ?? 0) - 2 * Padding).Select(slice => slice with { Repeat = repeat }));
        var blank = Enumerable.Repeat(new Cell([]), widths.Length).ToList();
        var blankHeight = table.MinimumRowMm > 0 ? minimum : 9.Mm();
        for (var i = 0; i < table.BlankRows; i++)
            slices.Add(Row(inner, blank, widths, blankHeight, tableTag?.Add("TR"), header: false) with { Repeat = repeat });
        if (slices.Count == 0)
            return slices;
        slices[0] = slices[0] with { Before = 8 };
        if (repeat is null || slices.Count < 2)
            slices[^1] = slices[^1] with { KeepWithNext = false };
        slices.Add(Slice.Gap(3));
        slices[^2] = slices[^2] with { KeepWithNext = slices.Count > 2 || repeat is null };
        return slices;
    }

    private static Slice Row(Flow flow, IReadOnlyList<Cell> cells, double[] widths, double minimum, Tag? rowTag, bool header) =>
        Draw(Measure(flow, cells, widths, rowTag, header), widths, minimum, header);

    /// <summary>The slices of each cell.</summary>
    private static List<Slice>[] Measure(Flow flow, IReadOnlyList<Cell> cells, double[] widths, Tag? rowTag, bool header)
    {
        var contents = new List<Slice>[widths.Length];
        for (var c = 0; c < widths.Length; c++)
        {
            var cell = c < cells.Count ? cells[c] : new Cell([]);
            var cellTag = header ? rowTag?.Add("TH", "/O/Table/Scope/Column")
                : cell.Heading ? rowTag?.Add("TH", "/O/Table/Scope/Row") : rowTag?.Add("TD");
            contents[c] = flow.Run(header || cell.Heading ? Emphasised(cell.Content) : cell.Content, widths[c] - 2 * Padding, cellTag);
        }

        return contents;
    }

    /// <summary>One slice; only a row taller than a page, which a long name in a narrow column can make, goes on under itself.</summary>
    private static IEnumerable<Slice> Rows(List<Slice>[] contents, double[] widths, double minimum, double most)
    {
        while (Array.Exists(contents, cell => Flow.HeightOf(cell) > most))
        {
            var fitting = Array.ConvertAll(contents, cell => Math.Max(1, Enumerable.Range(1, cell.Count).LastOrDefault(count => Flow.HeightOf(cell[..count]) <= most)));
            yield return Draw([.. contents.Select((cell, c) => cell[..Math.Min(fitting[c], cell.Count)])], widths, minimum, header: false);
            contents = [.. contents.Select((cell, c) => cell[Math.Min(fitting[c], cell.Count)..])];
        }

        yield return Draw(contents, widths, minimum, header: false);
    }

    private static Slice Draw(List<Slice>[] contents, double[] widths, double minimum, bool header)
    {
        var height = Math.Max(minimum, contents.Max(Flow.HeightOf) + 2 * Padding - 1);
        return new(height, (page, x, y) =>
        {
            for (var c = 0; c < widths.Length; c++)
            {
                if (header)
                    page.Block(null, x, y, widths[c], height, Ink.Wash);
                page.Frame(null, x, y, widths[c], height, 0.6, Ink.Rule);
                Flow.DrawStack(contents[c], page, x + Padding, y + Padding - 1);
                x += widths[c];
            }
        });
    }

    private static List<Block> Emphasised(IReadOnlyList<Block> content) => [.. content.Select(block => block is Paragraph paragraph
        ? paragraph with { Content = [.. paragraph.Content.Select(inline => inline is Text text ? text with { Bold = true } : inline)] }
        : block)];
}
