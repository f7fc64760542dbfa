using System.Globalization;

namespace CrisisKits.Domain.Grids;

/// <summary>Questions as people call them in a meeting: « 1.5 » is the fifth of the first theme, printed and on screen alike.</summary>
public static class QuestionNumber
{
    /// <exception cref="ArgumentException">The grid has no such question.</exception>
    public static string NumberOf(this Grid grid, string questionId)
    {
        for (var theme = 0; theme < grid.Themes.Count; theme++)
            for (var asked = 0; asked < grid.Themes[theme].Questions.Count; asked++)
                if (grid.Themes[theme].Questions[asked].Id == questionId)
                    return string.Create(CultureInfo.InvariantCulture, $"{theme + 1}.{asked + 1}");
        throw new ArgumentException($"Grid {grid.Version} has no question {questionId}.", nameof(questionId));
    }
}
