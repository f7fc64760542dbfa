namespace CrisisKits.Infrastructure.Documents.Charts;

/// <summary>Horizontal bars: labels on the left, a scale from 0 to 100 in the middle, values on the right, bounds across with their names above.</summary>
internal static class DrawBars
{
    private const double LabelShare = 0.4;
    private const double Thickness = 11;
    private const double EarlierThickness = 9;
    private const double Spacing = 10;

    private readonly record struct Plot(double Left, double Right, double Top, double Bottom)
    {
        public double At(int percent) => Left + (Right - Left) * percent / 100;
    }

    private sealed record Row(ChartItem Item, List<ChartRow> Label, double Height);

    public static ChartScene Run(Chart chart, IReadOnlyList<ChartBound> bounds, double width)
    {
        var pen = new ChartPen();
        var compared = chart.Names.Earlier is not null;
        var bars = Thickness + (compared ? 2 + EarlierThickness : 0);
        var rows = chart.Items.Select(item =>
        {
            var label = ChartPen.Wrap(item.Label, width * LabelShare).ConvertAll(line => new ChartRow(line));
            return new Row(item, label, Math.Max(bars, label.Count * ChartPen.Leading));
        }).ToList();
        var left = rows.Max(row => row.Label.Max(line => line.Width)) + 10;
        var right = width - ChartPen.Measure(ChartValue.InPercent(100), ChartPen.Size, bold: true) - 10;
        var names = Names(bounds, new(left, right, 0, 0), width);
        var top = names.Select(name => name.Top + ChartPen.Leading).DefaultIfEmpty().Max();
        var plot = new Plot(left, right, top, top + rows.Sum(row => row.Height + Spacing));
        Scale(pen, plot, bounds);
        foreach (var (name, x, nameTop) in names)
            pen.Text(x, nameTop + ChartPen.Leading / 2, ChartAnchor.Middle, name, ChartTone.Ink, ChartPen.SmallSize);
        var y = plot.Top + Spacing / 2;
        foreach (var row in rows)
        {
            pen.Rows(row.Label, 0, y + (row.Height - row.Label.Count * ChartPen.Leading) / 2, ChartAnchor.Start);
            Bars(pen, plot, row.Item, compared, y + (row.Height - bars) / 2, width);
            y += row.Height + Spacing;
        }

        var bottom = plot.Bottom + ChartPen.Leading;
        return pen.Close(width, 1 + pen.Legend(chart.Names, ChartPart.Bar, ChartPart.EarlierBar, width, compared ? bottom + 6 : bottom));
    }

    private static void Scale(ChartPen pen, Plot plot, IReadOnlyList<ChartBound> bounds)
    {
        for (var percent = 0; percent <= 100; percent += 25)
        {
            var x = plot.At(percent);
            pen.Line(percent == 0 ? ChartPart.Axis : ChartPart.Grid, x, plot.Top, x, plot.Bottom);
            pen.Text(x, plot.Bottom + ChartPen.Leading / 2, ChartAnchor.Middle, $"{percent}", ChartTone.Muted, 7);
        }

        foreach (var bound in bounds)
            pen.Line(ChartPart.Bound, plot.At(bound.Percent), plot.Top, plot.At(bound.Percent), plot.Bottom);
    }

    /// <summary>The names of the bounds, each in the first line where it touches no other; x is their middle.</summary>
    private static List<(string Name, double X, double Top)> Names(IReadOnlyList<ChartBound> bounds, Plot plot, double width)
    {
        var names = new List<(string Name, double X, double Top)>();
        var ends = new List<double>();
        foreach (var bound in bounds.OrderBy(bound => bound.Percent))
        {
            var value = $" · {ChartValue.InPercent(bound.Percent)}";
            var name = ChartPen.Wrap(bound.Name, width / 2 - ChartPen.Measure(value, ChartPen.SmallSize), ChartPen.SmallSize, most: 1)[0] + value;
            var half = ChartPen.Measure(name, ChartPen.SmallSize) / 2;
            var x = Math.Clamp(plot.At(bound.Percent), half, width - half);
            var line = ends.FindIndex(end => end + 6 < x - half);
            if (line < 0)
            {
                line = ends.Count;
                ends.Add(0);
            }

            ends[line] = x + half;
            names.Add((name, x, line * ChartPen.Leading));
        }

        return names;
    }

    private static void Bars(ChartPen pen, Plot plot, ChartItem item, bool compared, double y, double width)
    {
        Value(pen, plot, item.Value, y + Thickness / 2, width, ChartTone.Accent, bold: true);
        if (item.Value.Percent is > 0 and var percent)
            pen.Box(ChartPart.Bar, plot.Left, y, plot.At(percent) - plot.Left, Thickness);
        if (!compared)
            return;
        y += Thickness + 2;
        Value(pen, plot, item.Earlier, y + EarlierThickness / 2, width, ChartTone.Muted, bold: false);
        if (item.Earlier.Percent is not (> 0 and var earlier))
            return;
        pen.Box(ChartPart.EarlierBar, plot.Left, y, plot.At(earlier) - plot.Left, EarlierThickness);
        pen.Hatch(plot.Left, y, plot.At(earlier) - plot.Left, EarlierThickness);
    }

    /// <summary>A number on the right; why there is none, where the bar would be.</summary>
    private static void Value(ChartPen pen, Plot plot, ChartValue value, double y, double width, ChartTone tone, bool bold)
    {
        if (value.Percent is not null)
        {
            pen.Text(width, y, ChartAnchor.End, value.Text, tone, bold: bold);
            return;
        }

        pen.Box(ChartPart.Halo, plot.Left + 2, y - EarlierThickness / 2, ChartPen.Measure(value.Text, ChartPen.SmallSize) + 6, EarlierThickness);
        pen.Text(plot.Left + 5, y, ChartAnchor.Start, value.Text, ChartTone.Muted, ChartPen.SmallSize);
    }
}
