using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents.Blocks;
using CrisisKits.Infrastructure.Kits.Prose;

namespace CrisisKits.Infrastructure.Kits.Inserts;

/// <summary>The whole truth of the attack, for facilitators.</summary>
internal static class TruthInsert
{
    public static IReadOnlyList<Block> Print(ScenarioVariant play, PrintContext context) =>
        MarkdownBlocks.OfText(play.Truth, "vérité du scénario", context);
}
