using System.Globalization;
using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents.Blocks;
using CrisisKits.Infrastructure.Documents.Charts;

namespace CrisisKits.Infrastructure.Kits.Inserts;

/// <summary>For the DIREX alone: the weakest themes, the optional stimuli to play first, what to observe closely, and what waits.</summary>
internal static class PrioritiesInsert
{
    public static IReadOnlyList<Block> Print(ScenarioVariant play, PrintContext context)
    {
        if (context.Targeting is not { } targeting)
            return [];
        var lines = Chronogram.Of(play);
        return
        [
            Scores(targeting, context.Grid),
            .. targeting.Weakest.Count == 0
                ? new Block[] { Phrase.Line("Aucun thème n’est en retrait\u202F: tous les stimuli facultatifs se valent.") }
                : [Phrase.Line("Thèmes les plus faibles, par rang, et stimuli dont les faits sont à observer d’abord\u202F:"), Themes(targeting, lines)],
            new Heading(1, Phrase.Of("Les stimuli facultatifs")),
            .. Optional(lines, context, targeting),
        ];
    }

    private static BarChart Scores(Targeting targeting, Grid grid) => new()
    {
        Title = string.Create(
            CultureInfo.InvariantCulture,
            $"Vos réponses à la grille {targeting.Score.GridVersion}\u202F: {targeting.Score.Answered} questions répondues sur {targeting.Score.Total}{(targeting.Score.Provisional ? ", résultat provisoire" : string.Empty)}"),
        Names = new("Thème", "thèmes", "Vos réponses"),
        Items = [.. targeting.Score.Themes.Select(theme => new ChartItem(
            theme.Theme.Title,
            theme.Value is { } value ? ChartValue.Of(value.Percent) : theme.Applicable ? ChartValue.NotAnswered : ChartValue.NotApplicable))],
        Bounds = [.. grid.Bands.Skip(1).Select(band => new ChartBound(band.From, band.Level.French()))],
    };

    private static ItemList Themes(Targeting targeting, IReadOnlyList<ChronogramLine> lines) => new(
        ListKind.Numbers,
        [
            .. targeting.Weakest.Select(theme => (IReadOnlyList<Block>)
                [Phrase.Labelled(theme.Theme.Title, Numbers(lines.Where(line => line.Inject.Theme == theme.Theme.Id)))]),
        ]);

    private static IEnumerable<Block> Optional(IReadOnlyList<ChronogramLine> lines, PrintContext context, Targeting targeting)
    {
        var optional = lines.ToLookup(line => targeting.PriorityOf(line.Inject));
        if (optional[StimulusPriority.First].Any())
            yield return new Table
            {
                Header = Phrase.Header("Temps de jeu", "À jouer en priorité", "Rang"),
                Rows =
                [
                    .. optional[StimulusPriority.First].Select(line => (IReadOnlyList<Cell>)
                    [
                        Phrase.Cell(PlayWords.Moment(line.Inject.At, context)),
                        Phrase.RowHeader($"{PlayWords.Number(line.Number)} ({line.Inject.Id}) · {line.Inject.Title}"),
                        Phrase.Cell(Rank(targeting, line.Inject)),
                    ]),
                ],
                Widths = [3.4, 13, 1.8],
                Dense = true,
            };
        yield return Phrase.Labelled("Si le temps le permet", $"{Ids(optional[StimulusPriority.IfTimeAllows])}. S’il manque, écartez ceux-là d’abord\u202F: cette page l’emporte sur les listes à écarter des autres documents. Les essentiels se jouent tous, dans l’ordre\u202F: rien n’est ajouté, retiré ni déplacé.");
    }

    /// <summary>The place of its theme in the list above.</summary>
    private static string Rank(Targeting targeting, Inject inject) =>
        (targeting.Weakest.TakeWhile(theme => theme.Theme.Id != inject.Theme).Count() + 1).ToString(CultureInfo.InvariantCulture);

    private static string Ids(IEnumerable<ChronogramLine> lines)
    {
        var ids = string.Join(", ", lines.Select(line => line.Inject.Id));
        return ids.Length == 0 ? "aucun" : ids;
    }

    private static string Numbers(IEnumerable<ChronogramLine> lines)
    {
        var numbers = string.Join(", ", lines.Select(line => line.Number.ToString(CultureInfo.InvariantCulture)));
        return numbers.Length == 0 ? "aucun dans ce scénario" : $"n°\u00A0{numbers}";
    }
}
