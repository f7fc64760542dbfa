using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;
using CrisisKits.Tests.Support;

namespace CrisisKits.Tests.Unit.Assessments;

/// <summary>Each figure here was worked out on paper.</summary>
public sealed class ScoringByHandTests
{
    private static readonly Theme ThemeA = AGrid.Theme("a", 2, AGrid.Question("a1", 3), AGrid.Question("a2", 1, allowsNotApplicable: true));
    private static readonly Theme ThemeB = AGrid.Theme("b", 1, AGrid.Question("b1", 2), AGrid.Question("b2", 2));
    private static readonly Theme ThemeC = AGrid.Theme("c", 3, AGrid.Question("c1", 1, allowsNotApplicable: true));
    private static readonly Grid Open = AGrid.Of([ThemeA, ThemeB]);
    private static readonly Grid Gated = AGrid.Of([ThemeA, ThemeB], [AGrid.Gate("shut", KitLevel.Beginner, new GateCondition("b1", 0))]);

    [Test]
    public void A_complete_sheet_with_a_je_ne_sais_pas()
    {
        // a = (3·2 + 1·1)/12 = 7/12; b = (0 + 2·3)/12 = 1/2; overall = (2·7/12 + 1/2)/3 = 5/9; with b1 at 3: (7/6 + 1)/3 = 13/18
        var score = Open.Score("a1=2 a2=1 b1=? b2=3");
        Assert.Multiple(() =>
        {
            Assert.That(score.Provisional, Is.False);
            Assert.That((score.Answered, score.Total), Is.EqualTo((4, 4)));
            Assert.That(score.Themes.Select(theme => theme.Value), Is.EqualTo(new Fraction?[] { new(7, 12), new(1, 2) }));
            Assert.That(score.Overall, Is.EqualTo(new Fraction(5, 9)));
            Assert.That(score.Overall.Percent, Is.EqualTo(55));
            Assert.That(score.Range, Is.EqualTo(new ScoreRange(new(5, 9), new(13, 18), KitLevel.Intermediate, KitLevel.Advanced)));
            Assert.That((score.Band, score.Level), Is.EqualTo((KitLevel.Intermediate, KitLevel.Intermediate)));
            Assert.That(Ids(score.Strengths), Is.EqualTo(["b2", "a1"]));
            Assert.That(Ids(score.Weakest), Is.EqualTo(["b1", "a2", "a1"]));
            // 67/100 − 5/9 is lacking, about 0.114; a1 brings 1/6, a2 and b1 only 1/18
            Assert.That(Steps(score), Is.EqualTo(["a1:2→3"]));
            // b1 loses 3/18 of the score, a2 2/18
            Assert.That(score.Recommendations.Select(action => action.Recommendation.How), Is.EqualTo(["b1:?", "a2:1"]));
        });
    }

    [Test]
    public void A_gate_caps_the_band_and_is_opened_by_verifying()
    {
        var score = Gated.Score("a1=2 a2=1 b1=? b2=3");
        Assert.Multiple(() =>
        {
            Assert.That((score.Band, score.Level), Is.EqualTo((KitLevel.Intermediate, KitLevel.Beginner)));
            Assert.That(score.Gates.Select(gate => gate.Id), Is.EqualTo(["shut"]));
            Assert.That(score.Range.LowLevel, Is.EqualTo(KitLevel.Beginner));
            Assert.That(score.Range.HighLevel, Is.EqualTo(KitLevel.Advanced), "at 3 the question no longer shuts the gate");
            Assert.That(score.NextLevel!.Level, Is.EqualTo(KitLevel.Intermediate));
            Assert.That(Steps(score), Is.EqualTo(["b1:?→1"]));
        });
    }

    [Test]
    public void A_gate_that_does_not_lower_the_band_is_told_all_the_same()
    {
        var score = Gated.Score("a1=0 a2=0 b1=0 b2=0");
        Assert.That(score.Gates.Select(gate => gate.Id), Is.EqualTo(["shut"]));
        Assert.That((score.Band, score.Level), Is.EqualTo((KitLevel.Beginner, KitLevel.Beginner)));
        // 34/100 is lacking: two steps of a1 bring 1/3 and the gate's step of b1 1/18, 0.389 in all
        Assert.That(Steps(score), Is.EqualTo(["a1:0→2", "b1:0→1"]));
        Assert.That(score.Recommendations.Select(action => action.Question.Id), Is.EqualTo(["b1", "a1", "b2", "a2"]), "gates, steps, points lost");
    }

    [Test]
    public void A_provisional_score_leaves_unanswered_questions_out_and_takes_them_in_the_range()
    {
        // score: a = 6/9; low: a = 6/12, b = 0 → (1 + 0)/3; high: a = 9/12, b = 1 → (3/2 + 1)/3
        var score = Gated.Score("a1=2");
        Assert.Multiple(() =>
        {
            Assert.That(score.Provisional, Is.True);
            Assert.That((score.Answered, score.Total), Is.EqualTo((1, 4)));
            Assert.That(score.Overall, Is.EqualTo(new Fraction(2, 3)));
            Assert.That(score.Overall.Percent, Is.EqualTo(66));
            Assert.That(score.Range, Is.EqualTo(new ScoreRange(new(1, 3), new(5, 6), KitLevel.Beginner, KitLevel.Advanced)));
            Assert.That(score.Gates, Is.Empty, "b1 is not answered");
            Assert.That(score.Level, Is.EqualTo(KitLevel.Intermediate));
            Assert.That(score.NextLevel, Is.Null);
            Assert.That((score.Themes[1].Applicable, score.Themes[1].Value), Is.EqualTo((true, (Fraction?)null)));
        });
    }

    [Test]
    public void Sans_objet_leaves_both_sums()
    {
        // a = 6/9; b = 4/12; overall = (2·2/3 + 1/3)/3 = 5/9
        var score = Open.Score("a1=2 a2=- b1=1 b2=1");
        Assert.That(score.Overall, Is.EqualTo(new Fraction(5, 9)));
        Assert.That((score.Answered, score.Provisional), Is.EqualTo((4, false)));
        Assert.That(score.Range.High, Is.EqualTo(score.Overall), "sans objet is left out of the range too");
    }

    [Test]
    public void A_theme_all_sans_objet_is_listed_as_not_applicable_and_weighs_nothing()
    {
        var score = AGrid.Of([ThemeB, ThemeC]).Score("b1=1 b2=1 c1=-");
        Assert.That(score.Themes.Select(theme => (theme.Theme.Id, theme.Applicable, theme.Value?.Percent)),
            Is.EqualTo(new (string, bool, int?)[] { ("b", true, 33), ("c", false, null) }));
        Assert.That(score.Overall, Is.EqualTo(new Fraction(1, 3)));
    }

    [TestCase(0, KitLevel.Beginner)]
    [TestCase(1, KitLevel.Beginner)]
    [TestCase(2, KitLevel.Intermediate)]
    [TestCase(3, KitLevel.Advanced)]
    public void All_ones_is_debutant_and_all_twos_is_intermediaire(int option, KitLevel level) =>
        Assert.That(Open.Score($"a1={option} a2={option} b1={option} b2={option}").Level, Is.EqualTo(level));

    [Test]
    public void An_advanced_result_has_no_next_level_and_no_weak_answer() =>
        Assert.That(Open.Score("a1=3 a2=3 b1=3 b2=3") is { NextLevel: null, Weakest.Count: 0, Recommendations.Count: 0, Strengths.Count: 3 }, Is.True);

    [Test]
    public void While_answers_are_missing_no_question_is_strong_and_weak_at_once() => Assert.Multiple(() =>
    {
        var early = Open.Score("a1=2 b1=1");
        Assert.That(Ids(early.Strengths), Is.EqualTo(["a1"]));
        Assert.That(Ids(early.Weakest), Is.EqualTo(["b1"]));
        Assert.That(Ids(Open.Score("a1=2 a2=2 b1=2 b2=2").Weakest), Has.Exactly(3).Items, "a complete sheet names what is left to gain");
    });

    [TestCase("a1=2", "de débutant à confirmé selon les réponses qui manquent")]
    [TestCase("a1=3 a2=2 b1=0", "d'intermédiaire à confirmé selon les réponses qui manquent")]
    [TestCase("a1=0 a2=0 b1=0", null, TestName = "Missing answers that lead to the same level leave nothing open")]
    [TestCase("a1=? a2=? b1=? b2=?", null, TestName = "A complete sheet is settled, whatever nobody knows")]
    public void As_long_as_several_levels_are_possible_none_is_recommended(string answers, string? open)
    {
        var score = Open.Score(answers);
        Assert.That((score.IsSettled, score.StillOpen), Is.EqualTo((open is null, open)));
    }

    [Test]
    public void Equal_steps_prefer_the_heavier_question_then_the_grid_order()
    {
        // x1 (3 of 9 in a theme of 1) and y1, y2 (1 of 6 in a theme of 2) all bring 1/9 + … : 3/(9·3) = 1/9 = 2·1/(6·3)
        var grid = AGrid.Of([AGrid.Theme("y", 2, AGrid.Question("y1", 1), AGrid.Question("y2", 1)), AGrid.Theme("x", 1, AGrid.Question("x1", 3))], intermediate: 11);
        Assert.That(Steps(grid.Score("y1=0 y2=0 x1=0")), Is.EqualTo(["x1:0→1"]));
        Assert.That(Steps(grid.Score("y1=0 y2=0 x1=3")), Is.EqualTo(["y1:0→3", "y2:0→1"]), "4/9 are reached of the 67/100 lacking after 1/3");
    }

    [Test]
    public void Of_two_conditions_the_cheaper_one_opens_the_gate()
    {
        var grid = AGrid.Of([ThemeA, ThemeB], [AGrid.Gate("two", KitLevel.Intermediate, new GateCondition("b1", 2), new GateCondition("a2", 1))]);
        Assert.That(Steps(grid.Score("a1=3 a2=0 b1=2 b2=2")), Is.EqualTo(["b1:2→3"]));
    }

    private static IEnumerable<string> Ids(IEnumerable<Question> questions) => questions.Select(question => question.Id);

    private static IEnumerable<string> Steps(Score score) =>
        score.NextLevel!.Steps.Select(step => FormattableString.Invariant($"{step.Question.Id}:{step.From?.ToString(null, null) ?? "?"}→{step.To}"));
}
