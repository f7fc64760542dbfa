using CrisisKits.Domain.Kits;

namespace CrisisKits.Web.Assessments.Reviews;

/// <summary>The form that submits a draft, as it was filled in.</summary>
public sealed record SubmitForm
{
    /// <summary>The revision of the sheet that was on the page.</summary>
    public long Seen { get; init; }

    /// <summary>The id of the chosen level; null before one is chosen.</summary>
    public string? Kit { get; init; }

    /// <summary>Heeded only for a kit above the recommended one.</summary>
    public string? Reason { get; init; }

    public bool Share { get; init; }

    /// <summary>« J’ai relu ».</summary>
    public bool Sure { get; init; }

    public KitLevel? Level => KitLevelNames.Parse(Kit);
}

/// <summary>Something to mend in the form or before it.</summary>
/// <param name="Address">Of the field or of the question.</param>
/// <param name="Message">For people.</param>
public sealed record Mistake(string Address, string Message);
