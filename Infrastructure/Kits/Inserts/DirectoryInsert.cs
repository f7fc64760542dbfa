using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents.Blocks;

namespace CrisisKits.Infrastructure.Kits.Inserts;

/// <summary>The only numbers players may dial, and who answers.</summary>
internal static class DirectoryInsert
{
    public static IReadOnlyList<Block> Print(ScenarioVariant play, PrintContext context) =>
    [
        new Table
        {
            Header = Phrase.Header("Interlocuteur", "Numéro d’exercice", "Joué par"),
            Rows = [.. play.Roles.Where(role => role.Phone is not null).Select(role => Row(play, role))],
            Widths = [6, 3, 4],
        },
    ];

    private static IReadOnlyList<Cell> Row(ScenarioVariant play, SimulatedRole role) =>
        [Phrase.RowHeader(role.Title), Phrase.Cell(role.Phone!), Phrase.Cell(PlayWords.Facilitator(play, role))];
}
