using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Grids;
using CrisisKits.Infrastructure.Assessments.Exports;
using CrisisKits.Infrastructure.Assessments.Exports.Reading;
using CrisisKits.Infrastructure.Content;

namespace CrisisKits.Infrastructure.Assessments.Answers;

/// <summary>Sets the answers of a workbook beside those that are kept: all is decided before anything is saved.</summary>
internal static class MergeWorkbook
{
    public static ImportedAnswers Run(NamedSheet kept, Grid grid, GridWorkbookReading workbook, bool overwrite)
    {
        var answers = kept.Sheet.Answers.ToDictionary(answer => answer.QuestionId, StringComparer.Ordinal);
        var lines = new List<ImportedLine>();
        var refused = workbook.Faults.Select(fault => new RefusedLine(fault, null)).ToList();
        foreach (var answer in workbook.Answers)
        {
            var questionId = answer.Sent.Given.Answer.QuestionId;
            var current = answers.GetValueOrDefault(questionId);
            var both = current is null ? null : new BothAnswers(current, kept.Names.GetValueOrDefault(current.Answered.By, string.Empty), answer.Sent.Given);
            var decision = ImportAnswer.Run(current, answer.Sent, overwrite);
            if (decision.Effect is { } effect)
                lines.Add(new(answer.Row, questionId, effect, effect == ImportEffect.Changed ? both : null));
            else
                refused.Add(new(Fault(answer, decision.Conflict!.Value, grid.NumberOf(questionId), both), both));
        }

        return new(lines, [.. refused.OrderBy(each => each.Fault.Row)], workbook.Empty);
    }

    private static WorkbookFault Fault(WorkbookAnswer answer, ImportConflict conflict, string number, BothAnswers? both)
    {
        var mine = ExportWords.Short(answer.Sent.Given.Answer);
        var rest = answer.Sent.ToConfirm
            ? "Videz la ligne, qui reste marquée « à confirmer »."
            : "Videz la ligne, ou importez en remplaçant (overwrite=true).";
        var (code, message) = conflict switch
        {
            ImportConflict.StillToConfirm => ("to-confirm",
                $"La ligne de la question {number} dit autre chose que l'année dernière et reste marquée « à confirmer » : videz cette marque pour garder « {mine} », ou remettez la réponse d'avant."),
            ImportConflict.ChangedSince => ("answer-changed",
                $"Question {number} : depuis l'export, {Now(both, mine)}. {rest}"),
            _ => ("would-overwrite",
                $"Question {number} : {Now(both, mine)}, et ce classeur ne dit pas si on l'avait lue. {rest}"),
        };
        return new(answer.Row, answer.Cell, GridColumns.Answer, code, mine, FrenchTypography.Apply(message));
    }

    /// <summary>Both values and who: what somebody needs to choose.</summary>
    private static string Now(BothAnswers? both, string mine) => both switch
    {
        { Current: { Given: { } given } current } when ExportWords.Short(given.Answer) == mine =>
            $"{both.By} a gardé « {mine} » {FrenchTime.At(current.Answered.At)}, avec d'autres mots que cette ligne",
        { Current: { Given: { } given } current } =>
            $"{both.By} a répondu « {ExportWords.Short(given.Answer)} » {FrenchTime.At(current.Answered.At)} ; cette ligne dit « {mine} »",
        { Current: { } cleared } => $"{both.By} a effacé la réponse {FrenchTime.At(cleared.Answered.At)} ; cette ligne dit « {mine} »",
        _ => $"la réponse a disparu ; cette ligne dit « {mine} »",
    };
}
