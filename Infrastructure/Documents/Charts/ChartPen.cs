using CrisisKits.Infrastructure.Documents.Blocks;
using CrisisKits.Infrastructure.Documents.Layout;
using CrisisKits.Infrastructure.Documents.Pdf;

namespace CrisisKits.Infrastructure.Documents.Charts;

/// <summary>A line of a label, with the mark of its series in front if any.</summary>
internal sealed record ChartRow(string Text, ChartTone Tone = ChartTone.Ink, bool Bold = false, ChartPart? Mark = null)
{
    public double Width => ChartPen.Measure(Text, ChartPen.Size, Bold) + (Mark is null ? 0 : ChartPen.MarkWidth);
}

/// <summary>Collects the marks of a chart while its geometry is worked out.</summary>
internal sealed class ChartPen
{
    public const double Size = 9.5;
    public const double SmallSize = 8;
    public const double Leading = 12.5;
    public const double MarkWidth = 11;

    /// <summary>Lines of a label in the drawing: a longer one would push the chart off its page.</summary>
    private const int MostLines = 5;

    /// <summary>Pages of the web may use a font a little wider than the one measured here.</summary>
    private const double Slack = 1.04;

    private readonly List<ChartMark> _marks = [];

    public ChartScene Close(double width, double height) => new(width, height, _marks);

    /// <summary>Width in points, with room for another font.</summary>
    public static double Measure(string text, double size, bool bold = false) => FontFace.For(bold, italic: false).Width(text, size) * Slack;

    /// <summary>Breaks a label into lines of a width.</summary>
    public static List<string> Wrap(string label, double width, double size = Size, int most = MostLines)
    {
        var style = TextStyle.Body with { Size = size };
        var lines = TextLines.Break([new Text(label)], style, width / Slack)
            .ConvertAll(line => string.Concat(line.Atoms.Select(atom => atom.Space ? $" {atom.Word!.Text}" : atom.Word!.Text)));
        if (lines.Count <= most)
            return lines;
        var last = lines[most - 1];
        while (last.Length > 0 && Measure(last + "…", size) > width)
            last = last[..^(last.Length > 1 && char.IsLowSurrogate(last[^1]) ? 2 : 1)];
        return [.. lines.Take(most - 1), last + "…"];
    }

    public void Path(ChartPart part, bool closed, params IReadOnlyList<ChartPoint> points) => _marks.Add(new ChartPath(part, closed, points));

    public void Line(ChartPart part, double x1, double y1, double x2, double y2) => Path(part, closed: false, new(x1, y1), new(x2, y2));

    public void Box(ChartPart part, double x, double y, double width, double height) =>
        Path(part, closed: true, new(x, y), new(x + width, y), new(x + width, y + height), new(x, y + height));

    /// <summary>Writes a line of text whose capitals are centred on y.</summary>
    public void Text(double x, double y, ChartAnchor anchor, string text, ChartTone tone, double size = Size, bool bold = false)
    {
        if (text.Length > 0)
            _marks.Add(new ChartText(new(x, y + size * 0.36), anchor, text, size, bold, tone, Measure(text, size, bold) / Slack));
    }

    /// <summary>Writes rows one under the other from a top.</summary>
    public void Rows(IReadOnlyList<ChartRow> rows, double x, double top, ChartAnchor anchor)
    {
        foreach (var row in rows)
        {
            var y = top + Leading / 2;
            var before = row.Mark is null ? 0 : MarkWidth;
            var left = x - anchor switch { ChartAnchor.Start => 0, ChartAnchor.Middle => row.Width / 2, _ => row.Width };
            if (row.Mark is { } mark)
                Mark(mark, left + MarkWidth / 2 - 2, y);
            Text(x + anchor switch { ChartAnchor.Start => before, ChartAnchor.Middle => before / 2, _ => 0 }, y, anchor, row.Text, row.Tone, bold: row.Bold);
            top += Leading;
        }
    }

    /// <summary>The mark of a series, around a point: full dot, hollow square, full bar or hatched bar.</summary>
    public void Mark(ChartPart part, double x, double y)
    {
        const int corners = 16;
        const double radius = 3;
        const double half = 2.6;
        if (part == ChartPart.Dot)
            Path(part, closed: true, [.. Enumerable.Range(0, corners).Select(corner => Math.SinCos(Math.Tau * corner / corners))
                .Select(turn => new ChartPoint(x + radius * turn.Sin, y + radius * turn.Cos))]);
        else
            Box(part, x - half, y - half, 2 * half, 2 * half);
        if (part == ChartPart.EarlierBar)
            Hatch(x - half, y - half, 2 * half, 2 * half);
    }

    /// <summary>Fills a box with slanted lines: one stroke, that goes from each to the next along the edges.</summary>
    public void Hatch(double x, double y, double width, double height)
    {
        var step = height / Math.Round(height / 3);
        var points = new List<ChartPoint>();
        for (var line = 1; line * step < width + height - 0.01; line++)
        {
            var at = line * step;
            var low = new ChartPoint(x + Math.Max(0, at - height), y + Math.Min(height, at));
            var high = new ChartPoint(x + Math.Min(width, at), y + Math.Max(0, at - width));
            var rises = line % 2 == 1;
            if (!rises && at > width && at - step < width)
                points.Add(new(x + width, y));
            points.AddRange(rises ? [low, high] : [high, low]);
        }

        Path(ChartPart.Hatch, closed: false, points);
    }

    /// <summary>The names of the series with their marks, when there are two; returns where it ends.</summary>
    public double Legend(ChartNames names, ChartPart mark, ChartPart earlierMark, double width, double top)
    {
        if (names.Earlier is not { } earlier)
            return top;
        var rows = new (string Name, ChartPart Mark)[] { (names.Value, mark), (earlier, earlierMark) }
            .Select(series => new ChartRow(Wrap(series.Name, width - MarkWidth, most: 1)[0], Mark: series.Mark)).ToList();
        Rows(rows, Math.Max(0, (width - rows.Max(row => row.Width)) / 2), top, ChartAnchor.Start);
        return top + rows.Count * Leading;
    }
}
