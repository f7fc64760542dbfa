using System.Globalization;

namespace CrisisKits.Infrastructure.Documents.Charts;

/// <summary>What a chart says to those who do not see it.</summary>
public static class ChartWords
{
    private const string Colon = "\u202F: ";
    private const string Semicolon = "\u202F; ";

    private static readonly string[] Numbers = ["deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"];

    /// <summary>« Radar de six thèmes : Gouvernance 45 % ; Alerte, sans objet… Valeur la plus basse, 45 % : Gouvernance. »</summary>
    public static string Run(Chart chart)
    {
        var values = chart.Items.Select(item => chart.Names.Earlier is { } earlier
            ? $"{Valued(item)} ({earlier}{Colon}{item.Earlier.Text})"
            : Valued(item));
        return $"{Shape(chart)}{Count(chart)}{Colon}{string.Join(Semicolon, values)}.{Lowest(chart.Items)}{Bounds(chart)}";
    }

    private static string Valued(ChartItem item) => $"{item.Label}{(item.Value.Percent is null ? "," : "")} {item.Value.Text}";

    private static string Shape(Chart chart) => DrawChart.IsRadar(chart) ? "Radar" : "Diagramme en barres";

    private static string Count(Chart chart)
    {
        var count = chart.Items.Count;
        return count < 2 ? ""
            : $" de {(count <= Numbers.Length + 1 ? Numbers[count - 2] : count.ToString(CultureInfo.InvariantCulture))} {chart.Names.Items}";
    }

    private static string Lowest(IReadOnlyList<ChartItem> items)
    {
        var lowest = items.Min(item => item.Value.Percent);
        if (lowest == items.Max(item => item.Value.Percent))
            return "";
        var labels = items.Where(item => item.Value.Percent == lowest).Select(item => item.Label);
        return $" Valeur la plus basse, {ChartValue.InPercent(lowest!.Value)}{Colon}{string.Join(Semicolon, labels)}.";
    }

    private static string Bounds(Chart chart) => chart is not BarChart { Bounds: { Count: > 0 } bounds } ? ""
        : $" Repères{Colon}{string.Join(Semicolon, bounds.Select(bound => $"{bound.Name} à {ChartValue.InPercent(bound.Percent)}"))}.";
}
