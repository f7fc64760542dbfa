using System.Globalization;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents.Blocks;
using CrisisKits.Infrastructure.Kits.Prose;

namespace CrisisKits.Infrastructure.Kits.Inserts;

/// <summary>The play on one wide table, DEBEX to FINEX: what comes when, from whom to whom, what is looked for, and boxes to tick while playing.</summary>
internal static class ChronogramInsert
{
    private const int BriefLength = 260;

    public static IReadOnlyList<Block> Print(ScenarioVariant play, PrintContext context) =>
    [
        .. context.Targeting is null ? Array.Empty<Block>()
            : [Phrase.BoldLine("Kit ciblé\u202F: «\u202Fà jouer en priorité\u202F» et «\u202Fsi le temps le permet\u202F» l’emportent sur toute liste de stimuli à écarter.")],
        new Table
        {
            Header = Phrase.Header("N°", "Temps de jeu", "Heure simulée", "Heure réelle", "Canal", "De, à", "Stimulus", "Réaction attendue, en bref", "Poids", "Relance au plus tard", "Suivi"),
            Rows = [.. PlayMoments.Of(play, context).Select(moment => moment.Line is { } line ? Row(moment, line, play, context) : Mark(moment))],
            Widths = [1.6, 1.7, 2.4, 1.8, 2.2, 10, 4.8, 9.8, 2.2, 2.1, 3.8],
            Dense = true,
        },
    ];

    private static IReadOnlyList<Cell> Row(PlayMoment moment, ChronogramLine line, ScenarioVariant play, PrintContext context)
    {
        var inject = line.Inject;
        var sender = PlayWords.Sender(play, inject);
        return
        [
            new([Phrase.BoldLine(line.Number.ToString(CultureInfo.InvariantCulture)), Phrase.Line(inject.Id, ParagraphStyle.Small)], Heading: true),
            Phrase.BoldCell(PlayWords.PlayTime(inject.At)),
            Phrase.Cell($"{line.Phase.Day} {PlayWords.Clock(line.SimulatedTime)}"),
            WallClock(moment),
            Phrase.Cell(moment.Name),
            new(
            [
                Phrase.Line($"De\u202F: {sender.Title}"),
                Phrase.Line($"À\u202F: {PlayWords.Recipients(play, inject)}"),
                Phrase.Line($"joué par {PlayWords.Facilitator(play, sender)}{CellsOf(inject, context)}", ParagraphStyle.Small),
            ]),
            Phrase.BoldCell(inject.Title),
            Phrase.Cell(PlayWords.Brief(inject.Expected, BriefLength)),
            Phrase.Cell(PlayWords.Weight(inject, context)),
            Phrase.Cell(PlayWords.Moment(inject.At + TimeSpan.FromMinutes(inject.Window), context)),
            new([Phrase.Line("☐ joué ☐ adapté"), FollowUp("☐ écarté à ")]),
        ];
    }

    private static IReadOnlyList<Cell> Mark(PlayMoment moment) =>
    [
        Phrase.RowHeader("—"),
        Phrase.BoldCell(PlayWords.PlayTime(moment.At)),
        Phrase.Cell($"{moment.Phase.Day} {PlayWords.Clock(Chronogram.SimulatedTime(moment.Phase, moment.At))}"),
        WallClock(moment),
        Phrase.BoldCell(moment.Name),
        Phrase.Cell(string.Empty),
        Phrase.BoldCell(moment.What),
        Phrase.Cell(string.Empty),
        Phrase.Cell(string.Empty),
        Phrase.Cell(string.Empty),
        new([FollowUp("☐ fait à ")]),
    ];

    // with one cell there is nothing to choose
    private static string CellsOf(Inject inject, PrintContext context)
    {
        var cells = context.Kit.Format(context.Variant).Cells;
        return cells.Count == 1 ? string.Empty
            : $" · pour\u202F: {string.Join(", ", cells.Where(cell => inject.Cells.Contains(cell.Id, StringComparer.Ordinal)).Select(cell => cell.Title))}";
    }

    private static Paragraph FollowUp(string what) => new([.. Phrase.Of(what), new Dots(12, "heure du suivi")]);

    private static Cell WallClock(PlayMoment moment) => new([new Paragraph([Slots.WallClock(moment.Clock)])]);
}
