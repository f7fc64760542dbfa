using System.Globalization;
using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;

namespace CrisisKits.Web.Assessments;

/// <summary>A question of an assessment, with what is kept of it.</summary>
/// <param name="Number">« 2.3 ».</param>
/// <param name="Theme">It belongs to.</param>
/// <param name="Question">As in the grid.</param>
/// <param name="Text">As the establishment reads it.</param>
/// <param name="Kept">Null when nothing ever was.</param>
public sealed record NumberedQuestion(string Number, Theme Theme, Question Question, string Text, KeptAnswer? Kept)
{
    public bool IsMissing => Kept?.Given is null;

    /// <summary>Carried over, and not said again this time.</summary>
    public bool IsToConfirm => Kept is { Given: not null, ToConfirm: true };

    public bool IsUnknown => Kept is { Given.Answer: DontKnow, ToConfirm: false };

    /// <summary>Something is left to do before submitting.</summary>
    public bool IsOpen => IsMissing || IsToConfirm;

    /// <summary>All of them, in grid order.</summary>
    public static IReadOnlyList<NumberedQuestion> Of(KeptSheet sheet, Grid grid)
    {
        var kept = sheet.Answers.ToDictionary(each => each.QuestionId, StringComparer.Ordinal);
        return
        [
            .. grid.Themes.SelectMany((theme, index) => theme.Questions.Select((question, at) => new NumberedQuestion(
                string.Create(CultureInfo.InvariantCulture, $"{index + 1}.{at + 1}"), theme, question,
                sheet.Assessment.Variant == KitVariant.Esms && question.Esms is { } esms ? esms.Text : question.Text,
                kept.GetValueOrDefault(question.Id)))),
        ];
    }
}
