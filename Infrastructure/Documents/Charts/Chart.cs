using System.Globalization;
using CrisisKits.Infrastructure.Documents.Blocks;

namespace CrisisKits.Infrastructure.Documents.Charts;

/// <summary>
/// A share in whole percent, 0 to 100, already rounded down by the caller and never computed again; or why there is none.
/// The default value is « non répondu ».
/// </summary>
public readonly record struct ChartValue
{
    public static readonly ChartValue NotAnswered;
    public static readonly ChartValue NotApplicable = new() { Excluded = true };

    public int? Percent { get; private init; }

    private bool Excluded { get; init; }

    /// <summary>As printed: « 45 % », « sans objet » or « non répondu ».</summary>
    public string Text => Percent is { } percent ? InPercent(percent) : Excluded ? "sans objet" : "non répondu";

    /// <exception cref="ArgumentOutOfRangeException">Less than 0 or more than 100.</exception>
    public static ChartValue Of(int percent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(percent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100);
        return new() { Percent = percent };
    }

    internal static string InPercent(int percent) => percent.ToString(CultureInfo.InvariantCulture) + "\u202F%";
}

/// <summary>An axis or a bar. <paramref name="Earlier"/> is shown when the chart names an earlier series.</summary>
public sealed record ChartItem(string Label, ChartValue Value, ChartValue Earlier = default);

/// <summary>The French words of a chart.</summary>
/// <param name="Item">What one item is, as a column title: « Thème ».</param>
/// <param name="Items">The same in a sentence, in the plural: « thèmes ».</param>
/// <param name="Value">The name of the values, « 2026 ».</param>
/// <param name="Earlier">The name of what they are compared with, « 2025 » or « Région »; null shows one series.</param>
public sealed record ChartNames(string Item, string Items, string Value, string? Earlier = null);

/// <summary>A level to compare bars with, drawn across them with its name: « intermédiaire » at 34.</summary>
public sealed record ChartBound(int Percent, string Name);

/// <summary>
/// Values out of a hundred, drawn as vectors on paper (<see cref="Layout.Flows.FlowChart"/>) and on the web (<see cref="SvgChart"/>) from one
/// geometry, and told in words by <see cref="ChartWords"/> and <see cref="ChartTable"/>. A label longer than five lines ends in « … » in the
/// drawing; words and table give it whole.
/// </summary>
public abstract record Chart : Block
{
    public required string Title { get; init; }
    public required ChartNames Names { get; init; }

    /// <summary>At least one.</summary>
    public required IReadOnlyList<ChartItem> Items { get; init; }
}

/// <summary>
/// One axis per item, the first upwards, then clockwise. With fewer than 3 items or more than 8 it is drawn as bars. The contour is interrupted at
/// an item without a value: it neither counts as 0 nor is passed over.
/// </summary>
public sealed record RadarChart : Chart;

/// <summary>Horizontal bars, in the order given.</summary>
public sealed record BarChart : Chart
{
    public IReadOnlyList<ChartBound> Bounds { get; init; } = [];
}
