using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Kits;
using CrisisKits.Tests.Support;
using CsCheck;

namespace CrisisKits.Tests.Unit.Assessments;

public sealed class NextLevelPropertyTests
{
    [Test]
    public void The_path_is_the_one_found_by_trying_every_set_of_steps() => GeneratedSheets.Small.Sample(
        sheet =>
        {
            var score = sheet.Score;
            if (score.Level == KitLevel.Advanced)
                return score.NextLevel is null;
            return score.NextLevel is { } next && next.Level == score.Level + 1 && Raises(sheet, next).SequenceEqual(BruteForce(sheet, next.Level));
        }, iter: 3000);

    [Test]
    public void Taking_the_steps_reaches_the_level_announced_or_higher() => GeneratedSheets.Complete.Sample(
        sheet =>
        {
            var score = sheet.Score;
            if (score.NextLevel is not { } next)
                return score.Level == KitLevel.Advanced;
            return Scoring.Run(Raised(sheet, Raises(sheet, next))).Level >= next.Level;
        }, iter: 3000);

    [Test]
    public void A_step_starts_where_the_answer_is_and_sans_objet_is_never_one() => GeneratedSheets.Complete.Sample(
        sheet =>
        {
            var answers = sheet.Answers.ToDictionary(answer => answer.QuestionId, StringComparer.Ordinal);
            return (sheet.Score.NextLevel?.Steps ?? []).All(step => answers[step.Question.Id] switch
            {
                Chosen chosen => step.From == chosen.Option && step.To > chosen.Option && step.To <= 3,
                DontKnow => step.From is null && step.To is >= 1 and <= 3,
                _ => false,
            });
        }, iter: 3000);

    [Test]
    public void What_must_be_verified_comes_first() => GeneratedSheets.Complete.Sample(
        sheet =>
        {
            var unknown = (sheet.Score.NextLevel?.Steps ?? []).Select(step => step.From is null).ToArray();
            return unknown.SequenceEqual(unknown.OrderByDescending(first => first));
        }, iter: 1000);

    [Test]
    public void A_provisional_result_has_no_path() => GeneratedSheets.Any.Sample(
        sheet => !sheet.Score.Provisional || sheet.Score.NextLevel is null, iter: 1000);

    private static int[] Raises(GeneratedSheet sheet, NextLevel next) =>
    [
        .. sheet.Grid.Questions.Select(question => next.Steps.Where(step => step.Question.Id == question.Id).Sum(step => step.To - (step.From ?? 0))),
    ];

    private static AnswerSheet Raised(GeneratedSheet sheet, int[] raises) => sheet.Grid.Sheet(
    [
        .. sheet.Answers.Select((answer, index) => (answer, raises[index]) switch
        {
            (_, 0) => answer,
            (Chosen chosen, var steps) => new Chosen(answer.QuestionId, chosen.Option + steps),
            var (_, steps) => new Chosen(answer.QuestionId, steps),
        }),
    ]);

    /// <summary>Fewest steps, then greatest gain, then question weight, then earliest in the grid.</summary>
    private static int[] BruteForce(GeneratedSheet sheet, KitLevel target)
    {
        var rooms = sheet.Answers.Select(answer => answer switch { Chosen chosen => 3 - chosen.Option, DontKnow => 3, _ => 0 }).ToArray();
        var weights = sheet.Grid.Questions.Select(question => question.Weight).ToArray();
        int[]? best = null;
        var bestRank = (Steps: int.MaxValue, Gain: default(Fraction), Weight: 0);
        foreach (var raises in All(rooms))
        {
            var steps = raises.Sum();
            if (steps > bestRank.Steps)
                continue;
            var decision = LevelDecision.Of(Raised(sheet, raises), Assumption.None);
            if (decision.Level < target)
                continue;
            var rank = (Steps: steps, Gain: decision.Overall, Weight: raises.Zip(weights, (raise, weight) => raise * weight).Sum());
            var order = best is null ? -1 : rank.Steps.CompareTo(bestRank.Steps);
            order = order != 0 ? order : bestRank.Gain.CompareTo(rank.Gain);
            order = order != 0 ? order : bestRank.Weight.CompareTo(rank.Weight);
            order = order != 0 ? order : best.AsSpan().SequenceCompareTo(raises);
            if (order < 0)
                (best, bestRank) = (raises, rank);
        }

        return best!;
    }

    private static IEnumerable<int[]> All(int[] rooms) => rooms.Aggregate<int, IEnumerable<int[]>>(
        [[]], (prefixes, room) => prefixes.SelectMany(prefix => Enumerable.Range(0, room + 1).Select(raise => (int[])[.. prefix, raise])));
}
