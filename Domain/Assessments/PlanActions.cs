using CrisisKits.Domain.Grids;

namespace CrisisKits.Domain.Assessments;

/// <summary>One line of the only list of things to do that a result gives.</summary>
/// <param name="Question">What it is about.</param>
/// <param name="Recommendation">Null for an answer of 2: what remains is what its highest descriptor says.</param>
/// <param name="Gates">Those its answer keeps shut.</param>
/// <param name="Step">Its part of the way to the next level; null when it is not on it.</param>
public sealed record PlannedAction(Question Question, Recommendation? Recommendation, IReadOnlyList<Gate> Gates, Step? Step)
{
    /// <summary>It opens a gate or leads to the next level.</summary>
    public bool Leads => Gates.Count > 0 || Step is not null;
}

/// <summary>
/// Gates, steps and recommendations as one list, in the order of <see cref="RecommendActions"/>: what opens a gate, then what leads to the next
/// level, then what loses most of the score. Without any of them, the weakest answers of a sheet that has no low one.
/// </summary>
public static class PlanActions
{
    public static IReadOnlyList<PlannedAction> Run(Score score)
    {
        var steps = score.NextLevel?.Steps ?? [];
        var questions = score.Themes.SelectMany(theme => theme.Theme.Questions).ToDictionary(question => question.Id, StringComparer.Ordinal);
        var recommended = score.Recommendations.Select(action => Planned(action.Question, action.Recommendation)).ToArray();
        var beyond = score.Gates.SelectMany(gate => gate.When).Select(when => questions[when.QuestionId]).Concat(steps.Select(step => step.Question))
            .Except(score.Recommendations.Select(action => action.Question)).Select(question => Planned(question, null));
        PlannedAction[] plan = [.. recommended.Where(action => action.Leads), .. beyond, .. recommended.Where(action => !action.Leads)];
        return plan.Length > 0 ? plan : [.. score.Weakest.Select(question => Planned(question, null))];

        PlannedAction Planned(Question question, Recommendation? recommendation) => new(
            question,
            recommendation,
            [.. score.Gates.Where(gate => gate.When.Any(when => when.QuestionId == question.Id))],
            steps.FirstOrDefault(step => step.Question.Id == question.Id));
    }
}
