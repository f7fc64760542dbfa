using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;
using CrisisKits.Tests.Support;

namespace CrisisKits.Tests.Unit.Assessments.Keeping;

public sealed class SubmissionTests
{
    private static readonly Grid Grid = AGrid.Of(
        [
            AGrid.Theme("a", 2, AGrid.Question("a1", 1), AGrid.Question("a2", 3, allowsNotApplicable: true)),
            AGrid.Theme("b", 1, AGrid.Question("b1", 1, allowsNotApplicable: true)),
        ],
        [AGrid.Gate("g", KitLevel.Intermediate, new GateCondition("a1", 1))]);

    [Test]
    public void A_complete_draft_becomes_final_with_an_exact_result()
    {
        var submitted = ADraft.On(Grid, "a1=1 a2=3 b1=?").Submit(Grid).Value!;

        Assert.Multiple(() =>
        {
            Assert.That(submitted.Assessment.State, Is.EqualTo(AssessmentState.Submitted));
            Assert.That(submitted.Assessment.Submitted, Is.EqualTo(ADraft.LastYear));
            Assert.That(submitted.Result.Themes, Is.EqualTo(new ThemeResult[] { new("a", 12, new(10, 12)), new("b", 3, new(0, 3)) }));
            Assert.That(submitted.Result.Overall, Is.EqualTo(new Fraction(5, 9)));
            Assert.That(submitted.Result.Range, Is.EqualTo(new ResultRange(55, 88, KitLevel.Intermediate, KitLevel.Intermediate)));
            Assert.That((submitted.Result.Band, submitted.Result.Level, submitted.Result.ChosenLevel), Is.EqualTo((KitLevel.Intermediate, KitLevel.Intermediate, KitLevel.Intermediate)));
            Assert.That(submitted.Result.GateIds, Is.EqualTo(["g"]));
            Assert.That((submitted.Result.GridVersion, submitted.Result.KitVersion, submitted.Result.Answered, submitted.Result.Reason), Is.EqualTo(("test", "2026.1", 3, (string?)null)));
        });
    }

    [Test]
    public void A_theme_that_is_sans_objet_is_kept_as_such() =>
        Assert.That(ADraft.On(Grid, "a1=2 a2=- b1=-").Submit(Grid).Value!.Result.Themes[1], Is.EqualTo(new ThemeResult("b", 0, null)));

    [Test]
    public void Everything_missing_and_everything_to_confirm_is_listed_in_grid_order()
    {
        var draft = ADraft.On(Grid, "b1=2 a1=3");
        draft = draft with { Answers = [draft.Answers[0] with { ToConfirm = true }, draft.Answers[1] with { Given = null }] };

        var refusals = draft.Submit(Grid).Refusals;

        Assert.That(refusals.Select(refusal => $"{refusal.Code} {refusal.Field}"), Is.EqualTo(["missing-answer ", "missing-answer a1", "missing-answer a2", "answer-to-confirm b1"]));
        Assert.That(refusals[0].Message, Is.EqualTo("2 questions attendent une réponse : 1.1, 1.2 ; une réponse est à confirmer : 2.1."));
        Assert.That(refusals[3].Message, Does.Contain("La réponse à la question 2.1").And.Contain("confirmez-la en la donnant de nouveau"));
    }

    [Test]
    public void Of_many_missing_answers_the_first_are_named_by_their_numbers()
    {
        var grid = AGrid.Of([AGrid.Theme("a", 1, [.. Enumerable.Range(1, 12).Select(index => AGrid.Question($"q{index}", 1))])]);

        Assert.That(ADraft.On(grid, "q2=1").Submit(grid).Refusals[0].Message, Is.EqualTo("11 questions attendent une réponse : 1.1, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9…"));
    }

    [Test]
    public void A_sheet_with_nothing_applicable_has_no_result()
    {
        var grid = AGrid.Of([AGrid.Theme("b", 1, AGrid.Question("b1", 1, allowsNotApplicable: true))]);

        Assert.That(ADraft.On(grid, "b1=-").Submit(grid).Refusals.Single().Code, Is.EqualTo("nothing-applicable"));
    }

    [Test]
    public void What_is_submitted_is_not_submitted_again() =>
        Assert.That(ADraft.On(Grid, "a1=1 a2=3 b1=2").Submitted(Grid).Submit(Grid).Refusals.Single().Code, Is.EqualTo("submitted"));

    [TestCase(KitLevel.Beginner, null)]
    [TestCase(KitLevel.Beginner, "Nouvelle équipe.")]
    [TestCase(KitLevel.Intermediate, null)]
    [TestCase(KitLevel.Advanced, " Joué deux fois déjà.\r\n")]
    public void A_lower_kit_is_free_and_a_higher_one_has_its_reason(KitLevel chosen, string? reason)
    {
        var result = ADraft.On(Grid, "a1=1 a2=3 b1=2").Submit(Grid, new(chosen, reason)).Value!.Result;

        Assert.That((result.Level, result.ChosenLevel, result.Reason), Is.EqualTo((KitLevel.Intermediate, chosen, reason?.Trim())));
    }

    [TestCase(null)]
    [TestCase("  ")]
    [TestCase("…")]
    public void A_higher_kit_without_a_reason_is_refused(string? reason)
    {
        var refusal = ADraft.On(Grid, "a1=1 a2=3 b1=2").Submit(Grid, new(KitLevel.Advanced, reason)).Refusals.Single();

        Assert.That((refusal.Code, refusal.Field), Is.EqualTo(("kit-reason-required", "reason")));
        Assert.That(refusal.Message, Does.Contain("le kit intermédiaire").And.Contain("le kit confirmé"));
    }

    [Test]
    public void A_reason_is_bounded_and_printable() => Assert.Multiple(() =>
    {
        var draft = ADraft.On(Grid, "a1=1 a2=3 b1=2");
        Assert.That(draft.Submit(Grid, new(KitLevel.Advanced, new string('é', 1001))).Refusals.Single().Code, Is.EqualTo("too-long"));
        Assert.That(draft.Submit(Grid, new(KitLevel.Beginner, "a\u0007")).Refusals.Single().Code, Is.EqualTo("unprintable-text"));
        Assert.That(draft.Submit(Grid, new(KitLevel.Advanced, new string('é', 1000))).Accepted, Is.True);
    });
}
