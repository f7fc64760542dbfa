namespace CrisisKits.Domain.Kits;

/// <summary>Level of an exercise kit, lowest first. French names: débutant, intermédiaire, confirmé (older texts: expert).</summary>
public enum KitLevel
{
    Beginner,
    Intermediate,
    Advanced,
}

/// <summary>The spellings of a level: as in addresses and JSON, and as people read it.</summary>
public static class KitLevelNames
{
    public static readonly IReadOnlyList<KitLevel> All = [KitLevel.Beginner, KitLevel.Intermediate, KitLevel.Advanced];

    /// <summary>What older texts call the highest level; accepted, never written.</summary>
    public const string Expert = "expert";

    /// <summary>The identifier used in addresses, JSON and content: <c>beginner</c>, <c>intermediate</c>, <c>advanced</c>.</summary>
    public static string Id(this KitLevel level) => level switch
    {
        KitLevel.Beginner => "beginner",
        KitLevel.Intermediate => "intermediate",
        _ => "advanced",
    };

    /// <summary>The French word printed on covers and results.</summary>
    public static string French(this KitLevel level) => level switch
    {
        KitLevel.Beginner => "débutant",
        KitLevel.Intermediate => "intermédiaire",
        _ => "confirmé",
    };

    /// <summary>Reads an identifier, or <see cref="Expert"/>; null when it is neither.</summary>
    public static KitLevel? Parse(string? text) => text switch
    {
        "beginner" => KitLevel.Beginner,
        "intermediate" => KitLevel.Intermediate,
        "advanced" or Expert => KitLevel.Advanced,
        _ => null,
    };
}
