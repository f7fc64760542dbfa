namespace CrisisKits.Domain.Assessments;

/// <summary>
/// What raising each answer by one descriptor adds to the overall score: theme weight·question weight / (theme total·sum of theme weights).
/// It does not depend on the answer, so the way up is linear. Zero for questions that do not count.
/// </summary>
/// <param name="Whole">A common denominator of all gains and of the score: what 100 % is worth. A multiple of 100.</param>
/// <param name="Each">By position in the grid, over that denominator: whole numbers, so still exact, and quick to compare.</param>
public sealed record StepGains(long Whole, IReadOnlyList<long> Each)
{
    public static StepGains Of(AnswerSheet sheet, LevelDecision decision)
    {
        var (weights, multiple) = (0L, 1L);
        foreach (var theme in decision.Themes)
            if (theme.Value is not null)
            {
                weights += theme.Theme.Weight;
                multiple = checked(multiple / Fraction.GreatestCommonDivisor(multiple, theme.Possible) * theme.Possible);
            }

        var each = new long[sheet.Marks.Count];
        var position = 0;
        foreach (var theme in decision.Themes)
            for (var asked = 0; asked < theme.Theme.Questions.Count; asked++, position++)
                if (sheet.Marks[position] is { Points: not null } mark)
                    each[position] = checked(100 * mark.Importance * (multiple / theme.Possible));
        return new(checked(100 * multiple * weights), each);
    }

    /// <summary>What a score lacks to reach a whole percentage, over the common denominator; negative beyond it.</summary>
    public long Lacking(Fraction score, int percent) => checked((Whole / 100 * percent) - (score.Numerator * (Whole / score.Denominator)));
}
