using CrisisKits.Domain.Grids;

namespace CrisisKits.Domain.Assessments.Keeping;

/// <summary>How far a theme of a draft is. Answered, to confirm and missing add up to its questions.</summary>
/// <param name="ThemeId">Of the grid.</param>
/// <param name="Answered">Really answered this time, <em>je ne sais pas</em> and <em>sans objet</em> included.</param>
/// <param name="ToConfirm">Carried over and not yet confirmed.</param>
/// <param name="Missing">Without an answer.</param>
/// <param name="DontKnow">How many of the answered are <em>je ne sais pas</em>.</param>
public sealed record ThemeProgress(string ThemeId, int Answered, int ToConfirm, int Missing, int DontKnow)
{
    /// <summary>In grid order.</summary>
    public static IReadOnlyList<ThemeProgress> Of(KeptSheet sheet, Grid grid)
    {
        sheet.Assessment.RequireGrid(grid);
        var given = sheet.Answers.Where(kept => kept.Given is not null).ToDictionary(kept => kept.QuestionId, StringComparer.Ordinal);
        return
        [
            .. grid.Themes.Select(theme =>
            {
                var found = theme.Questions.Select(question => given.GetValueOrDefault(question.Id)).OfType<KeptAnswer>().ToArray();
                var answered = found.Where(kept => !kept.ToConfirm).ToArray();
                return new ThemeProgress(
                    theme.Id, answered.Length, found.Length - answered.Length, theme.Questions.Count - found.Length,
                    answered.Count(kept => kept.Given!.Answer is DontKnow));
            }),
        ];
    }
}
