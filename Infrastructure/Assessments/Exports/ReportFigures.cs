using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents.Blocks;
using CrisisKits.Infrastructure.Documents.Charts;

namespace CrisisKits.Infrastructure.Assessments.Exports;

/// <summary>The figures of the report: score and range, themes drawn and told, strengths and weak points, change since the former result.</summary>
internal static class ReportFigures
{
    public static IEnumerable<Block> Of(ExportedResult result)
    {
        yield return new PageBreak();
        yield return new Heading(1, Phrase.Of("Le score en détail"));
        yield return Phrase.Line($"Score d’ensemble\u202F: {ExportWords.Percent(result.Percent)}. {ResultWords.Range(result)}");
        yield return Radar(result);
        var bars = Bars(result);
        foreach (var block in result.Earlier is { } earlier ? SinceThen(earlier, result) : [ChartTable.Of(bars).ToBlock()])
            yield return block;
        yield return bars;
        foreach (var block in Highlights("Vos appuis", result.Score.Strengths, result).Concat(Highlights("À renforcer d’abord", result.Score.Weakest, result)))
            yield return block;
    }

    private static RadarChart Radar(ExportedResult result) => new()
    {
        Title = "Vos six thèmes",
        Names = Names(result),
        Items = [.. result.Grid.Themes.Select(theme => Item(theme, result))],
    };

    private static BarChart Bars(ExportedResult result) => new()
    {
        Title = "Vos thèmes devant les paliers",
        Names = Names(result),
        Items =
        [
            new("Ensemble", ChartValue.Of(result.Percent), result.Earlier?.Changes.Overall.Then is { } then ? ChartValue.Of(then) : default),
            .. result.Grid.Themes.Select(theme => Item(theme, result)),
        ],
        Bounds = [.. result.Grid.Bands.Where(band => band.From > 0).Select(band => new ChartBound(band.From, band.Level.French()))],
    };

    private static ChartNames Names(ExportedResult result) => new("Thème", "thèmes",
        result.Sheet.Assessment.Submitted is { } submitted ? ExportWords.Day(submitted.At) : "provisoire",
        result.Earlier is { } earlier ? ExportWords.Day(earlier.Submitted) : null);

    private static ChartItem Item(Theme theme, ExportedResult result)
    {
        var then = result.Earlier?.Changes.Themes.FirstOrDefault(change => change.ThemeId == theme.Id)?.Change.Then;
        return new(
            theme.Title,
            result.PercentOf(theme) is { } percent ? ChartValue.Of(percent) : result.IsApplicable(theme) ? ChartValue.NotAnswered : ChartValue.NotApplicable,
            then is { } value ? ChartValue.Of(value) : ChartValue.NotApplicable);
    }

    private static IEnumerable<Block> Highlights(string title, IReadOnlyList<Question> questions, ExportedResult result)
    {
        if (questions.Count == 0)
            yield break;
        yield return new KeepTogether(
        [
            new Heading(2, Phrase.Of(title)),
            new ItemList(ListKind.Bullets, [.. questions.Select(question => (IReadOnlyList<Block>)[Phrase.Line(ExportWords.Wording(question, result.Sheet.Assessment.Variant).Text)])]),
        ]);
    }

    private static IEnumerable<Block> SinceThen(EarlierResult earlier, ExportedResult result)
    {
        var titles = result.Grid.Themes.ToDictionary(theme => theme.Id, theme => theme.Title, StringComparer.Ordinal);
        var day = ExportWords.Day(earlier.Submitted);
        yield return new KeepTogether(
        [
            new Heading(2, Phrase.Of($"Depuis le {day}")),
            Phrase.Line(earlier.Changes.ThenLevel == result.Level
                ? $"Le kit recommandé était déjà le kit {result.Level.French()}."
                : $"Le kit recommandé était le kit {earlier.Changes.ThenLevel.French()}."),
            new Table
            {
                Header = Phrase.Header("Thème", day, "Maintenant", "Écart"),
                Rows =
                [
                    Row("Ensemble", earlier.Changes.Overall),
                    .. earlier.Changes.Themes.Select(each => Row(titles.GetValueOrDefault(each.ThemeId, each.ThemeId), each.Change)),
                ],
                Widths = [6, 2.4, 2.4, 4],
            },
        ]);
    }

    private static IReadOnlyList<Cell> Row(string title, Domain.Assessments.Keeping.Change change) =>
    [
        Phrase.RowHeader(title), Phrase.Cell(ResultWords.InPercent(change.Then)), Phrase.Cell(ResultWords.InPercent(change.Now)), Phrase.Cell(ResultWords.Difference(change)),
    ];
}
