using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Grids;
using CrisisKits.Tests.Support;

namespace CrisisKits.Tests.Unit.Assessments;

public sealed class RefusedSheetTests
{
    private static readonly Grid Grid = AGrid.Of(
        [AGrid.Theme("a", 1, AGrid.Question("a1", 1), AGrid.Question("a2", 1, allowsNotApplicable: true), AGrid.Question("a3", 1, allowsNotApplicable: true))]);

    [TestCase("a1=1 zz=2", "unknown-question 1 questionId")]
    [TestCase("a1=1 a2=2 a1=1", "repeated-question 2 questionId")]
    [TestCase("a1=4", "option-out-of-range 0 option")]
    [TestCase("a1=-1", "option-out-of-range 0 option")]
    [TestCase("a2=1 a1=-", "not-applicable-refused 1 notApplicable")]
    [TestCase("", "no-answer  ")]
    [TestCase("a2=-", "nothing-applicable  ")]
    [TestCase("a3=- a2=-", "nothing-applicable  ")]
    public void A_refusal_names_its_rule_and_place(string answers, string expected) =>
        Assert.That(Refusals(AGrid.Answers(answers)), Is.EqualTo([expected]));

    [Test]
    public void Every_refused_answer_is_named_not_only_the_first() =>
        Assert.That(Refusals(AGrid.Answers("zz=1 a1=7 a1=2 yy=0")), Is.EqualTo(
            ["unknown-question 0 questionId", "option-out-of-range 1 option", "repeated-question 2 questionId", "unknown-question 3 questionId"]));

    [TestCase("")]
    [TestCase(" \t ")]
    [TestCase("\u200B")]
    [TestCase("\u0000\u2060\uFEFF")]
    [TestCase("—")]
    public void Sans_objet_wants_a_reason(string reason) =>
        Assert.That(Refusals([new Chosen("a1", 1), new NotApplicable("a2", reason)]), Is.EqualTo(["missing-reason 1 notApplicable"]));

    [Test]
    public void A_refusal_says_what_would_be_right()
    {
        var refusals = AnswerSheet.Read(Grid, AGrid.Answers("zz=1 a1=-")).Refusals;
        Assert.That(refusals[0].Message, Does.Contain("« zz »").And.Contain("reprenez l'identifiant"));
        Assert.That(refusals[1].Message, Does.Contain("« a1 »").And.Contain("choisissez une option de 0 à 3"));
    }

    private static IEnumerable<string> Refusals(IReadOnlyList<Answer> answers) =>
        AnswerSheet.Read(Grid, answers).Refusals.Select(refusal => $"{refusal.Code} {refusal.AnswerIndex} {refusal.Field}");
}
