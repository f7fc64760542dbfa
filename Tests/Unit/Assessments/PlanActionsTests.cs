using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Kits;
using CrisisKits.Tests.Support;
using CsCheck;

namespace CrisisKits.Tests.Unit.Assessments;

public sealed class PlanActionsTests
{
    [Test]
    public void Gates_steps_and_recommendations_are_one_list_where_each_question_stands_once() => GeneratedSheets.Any.Sample(sheet =>
    {
        var plan = PlanActions.Run(sheet.Score);
        var questions = plan.Select(action => action.Question).ToList();
        var expected = sheet.Score.Recommendations.Select(action => action.Question).Concat(sheet.Score.NextLevel?.Steps.Select(step => step.Question) ?? [])
            .Concat(sheet.Grid.Questions.Where(question => sheet.Score.Gates.Any(gate => gate.When.Any(when => when.QuestionId == question.Id)))).ToHashSet();
        return questions.Distinct().Count() == questions.Count
            && (expected.Count == 0 ? plan.All(action => action is { Recommendation: null, Leads: false }) : expected.SetEquals(questions))
            && plan.SkipWhile(action => action.Leads).All(action => !action.Leads);
    });

    [Test]
    public void An_answer_of_two_on_the_way_up_is_an_action_without_recommendation()
    {
        var grid = AGrid.Of([AGrid.Theme("a", 1, AGrid.Question("a1", 3), AGrid.Question("a2", 1))]);
        var plan = PlanActions.Run(grid.Score("a1=2 a2=1"));
        Assert.That(plan.Select(action => (action.Question.Id, action.Recommendation?.How, action.Step?.To)), Is.EqualTo(new (string, string?, int?)[] { ("a1", null, 3), ("a2", "a2:1", null) }));
    }

    [Test]
    public void Without_a_low_answer_the_weakest_remain_and_nothing_when_all_is_shown()
    {
        var grid = AGrid.Of([AGrid.Theme("a", 1, AGrid.Question("a1", 3), AGrid.Question("a2", 1))]);
        Assert.That(PlanActions.Run(grid.Score("a1=3 a2=2")).Select(action => action.Question.Id), Is.EqualTo(new[] { "a2" }));
        Assert.That(PlanActions.Run(grid.Score("a1=3 a2=3")), Is.Empty);
    }

    [Test]
    public void What_opens_a_gate_says_which()
    {
        var grid = AGrid.Of([AGrid.Theme("a", 1, AGrid.Question("a1", 1), AGrid.Question("a2", 3))], [AGrid.Gate("g", KitLevel.Beginner, new Domain.Grids.GateCondition("a1", 1))]);
        var plan = PlanActions.Run(grid.Score("a1=1 a2=0"));
        Assert.That(plan.Select(action => (action.Question.Id, action.Gates.Count)), Is.EqualTo(new[] { ("a1", 1), ("a2", 0) }));
    }
}
