using CrisisKits.Domain.Access;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Grids;

namespace CrisisKits.Web.Assessments.Plans;

/// <summary>A theme on the plan of an assessment.</summary>
public sealed record ThemeRow
{
    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    public required Theme Theme { get; init; }

    public required ThemeProgress Progress { get; init; }

    /// <summary>The page of the theme, at the first question that waits, if any.</summary>
    public required string Address { get; init; }

    /// <summary>Who is in charge; null when nobody is.</summary>
    public required Person? InCharge { get; init; }

    /// <summary>The reader of the page is.</summary>
    public required bool IsMine { get; init; }

    /// <summary>Those to whom it can be handed over; empty for who may not.</summary>
    public required IReadOnlyList<Colleague> Candidates { get; init; }

    /// <summary>What to send to who is in charge; null when that is the reader or nobody, or when it is finished.</summary>
    public required string? Message { get; init; }

    /// <summary>It was just handed over.</summary>
    public required bool IsFresh { get; init; }

    public int Questions => Theme.Questions.Count;

    public bool IsFinished => Progress is { Missing: 0, ToConfirm: 0 };
}
