using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Sql;

namespace CrisisKits.Infrastructure.Assessments.Results;

/// <summary>Reads and writes results in an act of its caller; once written, they stay.</summary>
public sealed class ResultStore(SqlSession session)
{
    private static readonly SqlText FindResult = SqlText.Of<ResultStore>("FindResult");
    private static readonly SqlText ListThemes = SqlText.Of<ResultStore>("ListThemes");
    private static readonly SqlText ListGates = SqlText.Of<ResultStore>("ListGates");
    private static readonly SqlText AddResult = SqlText.Of<ResultStore>("AddResult");
    private static readonly SqlText AddTheme = SqlText.Of<ResultStore>("AddTheme");
    private static readonly SqlText AddGate = SqlText.Of<ResultStore>("AddGate");

    /// <summary>
    /// The result of a submitted assessment, three statements; null for what was read as a draft, even if it is submitted while it is read: on an
    /// engine where each statement sees its own instant, a draft would otherwise come with a result.
    /// </summary>
    public async Task<SubmittedResult?> FindAsync(Assessment assessment)
    {
        if (assessment.Submitted is null)
            return null;
        var key = new { AssessmentId = assessment.Id };
        var row = await session.FindAsync<ResultRow>(FindResult, key);
        if (row is null)
            return null;
        var themes = await ListThemesAsync(assessment.Id);
        var gates = await session.ListAsync<string>(ListGates, key);
        return new()
        {
            GridVersion = assessment.GridVersion,
            Answered = row.Answered,
            Themes = themes,
            Overall = new(row.OverallNumerator, row.OverallDenominator),
            Range = new(row.LowPercent, row.HighPercent, Level(row.LowLevel), Level(row.HighLevel)),
            Band = Level(row.Band),
            Level = Level(row.Level),
            GateIds = gates,
            KitVersion = row.KitVersion,
            ChosenLevel = Level(row.KitLevel),
            Reason = row.KitReason,
        };
    }

    /// <summary>The themes of a result, in grid order; none for a draft.</summary>
    public async Task<IReadOnlyList<ThemeResult>> ListThemesAsync(string assessmentId) =>
    [
        .. (await session.ListAsync<ThemeRow>(ListThemes, new { AssessmentId = assessmentId })).Select(theme => new ThemeResult(
            theme.ThemeId, theme.Possible, theme.Numerator is { } numerator ? new Fraction(numerator, theme.Denominator!.Value) : null)),
    ];

    public async Task AddAsync(string assessmentId, SubmittedResult result)
    {
        await session.ExecuteAsync(AddResult, new
        {
            AssessmentId = assessmentId,
            OverallNumerator = result.Overall.Numerator,
            OverallDenominator = result.Overall.Denominator,
            OverallPercent = result.Overall.Percent,
            result.Range.LowPercent,
            result.Range.HighPercent,
            Band = result.Band.Id(),
            Level = result.Level.Id(),
            LowLevel = result.Range.LowLevel.Id(),
            HighLevel = result.Range.HighLevel.Id(),
            result.KitVersion,
            KitLevel = result.ChosenLevel.Id(),
            KitReason = result.Reason,
            result.Answered,
        });
        await session.ExecuteEachAsync(AddTheme, [.. result.Themes.Select((theme, position) => new
        {
            AssessmentId = assessmentId,
            theme.ThemeId,
            Position = position,
            theme.Applicable,
            theme.Possible,
            theme.Value?.Numerator,
            theme.Value?.Denominator,
            theme.Value?.Percent,
        })]);
        await session.ExecuteEachAsync(AddGate, [.. result.GateIds.Select((gate, position) => new { AssessmentId = assessmentId, GateId = gate, Position = position })]);
    }

    private static KitLevel Level(string id) => KitLevelNames.Parse(id)!.Value;

    private sealed record ResultRow
    {
        public required long OverallNumerator { get; init; }
        public required long OverallDenominator { get; init; }
        public required int LowPercent { get; init; }
        public required int HighPercent { get; init; }
        public required string Band { get; init; }
        public required string Level { get; init; }
        public required string LowLevel { get; init; }
        public required string HighLevel { get; init; }
        public required string KitVersion { get; init; }
        public required string KitLevel { get; init; }
        public string? KitReason { get; init; }
        public required int Answered { get; init; }
    }

    private sealed record ThemeRow
    {
        public required string ThemeId { get; init; }
        public required int Possible { get; init; }
        public long? Numerator { get; init; }
        public long? Denominator { get; init; }
    }
}
