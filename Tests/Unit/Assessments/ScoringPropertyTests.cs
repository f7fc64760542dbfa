using System.Numerics;
using System.Text.Json;
using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Kits;
using CsCheck;

namespace CrisisKits.Tests.Unit.Assessments;

public sealed class ScoringPropertyTests
{
    private const int Samples = 3000;

    [Test]
    public void A_score_lies_between_0_and_100_and_inside_its_range() => GeneratedSheets.Any.Sample(
        sheet =>
        {
            var score = sheet.Score;
            return score.Overall.Percent is >= 0 and <= 100
                && score.Range.Low.Percent >= 0 && score.Range.High.Percent <= 100
                && score.Range.Low <= score.Overall && score.Overall <= score.Range.High
                && score.Range.LowLevel <= score.Level && score.Level <= score.Range.HighLevel
                && score.Themes.All(theme => theme.Value?.Percent is null or (>= 0 and <= 100));
        }, iter: Samples);

    [Test]
    public void A_better_answer_never_lowers_score_or_level() => Gen.Select(GeneratedSheets.Any, Gen.Int[0, 99]).Sample(
        (sheet, pick) =>
        {
            var index = pick % sheet.Answers.Length;
            var before = sheet.Score;
            return Better(sheet.Answers[index]).All(better =>
            {
                var after = sheet.With(index, better).Score;
                return after.Overall >= before.Overall && after.Level >= before.Level && after.Band >= before.Band
                    && after.Range.Low >= before.Range.Low && after.Range.LowLevel >= before.Range.LowLevel;
            });
        }, iter: Samples);

    [Test]
    public void Je_ne_sais_pas_never_scores_above_any_option() => Gen.Select(GeneratedSheets.Any, Gen.Int[0, 99]).Sample(
        (sheet, pick) =>
        {
            var index = pick % sheet.Answers.Length;
            var question = sheet.Answers[index].QuestionId;
            var unknown = sheet.With(index, new DontKnow(question)).Score;
            return Enumerable.Range(0, 4).Select(option => sheet.With(index, new Chosen(question, option)).Score)
                .All(known => unknown.Overall <= known.Overall && unknown.Level <= known.Level);
        }, iter: Samples);

    [Test]
    public void The_order_of_answers_is_irrelevant() => GeneratedSheets.Any.SelectMany(
        sheet => Gen.Shuffle(sheet.Answers).Select(shuffled => (sheet, shuffled))).Sample(
        (sheet, shuffled) => Text(sheet.Score) == Text((sheet with { Answers = shuffled }).Score), iter: Samples);

    [Test]
    public void A_complete_sheet_reaches_exactly_one_level_as_the_definition_says() => GeneratedSheets.Complete.Sample(
        sheet =>
        {
            var score = sheet.Score;
            var (numerator, denominator) = Definition(sheet);
            var band = sheet.Grid.Bands.Where(band => numerator * 100 >= denominator * band.From).Max(band => band.Level);
            var points = sheet.Answers.ToDictionary(answer => answer.QuestionId, answer => answer is Chosen chosen ? chosen.Option : 0, StringComparer.Ordinal);
            var gates = sheet.Grid.Gates.Where(gate => gate.When.All(condition => points[condition.QuestionId] <= condition.AtMost)).ToArray();
            return !score.Provisional
                && score.Overall.Numerator * denominator == numerator * score.Overall.Denominator
                && score.Band == band
                && score.Gates.SequenceEqual(gates)
                && score.Level == gates.Select(gate => gate.Cap).Append(band).Min()
                && score.Range.Low == score.Overall && score.Range.LowLevel == score.Level;
        }, iter: Samples);

    [Test]
    public void The_percentage_shown_never_contradicts_the_band() => GeneratedSheets.Any.Sample(
        sheet =>
        {
            var score = sheet.Score;
            return score.Band == sheet.Grid.Bands.Where(band => band.From <= score.Overall.Percent).Max(band => band.Level);
        }, iter: Samples);

    [Test]
    public void An_unanswered_question_lets_no_gate_fire() => GeneratedSheets.Any.Sample(
        sheet =>
        {
            var answered = sheet.Answers.Select(answer => answer.QuestionId).ToHashSet(StringComparer.Ordinal);
            return sheet.Score.Gates.All(gate => gate.When.All(condition => answered.Contains(condition.QuestionId)));
        }, iter: Samples);

    [Test]
    public void A_theme_is_not_applicable_only_when_all_its_questions_are_sans_objet() => GeneratedSheets.Any.Sample(
        sheet =>
        {
            var without = sheet.Answers.OfType<NotApplicable>().Select(answer => answer.QuestionId).ToHashSet(StringComparer.Ordinal);
            var counted = sheet.Answers.Where(answer => answer is not NotApplicable).Select(answer => answer.QuestionId).ToHashSet(StringComparer.Ordinal);
            return sheet.Score.Themes.All(theme =>
                theme.Applicable == theme.Theme.Questions.Any(question => !without.Contains(question.Id))
                && theme.Value is null == !theme.Theme.Questions.Any(question => counted.Contains(question.Id)));
        }, iter: Samples);

    [Test]
    public void Each_low_or_unknown_answer_gets_an_action_and_no_other_does() => GeneratedSheets.Any.Sample(
        sheet =>
        {
            var expected = sheet.Answers.Where(answer => answer is DontKnow or Chosen { Option: <= 1 })
                .Select(answer => answer.QuestionId + (answer is Chosen chosen ? ":" + chosen.Option : ":?"));
            return sheet.Score.Recommendations.Select(action => action.Recommendation.How).ToHashSet(StringComparer.Ordinal).SetEquals(expected);
        }, iter: Samples);

    private static IEnumerable<Answer> Better(Answer answer) => answer switch
    {
        Chosen chosen => Enumerable.Range(chosen.Option, 4 - chosen.Option).Select(option => new Chosen(answer.QuestionId, option)),
        DontKnow => Enumerable.Range(0, 4).Select(option => new Chosen(answer.QuestionId, option)),
        _ => [],
    };

    /// <summary>The definition, written again on unreduced big integers.</summary>
    private static (BigInteger Numerator, BigInteger Denominator) Definition(GeneratedSheet sheet)
    {
        var answers = sheet.Answers.ToDictionary(answer => answer.QuestionId, StringComparer.Ordinal);
        var (numerator, denominator, weights) = (BigInteger.Zero, BigInteger.One, 0);
        foreach (var theme in sheet.Grid.Themes)
        {
            var counted = theme.Questions.Where(question => answers[question.Id] is not NotApplicable).ToArray();
            if (counted.Length == 0)
                continue;
            var earned = counted.Sum(question => answers[question.Id] is Chosen chosen ? question.Weight * chosen.Option : 0);
            var possible = counted.Sum(question => question.Weight * 3);
            numerator = (numerator * possible) + (denominator * theme.Weight * earned);
            denominator *= possible;
            weights += theme.Weight;
        }

        return (numerator, denominator * weights);
    }

    private static string Text(Score score) => JsonSerializer.Serialize(score);
}
