using CrisisKits.Domain.Kits;

namespace CrisisKits.Domain.Assessments.Keeping;

/// <summary>
/// What is remembered of a result, once and for all: figures, levels and ids, never texts; those are read again in its own grid version.
/// </summary>
public sealed record SubmittedResult
{
    public required string GridVersion { get; init; }

    /// <summary>All the questions of the grid.</summary>
    public required int Answered { get; init; }

    /// <summary>In grid order.</summary>
    public required IReadOnlyList<ThemeResult> Themes { get; init; }

    public required Fraction Overall { get; init; }

    public required ResultRange Range { get; init; }

    /// <summary>The level by score alone.</summary>
    public required KitLevel Band { get; init; }

    /// <summary>The level after gates: what is recommended, whatever is chosen.</summary>
    public required KitLevel Level { get; init; }

    /// <summary>Every gate that fired, in grid order.</summary>
    public required IReadOnlyList<string> GateIds { get; init; }

    public required string KitVersion { get; init; }

    /// <summary>The kit the establishment will play.</summary>
    public required KitLevel ChosenLevel { get; init; }

    /// <summary>Why that kit, if somebody said; never null for one above the recommended one.</summary>
    public required string? Reason { get; init; }
}

/// <summary>A theme of a submitted result.</summary>
/// <param name="ThemeId">Of its grid.</param>
/// <param name="Possible">Σ(weight·3) over the questions that counted.</param>
/// <param name="Value">Null when all its questions were <em>sans objet</em>.</param>
public sealed record ThemeResult(string ThemeId, int Possible, Fraction? Value)
{
    public bool Applicable => Value is not null;
}

/// <summary>Whole percentages, rounded down, and levels with every <em>je ne sais pas</em> at 0, then at 3.</summary>
public sealed record ResultRange(int LowPercent, int HighPercent, KitLevel LowLevel, KitLevel HighLevel);
