namespace CrisisKits.Infrastructure.Documents.Charts;

/// <summary>The label and value of an axis; measures are points from the centre of the wheel.</summary>
internal sealed record RadarLabel(IReadOnlyList<ChartRow> Rows, double X, double Top, ChartAnchor Anchor)
{
    public double Bottom => Top + Rows.Count * ChartPen.Leading;
}

/// <summary>Sets labels around a wheel: beside its left and right corners, pushed apart where they would touch, then above and below all that.</summary>
internal static class RadarLabels
{
    public const double Gap = 8;

    /// <summary>The part of the width kept for labels on each side.</summary>
    public const double SideShare = 0.29;

    private const double MiddleShare = 0.62;

    public static List<RadarLabel> Place(Chart chart, RadarWheel wheel, double width)
    {
        var around = Enumerable.Range(0, wheel.Axes).ToLookup(axis => Math.Abs(wheel.Direction(axis).X) < 1e-9 ? 0 : Math.Sign(wheel.Direction(axis).X));
        var room = width / 2 - Gap - wheel.Radius * Enumerable.Range(0, wheel.Axes).Max(axis => wheel.Direction(axis).X);
        List<RadarLabel> labels = [.. Side(chart, wheel, around[1], room), .. Side(chart, wheel, around[-1].Reverse(), room)];
        var top = Math.Min(-wheel.Radius, labels.Min(label => label.Top));
        var bottom = Math.Max(wheel.Bottom, labels.Max(label => label.Bottom));
        foreach (var axis in around[0])
        {
            var rows = Rows(chart, axis, width * MiddleShare);
            labels.Add(new(rows, 0, axis == 0 ? top - Gap * 0.75 - rows.Count * ChartPen.Leading : bottom + Gap * 0.75, ChartAnchor.Middle));
        }

        return labels;
    }

    /// <summary>The labels of one side, from top to bottom.</summary>
    private static IEnumerable<RadarLabel> Side(Chart chart, RadarWheel wheel, IEnumerable<int> axes, double room)
    {
        var labels = new List<RadarLabel>();
        var pushed = 0.0;
        foreach (var axis in axes)
        {
            var rows = Rows(chart, axis, room);
            var wanted = wheel.Direction(axis).Y * wheel.Radius - rows.Count * ChartPen.Leading / 2;
            var top = labels.Count == 0 ? wanted : Math.Max(wanted, labels[^1].Bottom + Gap / 2);
            pushed = top - wanted;
            labels.Add(new(rows, wheel.Direction(axis).X * wheel.Radius, top, wheel.Direction(axis).X > 0 ? ChartAnchor.Start : ChartAnchor.End));
        }

        foreach (var label in labels)
        {
            // what was pushed down is shared with those above
            var top = label.Top - pushed / 2;
            var x = Math.Max(Math.Abs(label.X), wheel.Extent(top, top + label.Bottom - label.Top)) + Gap;
            yield return label with { Top = top, X = label.X > 0 ? x : -x };
        }
    }

    private static List<ChartRow> Rows(Chart chart, int axis, double width)
    {
        var item = chart.Items[axis];
        var compared = chart.Names.Earlier is not null;
        var rows = ChartPen.Wrap(item.Label, width).ConvertAll(line => new ChartRow(line));
        var tone = item.Value.Percent is null ? ChartTone.Muted : ChartTone.Accent;
        rows.Add(new(item.Value.Text, tone, Bold: item.Value.Percent is not null, compared ? ChartPart.Dot : null));
        if (compared)
            rows.Add(new(item.Earlier.Text, ChartTone.Muted, Mark: ChartPart.EarlierDot));
        return rows;
    }
}
