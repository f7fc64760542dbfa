namespace CrisisKits.Domain.Kits;

/// <summary>An inclusive interval of whole numbers (people, minutes or weeks).</summary>
public sealed record Span(int Min, int Max);

/// <summary>One crisis cell of the exercise.</summary>
public sealed record CrisisCell(string Id, string Title);

/// <summary>What an exercise of a level asks for. People are counts; play and room are minutes; preparation is weeks.</summary>
public sealed record KitFormat(
    string Form,
    string Description,
    IReadOnlyList<CrisisCell> Cells,
    Span Players,
    Span Facilitators,
    Span Observers,
    Span PlayMinutes,
    Span RoomMinutes,
    Span PreparationWeeks);

public enum PageFormat
{
    A4,
    A4Landscape,
    A3Landscape,
}

/// <summary>One printable document as written: its identity, its reader, and its Markdown body with the line it starts at (for messages).</summary>
public sealed record KitDocument
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required string Purpose { get; init; }
    public required Audience Audience { get; init; }
    public required PageFormat Page { get; init; }
    public required bool Contents { get; init; }
    public required bool Collected { get; init; }

    /// <summary>Markdown as in the file, typography not yet applied.</summary>
    public required string Body { get; init; }

    /// <summary>Path under Content and first line of the body, for messages to the author.</summary>
    public required string File { get; init; }
    public required int BodyLine { get; init; }
}

/// <summary>The kit of one level: format, documents in print order, scenarios (the first is the default).</summary>
public sealed record Kit
{
    public required string Version { get; init; }
    public required KitLevel Level { get; init; }
    public required string Title { get; init; }
    public required string Tagline { get; init; }
    public required KitFormat Hospital { get; init; }
    public required KitFormat Esms { get; init; }
    public required IReadOnlyList<KitDocument> Documents { get; init; }

    /// <summary>Stands at the root of the bundle: what is in it, what to print, where to start.</summary>
    public required KitDocument Opening { get; init; }

    /// <summary>One detachable page for the DIREX, only in a kit targeted by an establishment's answers: what to play first and why.</summary>
    public required KitDocument Priorities { get; init; }
    public required IReadOnlyList<Scenario> Scenarios { get; init; }

    public KitFormat Format(KitVariant variant) => variant == KitVariant.Esms ? Esms : Hospital;

    /// <summary>Essential and optional stimuli of the default scenario in a variant; 0 while no scenario is written.</summary>
    public int StimulusCount(KitVariant variant) =>
        Scenarios.Count == 0 ? 0 : Scenarios[0].For(variant).Injects.Count;
}
