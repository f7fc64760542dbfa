using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Kits;

namespace CrisisKits.Api.Kits;

/// <summary>Where kits are found.</summary>
internal static class KitAddresses
{
    public const string Root = "/api/v1/kits";

    public static string Of(Kit kit) => Of(kit.Version, kit.Level);

    public static string Of(string version, KitLevel level) => $"{Root}/{version}/{level.Id()}";

    /// <summary>What of the variant and the scenario is not the default.</summary>
    public static string Query(PrintContext context) =>
        Query(context.Variant, context.Scenario is { } scenario && scenario != context.Kit.Scenarios[0] ? scenario.Id : null);

    public static string Query(KitVariant variant, string? scenario = null)
    {
        var parts = new List<string>();
        if (variant != KitVariant.Hospital)
            parts.Add($"variant={variant.Id()}");
        if (scenario is not null)
            parts.Add($"scenario={scenario}");
        return parts.Count == 0 ? string.Empty : $"?{string.Join('&', parts)}";
    }
}
