using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Establishments;
using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Kits;

namespace CrisisKits.Infrastructure.Assessments.Exports;

/// <summary>A kept assessment and its result, with all it takes to write them on paper or in a workbook.</summary>
public sealed record ExportedResult
{
    public required Establishment Establishment { get; init; }

    /// <summary>That of the assessment.</summary>
    public required Grid Grid { get; init; }

    public required KeptSheet Sheet { get; init; }

    /// <summary>Worked out from the answers of the sheet: it explains the figures.</summary>
    public required Score Score { get; init; }

    /// <summary>The result as it was kept, whose figures are the ones shown; null for a draft.</summary>
    public required SubmittedResult? Result { get; init; }

    /// <summary>Those the result was reached with; the current ones for a draft.</summary>
    public required KitEdition Kits { get; init; }

    /// <summary>The assessment submitted before this one; null when there is none or it is not to be compared.</summary>
    public required EarlierResult? Earlier { get; init; }

    /// <summary>The name colleagues know somebody by, from the id of a stamp.</summary>
    public required Func<string, string> NameOf { get; init; }

    public bool Provisional => Result is null;

    /// <summary>Answers carried over from the former assessment that nobody has confirmed yet.</summary>
    public int ToConfirm => Sheet.Answers.Count(kept => kept is { Given: not null, ToConfirm: true });

    /// <summary>A draft whose kit depends on answers still to be given or confirmed: none is recommended yet.</summary>
    public bool Unsettled => Provisional && (ToConfirm > 0 || AnswersDecide);

    /// <summary>What is not answered yet decides of the kit.</summary>
    public bool AnswersDecide => Provisional && Score.Provisional && Range.LowLevel != Range.HighLevel;

    /// <summary>The level the establishment will play: the recommended one unless it chose another.</summary>
    public KitLevel Chosen => Result?.ChosenLevel ?? Level;

    /// <summary>The kit of <see cref="Chosen"/>.</summary>
    public Kit? Kit => Kits.Find(Chosen);

    public int Percent => (Result?.Overall ?? Score.Overall).Percent;

    public KitLevel Band => Result?.Band ?? Score.Band;

    public KitLevel Level => Result?.Level ?? Score.Level;

    public ResultRange Range => Result?.Range ?? new(Score.Range.Low.Percent, Score.Range.High.Percent, Score.Range.LowLevel, Score.Range.HighLevel);

    /// <summary>The gates to open first: they hold the level where it is.</summary>
    public IReadOnlyList<Gate> FirstGates => [.. Gates.Where(gate => gate.Cap <= Level)];

    /// <summary>Those that would hold a higher level.</summary>
    public IReadOnlyList<Gate> LaterGates => [.. Gates.Where(gate => gate.Cap > Level)];

    /// <summary>Of a theme; null where nothing counts.</summary>
    public int? PercentOf(Theme theme) => Result is null
        ? Scored(theme).Value?.Percent
        : Result.Themes.FirstOrDefault(each => each.ThemeId == theme.Id)?.Value?.Percent;

    /// <summary>False only when all the questions of the theme are <em>sans objet</em>.</summary>
    public bool IsApplicable(Theme theme) => Scored(theme).Applicable;

    private IEnumerable<Gate> Gates => Result is null ? Score.Gates : Grid.Gates.Where(gate => Result.GateIds.Contains(gate.Id, StringComparer.Ordinal));

    private ThemeScore Scored(Theme theme) => Score.Themes.First(each => each.Theme.Id == theme.Id);
}

/// <summary>What changed since the former result.</summary>
/// <param name="Changes">From it to this one.</param>
/// <param name="Submitted">When it was submitted.</param>
public sealed record EarlierResult(YearComparison Changes, DateTimeOffset Submitted);
