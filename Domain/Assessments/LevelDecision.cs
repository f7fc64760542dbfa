using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;

namespace CrisisKits.Domain.Assessments;

/// <summary>
/// From points to a level under one assumption: themes, overall, band by score alone, then what the gates leave of it.
/// </summary>
public sealed record LevelDecision(
    IReadOnlyList<ThemeScore> Themes, Fraction Overall, KitLevel Band, IReadOnlyList<Gate> Gates, KitLevel Level)
{
    /// <summary>Theme = Σ(weight·points) / Σ(weight·3); overall = Σ(theme weight·theme) / Σ(theme weight) over themes that have a value.</summary>
    public static LevelDecision Of(AnswerSheet sheet, Assumption assumption)
    {
        var themes = ThemesOf(sheet, assumption);
        var total = default(Fraction);
        var weights = 0;
        foreach (var theme in themes)
            if (theme.Value is { } value)
            {
                total += value * theme.Theme.Weight;
                weights += theme.Theme.Weight;
            }

        var overall = total / weights;
        var band = BandOf(sheet.Grid, overall);
        var gates = sheet.Grid.Gates.Where(gate => Fires(sheet, gate, assumption)).ToArray();
        return new(themes, overall, band, gates, gates.Aggregate(band, (level, gate) => gate.Cap < level ? gate.Cap : level));
    }

    private static ThemeScore[] ThemesOf(AnswerSheet sheet, Assumption assumption)
    {
        var scores = new ThemeScore[sheet.Grid.Themes.Count];
        var position = 0;
        for (var index = 0; index < scores.Length; index++)
        {
            var theme = sheet.Grid.Themes[index];
            var (earned, possible, applicable) = (0, 0, false);
            for (var asked = 0; asked < theme.Questions.Count; asked++)
            {
                var mark = sheet.Marks[position++];
                applicable |= mark.Answer is not NotApplicable;
                if (mark.PointsIf(assumption) is not { } points)
                    continue;
                earned += mark.Question.Weight * points;
                possible += mark.Question.Weight * Mark.MostPoints;
            }

            scores[index] = new(theme, applicable, possible, possible == 0 ? null : new Fraction(earned, possible));
        }

        return scores;
    }

    /// <summary>Bounds are whole percentages, so the rounded-down percentage falls in the same band as the exact value.</summary>
    private static KitLevel BandOf(Grid grid, Fraction overall)
    {
        var percent = overall.Percent;
        return grid.Bands.Last(band => band.From <= percent).Level;
    }

    /// <summary>All conditions hold; a question without points (unanswered) holds none.</summary>
    private static bool Fires(AnswerSheet sheet, Gate gate, Assumption assumption)
    {
        foreach (var condition in gate.When)
            if (!(sheet.Marks[sheet.PositionOf(condition.QuestionId)].PointsIf(assumption) <= condition.AtMost))
                return false;
        return true;
    }
}
