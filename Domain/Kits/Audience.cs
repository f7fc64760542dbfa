namespace CrisisKits.Domain.Kits;

/// <summary>Who holds a document during the exercise. Each document has exactly one audience.</summary>
public enum Audience
{
    Management,
    Facilitator,
    Player,
    Observer,
    Room,
}

public static class AudienceNames
{
    public static readonly IReadOnlyList<Audience> All =
        [Audience.Management, Audience.Facilitator, Audience.Player, Audience.Observer, Audience.Room];

    /// <summary>The identifier used in addresses, JSON and content.</summary>
    public static string Id(this Audience audience) => audience switch
    {
        Audience.Management => "management",
        Audience.Facilitator => "facilitator",
        Audience.Player => "player",
        Audience.Observer => "observer",
        _ => "room",
    };

    /// <summary>The French word printed in page headers and folder names.</summary>
    public static string French(this Audience audience) => audience switch
    {
        Audience.Management => "direction",
        Audience.Facilitator => "animateurs",
        Audience.Player => "joueurs",
        Audience.Observer => "observateurs",
        _ => "salle",
    };

    public static Audience? Parse(string? text)
    {
        foreach (var audience in All)
            if (audience.Id() == text)
                return audience;
        return null;
    }
}
