namespace CrisisKits.Domain.Kits;

/// <summary>A scenario in both variants; the ESMS one has its own texts and may lack hospital-only roles and stimuli.</summary>
public sealed record Scenario(string Id, ScenarioVariant Hospital, ScenarioVariant Esms)
{
    public ScenarioVariant For(KitVariant variant) => variant == KitVariant.Esms ? Esms : Hospital;
}

/// <summary>Everything an exercise needs to be played in one variant. Times are play time since DEBEX.</summary>
public sealed record ScenarioVariant
{
    public required string Title { get; init; }
    public required string Summary { get; init; }

    /// <summary>The whole truth of the attack, Markdown; for facilitators only.</summary>
    public required string Truth { get; init; }
    public required IReadOnlyList<Phase> Phases { get; init; }
    public required Pause? Pause { get; init; }
    public required TimeSpan Finex { get; init; }
    public required IReadOnlyList<PlayerRole> Players { get; init; }
    public required IReadOnlyList<Facilitator> Facilitators { get; init; }
    public required IReadOnlyList<SimulatedRole> Roles { get; init; }

    /// <summary>Stimuli ordered by play time.</summary>
    public required IReadOnlyList<Inject> Injects { get; init; }
}

/// <summary>A stretch of the play with its simulated day and wall clock at its start (a night attack is played at nine).</summary>
public sealed record Phase(string Id, string Title, TimeSpan From, string Day, TimeOnly Clock);

/// <summary>A break: play time stands still for <paramref name="Minutes"/>.</summary>
public sealed record Pause(TimeSpan At, int Minutes);

/// <summary>A role held by a player.</summary>
public sealed record PlayerRole(string Id, string Title, string Cell, bool Required, string Mandate, string? Combine);

/// <summary>Which half of the animation cell someone plays in: authorities and press (haute), or wards, patients and providers (basse).</summary>
public enum AnimationTeam
{
    Haute,
    Basse,
}

public sealed record Facilitator(string Id, string Title, AnimationTeam? Team);

/// <summary>An outside person played by a facilitator.</summary>
public sealed record SimulatedRole
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required AnimationTeam Team { get; init; }
    public required string Facilitator { get; init; }

    /// <summary>A number reserved for fiction; null when this person cannot be called.</summary>
    public required string? Phone { get; init; }
    public required string Tone { get; init; }
    public required IReadOnlyList<KnownFact> Knows { get; init; }
    public required IReadOnlyList<string> Refuses { get; init; }
    public required IReadOnlyList<StockAnswer> Answers { get; init; }
}

public sealed record KnownFact(TimeSpan From, string What);

public sealed record StockAnswer(string Ask, string Say);
