using System.Globalization;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents.Blocks;
using CrisisKits.Infrastructure.Documents.Charts;

namespace CrisisKits.Infrastructure.Assessments.Exports;

/// <summary>The figures of the report, drawn once and told once: the six themes, beside the former result when there is one, and the strengths.</summary>
internal static class ReportFigures
{
    public static IEnumerable<Block> Of(ExportedResult result)
    {
        yield return new Heading(1, Phrase.Of("Le score en détail"));
        yield return Phrase.Labelled("Paliers", ExportWords.Uncapital(ResultWords.Bands(result.Grid)));
        if (result.Earlier is { } earlier)
            yield return Phrase.Labelled("Précédente autoévaluation", Since(earlier, result));
        if (result.Score.Strengths.Count > 0)
            yield return Phrase.Labelled("Vos appuis", Strengths(result));
        yield return new KeepTogether([Themes(result)]);
        yield return ResultCharts.Radar(result);
    }

    private static string Since(EarlierResult earlier, ExportedResult result) => earlier.Changes.ThenLevel == result.Level
        ? $"validée le {ExportWords.Day(earlier.Submitted)}, elle recommandait déjà le kit {result.Level.French()}."
        : $"validée le {ExportWords.Day(earlier.Submitted)}, elle recommandait le kit {earlier.Changes.ThenLevel.French()}.";

    private static string Strengths(ExportedResult result)
    {
        var numbers = ExportWords.Numbered(result.Grid).ToDictionary(each => each.Question.Id, each => each.Number, StringComparer.Ordinal);
        return $"{string.Join("\u202F; ", result.Score.Strengths.Select(question => $"{ExportWords.Uncapital(question.Subject)} ({numbers[question.Id]})"))}.";
    }

    /// <summary>Themes of the former grid that are no more come last.</summary>
    private static Table Themes(ExportedResult result)
    {
        var gone = result.Earlier?.Changes.Themes.Where(change => result.Grid.Themes.All(theme => theme.Id != change.ThemeId)) ?? [];
        return new()
        {
            Header = result.Earlier is { } earlier ? Phrase.Header("Thème", "Poids", "Celle-ci", ResultWords.Former(earlier), "Écart") : Phrase.Header("Thème", "Poids", "Score"),
            Rows =
            [
                .. result.Grid.Themes.Select(theme => Row(theme.Title, theme.Weight, ResultCharts.Value(theme, result).Text, ResultCharts.Change(theme, result))),
                .. gone.Select(change => Row(change.ThemeId, null, ResultWords.InPercent(change.Change.Now), change.Change)),
                Row("Ensemble", result.Grid.Themes.Sum(theme => theme.Weight), ResultWords.InPercent(result.Percent), result.Earlier?.Changes.Overall),
            ],
            Widths = result.Earlier is null ? [8, 1.4, 2.4] : [7, 1.4, 2, 2.8, 3],
            Dense = true,
        };
    }

    private static IReadOnlyList<Cell> Row(string title, int? weight, string now, Change? change) =>
    [
        Phrase.RowHeader(title), Phrase.Cell(weight?.ToString(CultureInfo.InvariantCulture) ?? "—"), Phrase.Cell(now),
        .. change is null ? (Cell[])[] : [Phrase.Cell(ResultWords.InPercent(change.Then)), Phrase.Cell(ResultWords.Difference(change))],
    ];
}
