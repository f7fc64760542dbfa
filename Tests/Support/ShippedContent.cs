using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Content;
using CrisisKits.Infrastructure.Grids;
using CrisisKits.Infrastructure.Kits;

namespace CrisisKits.Tests.Support;

/// <summary>The content as shipped, read once for all tests.</summary>
internal static class ShippedContent
{
    public static readonly ContentFiles Files = ContentFiles.Embedded();
    private static readonly Lazy<GridLibrary> LazyGrids = new(() => new(Files));
    private static readonly Lazy<KitLibrary> LazyKits = new(() => new(Files, Grids));

    public static GridLibrary Grids => LazyGrids.Value;

    public static KitLibrary Kits => LazyKits.Value;

    /// <summary>Every kit in every variant and scenario.</summary>
    public static IEnumerable<PrintContext> Contexts() =>
        from edition in Kits.All
        from kit in edition.Kits
        from variant in new[] { KitVariant.Hospital, KitVariant.Esms }
        from scenario in kit.Scenarios.Count == 0 ? [null] : kit.Scenarios.Cast<Scenario?>()
        select new PrintContext { Kit = kit, Variant = variant, Scenario = scenario, Grid = edition.Grid };

    public static string Name(PrintContext context) =>
        $"{context.Kit.Version} {context.Kit.Level.Id()} {context.Variant} {context.Scenario?.Id ?? "sans scénario"}";
}
