using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents.Charts;

namespace CrisisKits.Infrastructure.Assessments.Exports;

/// <summary>The figures of a result as charts, the same on paper and on the web.</summary>
public static class ResultCharts
{
    /// <summary>The themes, beside the former result when there is one.</summary>
    public static RadarChart Radar(ExportedResult result) => new()
    {
        Title = "Vos six thèmes",
        Names = new("Thème", "thèmes", "Celle-ci", result.Earlier is { } earlier ? ResultWords.Former(earlier) : null),
        Items = [.. result.Grid.Themes.Select(theme => Item(theme, result))],
    };

    /// <summary>The whole, then the themes, with the bands of the levels across.</summary>
    public static BarChart Bars(ExportedResult result) => new()
    {
        Title = "L’ensemble et les thèmes, avec les paliers",
        Names = new("Thème", "scores", "Celle-ci"),
        Items = [new("Ensemble", ChartValue.Of(result.Percent)), .. result.Grid.Themes.Select(theme => new ChartItem(theme.Title, Value(theme, result)))],
        Bounds = [.. result.Grid.Bands.Where(band => band.From > 0).Select(band => new ChartBound(band.From, band.Level.French()))],
    };

    /// <summary>Of a theme: a percentage, or why there is none.</summary>
    public static ChartValue Value(Theme theme, ExportedResult result) =>
        result.PercentOf(theme) is { } percent ? ChartValue.Of(percent) : result.IsApplicable(theme) ? ChartValue.NotAnswered : ChartValue.NotApplicable;

    /// <summary>Null when there is no former result.</summary>
    public static Change? Change(Theme theme, ExportedResult result) =>
        result.Earlier?.Changes.Themes.FirstOrDefault(change => change.ThemeId == theme.Id)?.Change;

    private static ChartItem Item(Theme theme, ExportedResult result)
    {
        var then = Change(theme, result)?.Then;
        return new(theme.Title, Value(theme, result), then is { } value ? ChartValue.Of(value) : ChartValue.NotApplicable);
    }
}
