namespace CrisisKits.Domain.Kits;

public enum Channel
{
    Appel,
    Mail,
    Sms,
    Papier,
    Presse,
    ReseauSocial,
    Visite,
}

/// <summary>What a stimulus is about; at least half of a kit is about care, at most a quarter technical.</summary>
public enum InjectNature
{
    Care,
    Technical,
    Organisation,
    Communication,
    Legal,
}

/// <summary>One stimulus: what reaches the players, when, and what is looked for. Texts are Markdown.</summary>
public sealed record Inject
{
    public required string Id { get; init; }
    public required string Title { get; init; }

    /// <summary>Play time since DEBEX.</summary>
    public required TimeSpan At { get; init; }
    public required Channel Channel { get; init; }
    public required string Sender { get; init; }
    public required IReadOnlyList<string> Cells { get; init; }
    public required IReadOnlyList<string> To { get; init; }
    public required InjectNature Nature { get; init; }
    public required string Theme { get; init; }
    public required string Objective { get; init; }
    public required bool Essential { get; init; }
    public required bool Diversion { get; init; }
    public required string Text { get; init; }
    public required Attachment? Attachment { get; init; }
    public required string Expected { get; init; }

    /// <summary>Minutes given to react before the relance.</summary>
    public required int Window { get; init; }
    public required string Relance { get; init; }
    public required InjectVariant? Variant { get; init; }
    public required string Consequence { get; init; }
    public required string Note { get; init; }
    public required IReadOnlyList<string> Observe { get; init; }
}

public sealed record Attachment(string Title, string Text);

/// <summary>Text B, handed out instead when the players have taken a given decision.</summary>
public sealed record InjectVariant(string When, string Text);
