using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;

namespace CrisisKits.Domain.Assessments;

/// <summary>The explained result of a sheet. It never says « établissement débutant »: it chooses a kit.</summary>
public sealed record Score
{
    public required string GridVersion { get; init; }

    /// <summary>Some question is unanswered; those questions are left out of the sums.</summary>
    public required bool Provisional { get; init; }
    public required int Answered { get; init; }
    public required int Total { get; init; }
    public required Fraction Overall { get; init; }
    public required ScoreRange Range { get; init; }

    /// <summary>The level by score alone.</summary>
    public required KitLevel Band { get; init; }

    /// <summary>The level after gates.</summary>
    public required KitLevel Level { get; init; }

    /// <summary>All themes of the grid, in its order.</summary>
    public required IReadOnlyList<ThemeScore> Themes { get; init; }

    /// <summary>Every gate that fires, whether or not it lowers the band.</summary>
    public required IReadOnlyList<Gate> Gates { get; init; }
    public required IReadOnlyList<Question> Strengths { get; init; }

    /// <summary>None of the strengths while few questions are answered: the same question twice would tell people nothing.</summary>
    public required IReadOnlyList<Question> Weakest { get; init; }

    /// <summary>Null for a provisional or an advanced result.</summary>
    public required NextLevel? NextLevel { get; init; }
    public required IReadOnlyList<RecommendedAction> Recommendations { get; init; }

    /// <summary>Whether a kit can be recommended: nothing is missing, or whatever is missing leads to the same level.</summary>
    public bool IsSettled => !Provisional || Range.LowLevel == Range.HighLevel;

    /// <summary>What to say instead of a level: « de débutant à confirmé selon les réponses qui manquent »; null once it is settled.</summary>
    public string? StillOpen => IsSettled
        ? null
        : $"{(Range.LowLevel == KitLevel.Intermediate ? "d'" : "de ")}{Range.LowLevel.French()} à {Range.HighLevel.French()} selon les réponses qui manquent";
}

/// <summary>A theme's part of the result.</summary>
/// <param name="Theme">As in the grid.</param>
/// <param name="Applicable">False only when all its questions are <em>sans objet</em>.</param>
/// <param name="Possible">Σ(weight·3) over the questions that count.</param>
/// <param name="Value">Null when no question of the theme counts.</param>
public sealed record ThemeScore(Theme Theme, bool Applicable, int Possible, Fraction? Value);

/// <summary>The score and level with every unknown or unanswered question at 0, then at 3; assumed values count in gates.</summary>
public sealed record ScoreRange(Fraction Low, Fraction High, KitLevel LowLevel, KitLevel HighLevel);

/// <summary>The smallest set of steps that reaches the level just above, or higher.</summary>
public sealed record NextLevel(KitLevel Level, IReadOnlyList<Step> Steps);

/// <summary>One answer raised; <paramref name="From"/> is null for <em>je ne sais pas</em>, which counts from 0.</summary>
public sealed record Step(Question Question, int? From, int To);

/// <summary>An action proposed for a low or unknown answer.</summary>
public sealed record RecommendedAction(Question Question, Recommendation Recommendation);
