namespace CrisisKits.Infrastructure.Documents.Charts;

/// <summary>Works out where everything of a chart stands, once for paper and web. Pure: the same chart and width give the same scene.</summary>
public static class DrawChart
{
    /// <summary>Below it, the words of a label no longer fit beside a radar.</summary>
    public const double LeastWidth = 260;

    /// <summary>A wider chart would not be easier to read.</summary>
    public const double MostWidth = 500;

    /// <param name="chart">At least one item.</param>
    /// <param name="width">Points, at least <see cref="LeastWidth"/>; no more than <see cref="MostWidth"/> of them are used. The height follows.</param>
    /// <exception cref="ArgumentOutOfRangeException">Too narrow, or nothing to draw.</exception>
    public static ChartScene Run(Chart chart, double width)
    {
        ArgumentOutOfRangeException.ThrowIfZero(chart.Items.Count, nameof(chart));
        ArgumentOutOfRangeException.ThrowIfLessThan(width, LeastWidth);
        width = Math.Min(width, MostWidth);
        return IsRadar(chart) ? DrawRadar.Run(chart, width) : DrawBars.Run(chart, (chart as BarChart)?.Bounds ?? [], width);
    }

    internal static bool IsRadar(Chart chart) => chart is RadarChart { Items.Count: >= 3 and <= 8 };
}
