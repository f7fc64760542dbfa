using CrisisKits.Domain.Grids;

namespace CrisisKits.Domain.Assessments;

/// <summary>A sheet's answers become an explained result. Pure: the same sheet always gives the same result.</summary>
public static class Scoring
{
    private const int Highlights = 3;

    public static Score Run(AnswerSheet sheet)
    {
        var decision = LevelDecision.Of(sheet, Assumption.None);
        var low = LevelDecision.Of(sheet, Assumption.Worst);
        var high = LevelDecision.Of(sheet, Assumption.Best);
        var gains = StepGains.Of(sheet, decision);
        var next = NextLevelAdvice.Of(sheet, decision, gains);
        var strengths = Strengths(sheet);
        return new Score
        {
            GridVersion = sheet.Grid.Version,
            Provisional = sheet.Provisional,
            Answered = sheet.Answered,
            Total = sheet.Marks.Count,
            Overall = decision.Overall,
            Range = new(low.Overall, high.Overall, low.Level, high.Level),
            Band = decision.Band,
            Level = decision.Level,
            Themes = decision.Themes,
            Gates = decision.Gates,
            Strengths = strengths,
            Weakest = Weakest(sheet, sheet.Provisional ? strengths : []),
            NextLevel = next,
            Recommendations = RecommendActions.Run(sheet, decision, gains, next),
        };
    }

    // Sorting is stable, so equal marks stay in grid order.
    private static Question[] Strengths(AnswerSheet sheet) =>
    [
        .. sheet.Marks.Where(mark => mark.Points >= 2)
            .OrderByDescending(mark => mark.Points).ThenByDescending(mark => mark.Importance)
            .Take(Highlights).Select(mark => mark.Question),
    ];

    private static Question[] Weakest(AnswerSheet sheet, Question[] except) =>
    [
        .. sheet.Marks.Where(mark => mark.Points < Mark.MostPoints && !except.Contains(mark.Question))
            .OrderBy(mark => mark.Points).ThenByDescending(mark => mark.Importance)
            .Take(Highlights).Select(mark => mark.Question),
    ];
}
