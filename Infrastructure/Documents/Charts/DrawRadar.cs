namespace CrisisKits.Infrastructure.Documents.Charts;

/// <summary>A radar: rings at every quarter, one axis per item, the area and contour of the values, labels around.</summary>
internal static class DrawRadar
{
    private const double MostRadius = 112;

    public static ChartScene Run(Chart chart, double width)
    {
        var pen = new ChartPen();
        var wheel = RadarWheel.Fitting(chart.Items.Count, width / 2 - RadarLabels.Gap - width * RadarLabels.SideShare, MostRadius);
        var labels = RadarLabels.Place(chart, wheel, width);
        wheel = wheel with { Center = new(width / 2, -labels.Min(label => label.Top)) };
        var runs = Runs(chart.Items, item => item.Value.Percent);
        foreach (var run in runs.Where(run => run.Count > 1))
            pen.Path(ChartPart.Area, closed: true, run.Count == wheel.Axes ? Points(wheel, run) : [wheel.Center, .. Points(wheel, run)]);
        Grid(pen, wheel, chart.Items);
        if (chart.Names.Earlier is not null)
            Contour(pen, wheel, Runs(chart.Items, item => item.Earlier.Percent), ChartPart.EarlierContour, ChartPart.EarlierDot);
        Contour(pen, wheel, runs, ChartPart.Contour, ChartPart.Dot);
        foreach (var label in labels)
            pen.Rows(label.Rows, wheel.Center.X + label.X, wheel.Center.Y + label.Top, label.Anchor);
        var bottom = wheel.Center.Y + Math.Max(wheel.Bottom, labels.Max(label => label.Bottom));
        bottom = pen.Legend(chart.Names, ChartPart.Dot, ChartPart.EarlierDot, width, chart.Names.Earlier is null ? bottom : bottom + RadarLabels.Gap);
        return pen.Close(width, bottom + 1);
    }

    private static void Grid(ChartPen pen, RadarWheel wheel, IReadOnlyList<ChartItem> items)
    {
        for (var ring = 25; ring <= 100; ring += 25)
            pen.Path(ChartPart.Grid, closed: true, [.. Enumerable.Range(0, wheel.Axes).Select(axis => wheel.At(axis, ring))]);
        for (var axis = 0; axis < wheel.Axes; axis++)
        {
            var end = wheel.At(axis, 100);
            pen.Line(items[axis].Value.Percent is null ? ChartPart.MissingAxis : ChartPart.Axis, wheel.Center.X, wheel.Center.Y, end.X, end.Y);
        }

        // just left of the first axis the rings slope away below
        foreach (var ring in (int[])[50, 100])
            pen.Text(wheel.Center.X - 3, wheel.At(0, ring).Y - 1, ChartAnchor.End, $"{ring}", ChartTone.Muted, 7);
    }

    private static void Contour(ChartPen pen, RadarWheel wheel, List<List<(int Axis, int Percent)>> runs, ChartPart line, ChartPart mark)
    {
        foreach (var run in runs)
        {
            var points = Points(wheel, run);
            pen.Path(line, closed: run.Count == wheel.Axes, points.Count > 1 ? points : [wheel.Center, .. points]);
        }

        foreach (var point in runs.SelectMany(run => Points(wheel, run)))
            pen.Mark(mark, point.X, point.Y);
    }

    private static List<ChartPoint> Points(RadarWheel wheel, List<(int Axis, int Percent)> run) =>
        run.ConvertAll(value => wheel.At(value.Axis, value.Percent));

    /// <summary>Neighbours that have a value, clockwise around the wheel.</summary>
    private static List<List<(int Axis, int Percent)>> Runs(IReadOnlyList<ChartItem> items, Func<ChartItem, int?> value)
    {
        var runs = new List<List<(int Axis, int Percent)>>();
        var gap = Enumerable.Range(0, items.Count).FirstOrDefault(axis => value(items[axis]) is null);
        var open = false;
        for (var i = 0; i < items.Count; i++)
        {
            var axis = (gap + i) % items.Count;
            if (value(items[axis]) is { } percent)
            {
                if (!open)
                    runs.Add([]);
                runs[^1].Add((axis, percent));
                open = true;
            }
            else
            {
                open = false;
            }
        }

        return runs;
    }
}
