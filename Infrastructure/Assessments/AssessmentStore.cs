using CrisisKits.Domain.Access;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Establishments;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Sql;

namespace CrisisKits.Infrastructure.Assessments;

/// <summary>An assessment, and the figures one may list without opening it.</summary>
/// <param name="Percent">Whole, rounded down; null for a draft, as the two others.</param>
/// <param name="Level">The recommended level.</param>
/// <param name="ChosenLevel">The kit the establishment will play.</param>
public sealed record ListedAssessment(Assessment Assessment, int? Percent, KitLevel? Level, KitLevel? ChosenLevel);

/// <summary>The draft of an establishment, and the name of who opened it.</summary>
public sealed record OpenDraft(Assessment Assessment, string OpenedBy);

/// <summary>Reads and writes assessments, without their answers, in an act of its caller. <c>ChangedAt</c> is not touched by answers, only by what an agency sees.</summary>
public sealed class AssessmentStore(SqlSession session)
{
    /// <summary>After every id.</summary>
    private static readonly string End = new('g', 32);

    private static readonly SqlText FindAssessment = SqlText.Of<AssessmentStore>("FindAssessment");
    private static readonly SqlText FindOpenDraft = SqlText.Of<AssessmentStore>("FindOpenDraft");
    private static readonly SqlText FindFormer = SqlText.Of<AssessmentStore>("FindFormer");
    private static readonly SqlText ListAssessments = SqlText.Of<AssessmentStore>("ListAssessments");
    private static readonly SqlText AddAssessment = SqlText.Of<AssessmentStore>("AddAssessment");
    private static readonly SqlText CloseDraft = SqlText.Of<AssessmentStore>("CloseDraft");
    private static readonly SqlText DeleteDraft = SqlText.Of<AssessmentStore>("DeleteDraft");
    private static readonly SqlText ChangeSharing = SqlText.Of<AssessmentStore>("ChangeSharing");

    /// <summary>Null also when it is another establishment's.</summary>
    public async Task<Assessment?> FindAsync(FinessNumber finess, string id) =>
        (await session.FindAsync<AssessmentRow>(FindAssessment, new { Id = id, Finess = finess.Value }))?.ToAssessment();

    public async Task<OpenDraft?> FindOpenAsync(FinessNumber finess) =>
        await session.FindAsync<OpenRow>(FindOpenDraft, new { Finess = finess.Value }) is { } row ? new(row.ToAssessment(), row.CreatedByName) : null;

    /// <summary>What the establishment submitted last before a submitted assessment; null when that is its first.</summary>
    public async Task<Assessment?> FindFormerAsync(Assessment submitted) =>
        (await session.ListAsync<AssessmentRow>(FindFormer, new { Finess = submitted.Finess.Value, submitted.Id, SubmittedAt = submitted.Submitted!.At, Take = 1 }))
            is [var row] ? row.ToAssessment() : null;

    /// <summary>
    /// The newest first, those opened before another when one is given. A draft is always the newest: nothing else opens while it is there.
    /// </summary>
    public async Task<IReadOnlyList<ListedAssessment>> ListAsync(FinessNumber finess, string? before, int take) =>
    [
        .. (await session.ListAsync<ListedRow>(ListAssessments, new { Finess = finess.Value, Before = before ?? End, Take = take }))
            .Select(row => new ListedAssessment(row.ToAssessment(), row.OverallPercent, KitLevelNames.Parse(row.Level), KitLevelNames.Parse(row.KitLevel))),
    ];

    /// <summary>False, and nothing added, when the establishment has an open draft already.</summary>
    public async Task<bool> AddAsync(Assessment draft)
    {
        try
        {
            await session.ExecuteAsync(AddAssessment, new
            {
                draft.Id,
                Finess = draft.Finess.Value,
                draft.GridVersion,
                Variant = draft.Variant.Id(),
                draft.CopiedFrom,
                draft.ShareDetail,
                CreatedAt = draft.Created.At,
                CreatedBy = draft.Created.By,
            });
            return true;
        }
        catch (UniqueViolationException)
        {
            return false;
        }
    }

    /// <summary>Its result is to be added in the same act.</summary>
    public Task CloseAsync(string id, Stamp submitted) => session.ExecuteAsync(CloseDraft, new { Id = id, SubmittedAt = submitted.At, SubmittedBy = submitted.By });

    /// <summary>Its answers are gone already.</summary>
    public Task DeleteDraftAsync(string id) => session.ExecuteAsync(DeleteDraft, new { Id = id });

    public Task ChangeSharingAsync(string id, bool detail, DateTimeOffset now) => session.ExecuteAsync(ChangeSharing, new { Id = id, ShareDetail = detail, ChangedAt = now });

    private sealed record OpenRow : AssessmentRow
    {
        public required string CreatedByName { get; init; }
    }

    private sealed record ListedRow : AssessmentRow
    {
        public int? OverallPercent { get; init; }
        public string? Level { get; init; }
        public string? KitLevel { get; init; }
    }
}

/// <summary>The columns of an assessment.</summary>
internal record AssessmentRow
{
    public required string Id { get; init; }
    public required string Finess { get; init; }
    public required string GridVersion { get; init; }
    public required string Variant { get; init; }
    public string? CopiedFrom { get; init; }
    public required bool ShareDetail { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required string CreatedBy { get; init; }
    public DateTimeOffset? SubmittedAt { get; init; }
    public string? SubmittedBy { get; init; }

    public Assessment ToAssessment() => new()
    {
        Id = Id,
        Finess = FinessNumber.Parse(Finess)!,
        GridVersion = GridVersion,
        Variant = KitVariantNames.Parse(Variant)!.Value,
        Created = new(CreatedBy, CreatedAt),
        Submitted = SubmittedAt is { } at ? new(SubmittedBy!, at) : null,
        ShareDetail = ShareDetail,
        CopiedFrom = CopiedFrom,
    };
}
