using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Kits;

namespace CrisisKits.Api.Kits;

/// <summary>Where kits are found.</summary>
internal static class KitAddresses
{
    public const string Root = "/api/v1/kits";

    public static string Of(Kit kit) => $"{Root}/{kit.Version}/{kit.Level.Id()}";

    /// <summary>What of the variant and the scenario is not the default.</summary>
    public static string Query(PrintContext context)
    {
        var parts = new List<string>();
        if (context.Variant == KitVariant.Esms)
            parts.Add("variant=esms");
        if (context.Scenario is { } scenario && scenario != context.Kit.Scenarios[0])
            parts.Add($"scenario={scenario.Id}");
        return parts.Count == 0 ? string.Empty : $"?{string.Join('&', parts)}";
    }
}
