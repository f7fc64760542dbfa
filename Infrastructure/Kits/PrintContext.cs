using System.Collections.Frozen;
using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Kits.Prose;

namespace CrisisKits.Infrastructure.Kits;

/// <summary>What a document is printed from: its kit, the variant, the scenario when one is written, and whom it is made for.</summary>
public sealed record PrintContext
{
    public required Kit Kit { get; init; }
    public required KitVariant Variant { get; init; }

    /// <summary>Null while the level has no scenario.</summary>
    public required Scenario? Scenario { get; init; }

    /// <summary>Gives the titles of the themes stimuli are tied to.</summary>
    public required Grid Grid { get; init; }

    /// <summary>Null on a blank kit, which is the same for everyone and public.</summary>
    public Personalisation? Made { get; init; }

    /// <summary>Null unless answers were given.</summary>
    public Targeting? Targeting { get; init; }

    public bool Blank => Made is null && Targeting is null;

    /// <summary>In print order.</summary>
    public IReadOnlyList<KitDocument> Documents => Targeting is null ? Kit.Documents : [.. Kit.Documents, Kit.Priorities];

    /// <summary>Pages of each document by its identifier, for the page that lists them; empty elsewhere.</summary>
    internal IReadOnlyDictionary<string, int> Pages { get; init; } = FrozenDictionary<string, int>.Empty;

    internal Slots Slots => field ??= new(this);

    internal ScenarioVariant? Play => Scenario?.For(Variant);

    internal IReadOnlyList<Pause> Pauses => Play is { } play ? Personalisation.PausesOf(play, Made) : [];

    /// <summary>Null while nobody knows at what hour the exercise starts.</summary>
    internal RealClock? Clock => Made?.Start is { } start ? new(start, Pauses) : null;
}
