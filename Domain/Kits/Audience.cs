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

    /// <summary>
    /// Made for one establishment, or dated, the documents of animators and observers say where it is weak and what will be played: they are for those
    /// who are in charge. Blank ones are public.
    /// </summary>
    public static bool IsRestrictedOnceMade(this Audience audience) => audience is Audience.Facilitator or Audience.Observer;

    public static Audience? Parse(string? text)
    {
        foreach (var audience in All)
            if (audience.Id() == text)
                return audience;
        return null;
    }
}
