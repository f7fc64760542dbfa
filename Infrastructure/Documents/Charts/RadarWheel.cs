namespace CrisisKits.Infrastructure.Documents.Charts;

/// <summary>The regular polygon of a radar: its first axis points upwards, the others follow clockwise.</summary>
internal sealed record RadarWheel(int Axes, double Radius)
{
    public ChartPoint Center { get; init; }

    /// <summary>How far it goes down from its centre.</summary>
    public double Bottom => Axes % 2 == 0 ? Radius : Radius * Math.Cos(Math.PI / Axes);

    /// <summary>The largest wheel that keeps within a distance of its centre on both sides.</summary>
    public static RadarWheel Fitting(int axes, double reach, double mostRadius)
    {
        var unit = new RadarWheel(axes, 1);
        return unit with { Radius = Math.Min(mostRadius, reach / Enumerable.Range(0, axes).Max(axis => unit.Direction(axis).X)) };
    }

    public ChartPoint At(int axis, int percent)
    {
        var (x, y) = Direction(axis);
        return new(Center.X + x * Radius * percent / 100, Center.Y + y * Radius * percent / 100);
    }

    /// <summary>How far the polygon goes to each side of its centre between two heights, which are counted from the centre.</summary>
    public double Extent(double top, double bottom)
    {
        var extent = 0.0;
        for (var axis = 0; axis <= Axes / 2; axis++)
        {
            var (from, to) = (Direction(axis), Direction(axis + 1));
            var (high, low) = (Math.Max(top, from.Y * Radius), Math.Min(bottom, to.Y * Radius));
            if (high > low)
                continue;
            foreach (var y in (double[])[high, low])
            {
                var share = Math.Abs(to.Y - from.Y) < 1e-9 ? 0 : (y / Radius - from.Y) / (to.Y - from.Y);
                extent = Math.Max(extent, (from.X + share * (to.X - from.X)) * Radius);
            }
        }

        return extent;
    }

    public (double X, double Y) Direction(int axis)
    {
        var (sin, cos) = Math.SinCos(Math.Tau * axis / Axes);
        return (sin, -cos);
    }
}
