using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Kits.Prose;

namespace CrisisKits.Infrastructure.Kits;

/// <summary>What a document is printed from: its kit, the variant, and the scenario when one is written.</summary>
public sealed record PrintContext
{
    public required Kit Kit { get; init; }
    public required KitVariant Variant { get; init; }

    /// <summary>Null while the level has no scenario.</summary>
    public required Scenario? Scenario { get; init; }

    /// <summary>Gives the titles of the themes stimuli are tied to.</summary>
    public required Grid Grid { get; init; }

    internal Slots Slots => field ??= new(Kit);

    internal ScenarioVariant? Play => Scenario?.For(Variant);
}
