using CrisisKits.Domain.Access;
using CrisisKits.Domain.Establishments;
using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;

namespace CrisisKits.Domain.Assessments.Keeping;

/// <summary>It goes one way only.</summary>
public enum AssessmentState
{
    Draft,
    Submitted,
}

/// <summary>A self-assessment kept for an establishment: a draft until it is submitted, never changed afterwards except for who reads its detail.</summary>
public sealed record Assessment
{
    /// <summary>32 lower-case hexadecimal characters, ordered by time.</summary>
    public required string Id { get; init; }

    public required FinessNumber Finess { get; init; }

    /// <summary>The grid it was opened on, and stays on.</summary>
    public required string GridVersion { get; init; }

    /// <summary>Which wording of the grid was read.</summary>
    public required KitVariant Variant { get; init; }

    public required Stamp Created { get; init; }

    /// <summary>Null for a draft.</summary>
    public required Stamp? Submitted { get; init; }

    /// <summary>« Partager le détail » : the agency reads theme scores.</summary>
    public required bool ShareDetail { get; init; }

    /// <summary>The id of the submitted assessment whose answers it started from.</summary>
    public required string? CopiedFrom { get; init; }

    public AssessmentState State => Submitted is null ? AssessmentState.Draft : AssessmentState.Submitted;

    /// <summary>What forbids to answer, discard or submit: being submitted already.</summary>
    public Refusal? RefuseChange() => Submitted is null
        ? null
        : new("submitted", null, null, "Cette autoévaluation est validée et ne change plus : commencez-en une nouvelle, elle peut reprendre ces réponses.");

    internal void RequireGrid(Grid grid)
    {
        if (grid.Version != GridVersion)
            throw new ArgumentException($"Assessment {Id} is on grid {GridVersion}, not {grid.Version}.", nameof(grid));
    }
}

/// <summary>An assessment with all its answers; questions never answered have none.</summary>
public sealed record KeptSheet(Assessment Assessment, IReadOnlyList<KeptAnswer> Answers)
{
    /// <summary>The answers to calculate on, those to confirm included.</summary>
    public IReadOnlyList<Answer> Given => [.. Answers.Where(kept => kept.Given is not null).Select(kept => kept.Given!.Answer)];

    /// <summary>Grows with each answer given, changed, confirmed or cleared: two sheets of one assessment with the same revision are the same.</summary>
    public long Revision => Answers.Sum(kept => (long)kept.Version);
}
