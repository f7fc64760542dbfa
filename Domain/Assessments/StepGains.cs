namespace CrisisKits.Domain.Assessments;

/// <summary>
/// What raising each answer by one descriptor adds to the overall score: theme weight·question weight / (theme total·sum of theme weights).
/// It does not depend on the answer, so the way up is linear. Zero for questions that do not count.
/// </summary>
public static class StepGains
{
    public static IReadOnlyList<Fraction> Of(AnswerSheet sheet, LevelDecision decision)
    {
        long weights = 0;
        foreach (var theme in decision.Themes)
            if (theme.Value is not null)
                weights += theme.Theme.Weight;

        var gains = new Fraction[sheet.Marks.Count];
        var position = 0;
        foreach (var theme in decision.Themes)
        {
            var ofWeightOne = theme.Value is null ? default : new Fraction(theme.Theme.Weight, theme.Possible * weights);
            for (var asked = 0; asked < theme.Theme.Questions.Count; asked++, position++)
                if (sheet.Marks[position] is { Points: not null } mark)
                    gains[position] = ofWeightOne * mark.Question.Weight;
        }

        return gains;
    }
}
