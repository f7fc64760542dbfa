using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents.Blocks;

namespace CrisisKits.Infrastructure.Kits.Inserts;

/// <summary>The roles around the table: what each decides, and what may be held together.</summary>
internal static class PlayersInsert
{
    public static IReadOnlyList<Block> Print(ScenarioVariant play, PrintContext context)
    {
        var cells = context.Kit.Format(context.Variant).Cells;
        var severalCells = cells.Count > 1;
        return
        [
            new Table
            {
                Header = severalCells
                    ? Phrase.Header("Fonction", "Cellule", "Ce qu’elle décide", "À la table")
                    : Phrase.Header("Fonction", "Ce qu’elle décide", "À la table"),
                Rows = [.. play.Players.Select(player => Row(player, severalCells ? cells.First(cell => cell.Id == player.Cell).Title : null, context.Made?.Functions.GetValueOrDefault(player.Id)))],
                Widths = severalCells ? [4, 3, 7, 6] : [4, 8, 5],
            },
        ];
    }

    private static List<Cell> Row(PlayerRole player, string? cell, string? holder)
    {
        var row = new List<Cell> { new([Phrase.BoldLine(player.Title), .. holder is null ? [] : new[] { new Paragraph([new Text(holder)]) }], Heading: true) };
        if (cell is not null)
            row.Add(Phrase.Cell(cell));
        row.Add(Phrase.Cell(player.Mandate));
        var seat = player.Required ? "Indispensable." : "Facultative.";
        row.Add(Phrase.Cell(player.Combine is { } combine ? $"{seat} {combine}" : seat));
        return row;
    }
}
