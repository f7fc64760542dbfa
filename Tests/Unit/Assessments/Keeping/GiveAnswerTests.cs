using CrisisKits.Domain.Access;
using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Grids;
using CrisisKits.Tests.Support;

namespace CrisisKits.Tests.Unit.Assessments.Keeping;

public sealed class GiveAnswerTests
{
    private static readonly Grid Grid = AGrid.Of([AGrid.Theme("a", 1, AGrid.Question("a1", 1), AGrid.Question("a2", 1, allowsNotApplicable: true))]);
    private static readonly KeptSheet Draft = ADraft.On(Grid);
    private static readonly KeptAnswer First = new("a1", new(new Chosen("a1", 2), "Dit en réunion."), 3, false, ADraft.LastYear);
    private static readonly KeptAnswer Cleared = First with { Given = null, Version = 4 };

    [Test]
    public void A_first_answer_is_kept_with_who_and_when() => Assert.That(
        Give(null, new(new Chosen("a1", 1), "Vu avec la DSI.", "GED 12-4"), ExpectedVersion.Nothing),
        Is.EqualTo(new AnswerOutcome.Kept(new("a1", new(new Chosen("a1", 1), "Vu avec la DSI.", "GED 12-4"), 1, false, ADraft.Now))));

    [Test]
    public void An_answer_over_another_is_one_version_more() =>
        Assert.That(Kept(Give(First, new(new DontKnow("a1")), new(3))), Is.EqualTo(new KeptAnswer("a1", new(new DontKnow("a1")), 4, false, ADraft.Now)));

    [Test]
    public void Giving_again_what_was_carried_over_confirms_it() =>
        Assert.That(Kept(Give(First with { ToConfirm = true }, First.Given!, new(3))), Is.EqualTo(First with { Version = 4, ToConfirm = false, Answered = ADraft.Now }));

    [Test]
    public void Texts_are_kept_with_plain_line_ends_and_empty_ones_not_at_all() => Assert.That(
        Kept(Give(null, new(new NotApplicable("a2", "  Sans urgences.\r\n"), "\tun\r\ndeux\u2028trois ", " \n"), ExpectedVersion.Nothing)).Given,
        Is.EqualTo(new GivenAnswer(new NotApplicable("a2", "Sans urgences."), "un\ndeux\ntrois", null)));

    [Test]
    public void Two_people_on_one_question_get_both_values()
    {
        var mine = new GivenAnswer(new Chosen("a1", 3));

        Assert.Multiple(() =>
        {
            Assert.That(Give(First, mine, new(2)), Is.EqualTo(new AnswerOutcome.Conflict(First, mine)));
            Assert.That(Give(First, mine, new(4)), Is.EqualTo(new AnswerOutcome.Conflict(First, mine)));
            Assert.That(Give(First, mine, ExpectedVersion.Nothing), Is.EqualTo(new AnswerOutcome.Conflict(First, mine)));
            Assert.That(Give(null, mine, new(1)), Is.EqualTo(new AnswerOutcome.Conflict(null, mine)));
        });
    }

    [Test]
    public void An_answer_without_precondition_is_not_kept() =>
        Assert.That(Give(First, new(new Chosen("a1", 3)), null), Is.EqualTo(new AnswerOutcome.PreconditionMissing()));

    [Test]
    public void After_clearing_one_may_answer_as_if_nothing_were_there_or_on_the_version_cleared() => Assert.Multiple(() =>
    {
        Assert.That(Kept(Give(Cleared, new(new Chosen("a1", 0)), ExpectedVersion.Nothing)).Version, Is.EqualTo(5));
        Assert.That(Kept(Give(Cleared, new(new Chosen("a1", 0)), new(4))).Version, Is.EqualTo(5));
        Assert.That(Give(Cleared, new(new Chosen("a1", 0)), new(3)), Is.TypeOf<AnswerOutcome.Conflict>());
    });

    [Test]
    public void A_rule_of_the_grid_refuses_before_any_precondition() => Assert.Multiple(() =>
    {
        Assert.That(RefusedAnswer(new(new Chosen("zz", 1))), Is.EqualTo("unknown-question questionId"));
        Assert.That(RefusedAnswer(new(new Chosen("a1", 4))), Is.EqualTo("option-out-of-range option"));
        Assert.That(RefusedAnswer(new(new NotApplicable("a1", "Sans urgences."))), Is.EqualTo("not-applicable-refused notApplicable"));
        Assert.That(RefusedAnswer(new(new NotApplicable("a2", " \u200B "))), Is.EqualTo("missing-reason notApplicable"));
    });

    [Test]
    public void A_text_too_long_or_that_cannot_be_exported_is_refused_and_named() => Assert.Multiple(() =>
    {
        var answer = new Chosen("a1", 1);
        Assert.That(RefusedAnswer(new(answer, new string('é', 4001))), Is.EqualTo("too-long comment"));
        Assert.That(RefusedAnswer(new(answer, null, new string('é', 2001))), Is.EqualTo("too-long evidence"));
        Assert.That(RefusedAnswer(new(new NotApplicable("a2", new string('é', 1001)))), Is.EqualTo("too-long notApplicable"));
        Assert.That(RefusedAnswer(new(answer, string.Join('\n', Enumerable.Repeat("ligne", 201)))), Is.EqualTo("too-many-lines comment"));
        Assert.That(RefusedAnswer(new(answer, null, string.Join("\r\n", Enumerable.Repeat("l", 201)))), Is.EqualTo("too-many-lines evidence"));
        Assert.That(Kept(Give(null, new(answer, string.Join('\n', Enumerable.Repeat("ligne", 200))), ExpectedVersion.Nothing)).Given!.Comment, Does.EndWith("ligne"));
        Assert.That(RefusedAnswer(new(answer, "e" + new string('\u0301', 31))), Is.EqualTo("heaped-marks comment"));
        Assert.That(Kept(Give(null, new(answer, "e" + new string('\u0301', 30)), ExpectedVersion.Nothing)).Given!.Comment, Has.Length.EqualTo(31));
        Assert.That(RefusedAnswer(new(answer, "a\u0000b")), Is.EqualTo("unprintable-text comment"));
        Assert.That(RefusedAnswer(new(answer, null, "\u001B[2J")), Is.EqualTo("unprintable-text evidence"));
        Assert.That(RefusedAnswer(new(answer, "moitié \uD83D")), Is.EqualTo("unprintable-text comment"));
        Assert.That(RefusedAnswer(new(answer, "a\uFFFF")), Is.EqualTo("unprintable-text comment"));
        Assert.That(Kept(Give(null, new(answer, new string('é', 4000), "Œuvre – d’Ÿ\t😀 <b>"), ExpectedVersion.Nothing)).Given!.Evidence, Is.EqualTo("Œuvre – d’Ÿ\t😀 <b>"));
    });

    [Test]
    public void A_submitted_assessment_takes_no_answer_and_gives_none_back()
    {
        var submitted = Draft.Assessment with { Submitted = ADraft.LastYear };

        Assert.Multiple(() =>
        {
            Assert.That(RefusedAnswer(new(new Chosen("a1", 1)), submitted), Is.EqualTo("submitted "));
            Assert.That(Refused(ClearAnswer.Run(submitted, First, new(3), ADraft.Now)), Is.EqualTo("submitted "));
            Assert.That(submitted.RefuseChange()!.Message, Does.Contain("commencez-en une nouvelle"));
        });
    }

    [Test]
    public void Clearing_leaves_a_version_behind() =>
        Assert.That(ClearAnswer.Run(Draft.Assessment, First, new(3), ADraft.Now), Is.EqualTo(new AnswerOutcome.Kept(new("a1", null, 4, false, ADraft.Now))));

    [Test]
    public void Clearing_needs_something_there_a_precondition_and_the_right_version() => Assert.Multiple(() =>
    {
        Assert.That(Refused(ClearAnswer.Run(Draft.Assessment, null, new(1), ADraft.Now)), Is.EqualTo("not-answered "));
        Assert.That(Refused(ClearAnswer.Run(Draft.Assessment, Cleared, new(4), ADraft.Now)), Is.EqualTo("not-answered "));
        Assert.That(ClearAnswer.Run(Draft.Assessment, First, null, ADraft.Now), Is.EqualTo(new AnswerOutcome.PreconditionMissing()));
        Assert.That(ClearAnswer.Run(Draft.Assessment, First, new(2), ADraft.Now), Is.EqualTo(new AnswerOutcome.Conflict(First, null)));
        Assert.That(ClearAnswer.Run(Draft.Assessment, First, ExpectedVersion.Nothing, ADraft.Now), Is.EqualTo(new AnswerOutcome.Conflict(First, null)));
    });

    [Test]
    public void An_answer_is_never_judged_by_another_grid_than_its_own() =>
        Assert.That(() => GiveAnswer.Run(Draft.Assessment, Grid with { Version = "other" }, null, new(new Chosen("a1", 1)), ExpectedVersion.Nothing, ADraft.Now), Throws.ArgumentException);

    private static AnswerOutcome Give(KeptAnswer? current, GivenAnswer mine, ExpectedVersion? expected, Assessment? assessment = null) =>
        GiveAnswer.Run(assessment ?? Draft.Assessment, Grid, current, mine, expected, ADraft.Now);

    private static KeptAnswer Kept(AnswerOutcome outcome)
    {
        Assert.That(outcome, Is.TypeOf<AnswerOutcome.Kept>());
        return ((AnswerOutcome.Kept)outcome).Answer;
    }

    private static string RefusedAnswer(GivenAnswer mine, Assessment? assessment = null) => Refused(Give(null, mine, null, assessment));

    private static string Refused(AnswerOutcome outcome)
    {
        Assert.That(outcome, Is.TypeOf<AnswerOutcome.Refused>());
        var refusal = ((AnswerOutcome.Refused)outcome).Refusal;
        return $"{refusal.Code} {refusal.Field}";
    }
}
