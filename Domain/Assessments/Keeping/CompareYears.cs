using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;

namespace CrisisKits.Domain.Assessments.Keeping;

/// <summary>A submitted result beside the grid it was reached on.</summary>
public sealed record ReachedResult(Grid Grid, SubmittedResult Result);

/// <summary>Why two percentages cannot be set one against the other.</summary>
public enum Incomparable
{
    /// <summary>The former grid had no such theme.</summary>
    NewTheme,

    /// <summary>The later grid has it no more.</summary>
    GoneTheme,

    /// <summary>All its questions were <em>sans objet</em> at least once.</summary>
    NotApplicable,

    /// <summary>Its questions or their weights are not the same; for the overall score, those of any theme or its weight.</summary>
    GridChanged,
}

/// <summary>A percentage then and now.</summary>
/// <param name="Then">Whole, rounded down; null where there is none.</param>
/// <param name="Now">Whole, rounded down; null where there is none.</param>
/// <param name="Why">Null when they can be compared.</param>
public sealed record Change(int? Then, int? Now, Incomparable? Why)
{
    /// <summary>Of the percentages shown; null when they cannot be compared.</summary>
    public int? Difference => Why is null ? Now - Then : null;
}

/// <summary>A theme from one result to the next.</summary>
public sealed record ThemeChange(string ThemeId, Change Change);

/// <summary>What changed between two results of an establishment.</summary>
/// <param name="Themes">In the order of the later grid, then those it no longer has.</param>
public sealed record YearComparison(Change Overall, KitLevel ThenLevel, KitLevel NowLevel, IReadOnlyList<ThemeChange> Themes);

/// <summary>Sets two submitted results side by side, and says when figures alike in name measure different things.</summary>
public static class CompareYears
{
    public static YearComparison Run(ReachedResult then, ReachedResult now)
    {
        var themes = now.Grid.Themes.Concat(then.Grid.Themes).Select(theme => theme.Id).Distinct(StringComparer.Ordinal)
            .Select(id => new ThemeChange(id, Compare(id, then, now))).ToArray();
        return new(Overall(then, now, themes), then.Result.Level, now.Result.Level, themes);
    }

    private static Change Compare(string themeId, ReachedResult then, ReachedResult now)
    {
        var (before, after) = (Theme(then, themeId), Theme(now, themeId));
        var (past, present) = (Value(then, themeId), Value(now, themeId));
        Incomparable? why = (before, after) switch
        {
            (null, _) => Incomparable.NewTheme,
            (_, null) => Incomparable.GoneTheme,
            _ when !Weights(before).SequenceEqual(Weights(after)) => Incomparable.GridChanged,
            _ when past is null || present is null => Incomparable.NotApplicable,
            _ => null,
        };
        return new(past?.Percent, present?.Percent, why);
    }

    /// <summary>The overall score measures the same thing only when the same themes count, for as much.</summary>
    private static Change Overall(ReachedResult then, ReachedResult now, ThemeChange[] themes)
    {
        var sameGrid = themes.All(theme => theme.Change.Why is null or Incomparable.NotApplicable)
            && now.Grid.Themes.All(theme => Theme(then, theme.Id)!.Weight == theme.Weight);
        var sameThemes = themes.All(theme => theme.Change.Then is null == theme.Change.Now is null);
        return new(then.Result.Overall.Percent, now.Result.Overall.Percent,
            !sameGrid ? Incomparable.GridChanged : sameThemes ? null : Incomparable.NotApplicable);
    }

    private static Theme? Theme(ReachedResult reached, string id) => reached.Grid.Themes.FirstOrDefault(theme => theme.Id == id);

    private static Fraction? Value(ReachedResult reached, string id) => reached.Result.Themes.FirstOrDefault(theme => theme.ThemeId == id)?.Value;

    private static IEnumerable<(string Id, int Weight)> Weights(Theme theme) =>
        theme.Questions.Select(question => (question.Id, question.Weight)).OrderBy(question => question.Id, StringComparer.Ordinal);
}
