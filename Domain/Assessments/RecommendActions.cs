using CrisisKits.Domain.Grids;

namespace CrisisKits.Domain.Assessments;

/// <summary>
/// One action for each answer of 0 or 1 and each <em>je ne sais pas</em>: first what keeps a gate shut, then the steps to the next level,
/// then what loses most of the score.
/// </summary>
public static class RecommendActions
{
    public static IReadOnlyList<RecommendedAction> Run(AnswerSheet sheet, LevelDecision decision, StepGains gains, NextLevel? next)
    {
        var ranks = Ranks(sheet, decision, next);
        var lost = new long[sheet.Marks.Count];
        for (var position = 0; position < lost.Length; position++)
            lost[position] = gains.Each[position] * (Mark.MostPoints - (sheet.Marks[position].Points ?? Mark.MostPoints));

        return
        [
            .. Enumerable.Range(0, sheet.Marks.Count)
                .Where(position => sheet.Marks[position].Points <= 1)
                .OrderBy(position => ranks[position])
                .ThenByDescending(position => lost[position])
                .ThenByDescending(position => sheet.Marks[position].Question.Weight)
                .Select(position => new RecommendedAction(sheet.Marks[position].Question, For(sheet.Marks[position]))),
        ];
    }

    private static int[] Ranks(AnswerSheet sheet, LevelDecision decision, NextLevel? next)
    {
        var ranks = new int[sheet.Marks.Count];
        Array.Fill(ranks, int.MaxValue);
        var rank = 0;
        foreach (var gate in decision.Gates)
            foreach (var condition in gate.When)
                Give(condition.QuestionId);
        foreach (var step in next?.Steps ?? [])
            Give(step.Question.Id);
        return ranks;

        void Give(string questionId)
        {
            var position = sheet.PositionOf(questionId);
            ranks[position] = Math.Min(ranks[position], rank++);
        }
    }

    private static Recommendation For(Mark mark) => mark switch
    {
        { Answer: DontKnow } => mark.Question.ForUnknown,
        { Points: 0 } => mark.Question.ForNothing,
        _ => mark.Question.ForBeginnings,
    };
}
