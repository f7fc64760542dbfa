using System.Text.Json;
using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Tests.Support;
using CsCheck;

namespace CrisisKits.Tests.Unit.Assessments.Keeping;

public sealed class KeepingPropertyTests
{
    private const int Samples = 2000;

    /// <summary>What two colleagues do to one question: an answer (0 to 5, above is refused) or clearing, on the version each last saw.</summary>
    private static readonly Gen<(bool Ann, int Kind, bool Refresh)[]> Acts = Gen.Select(Gen.Bool, Gen.Int[0, 8], Gen.Bool).Array[1, 30];

    [Test]
    public void Versions_grow_by_one_and_nobody_overwrites_what_he_has_not_seen() => Acts.Sample(acts =>
    {
        var grid = AGrid.Of([AGrid.Theme("a", 1, AGrid.Question("q", 1))]);
        var draft = ADraft.On(grid).Assessment;
        KeptAnswer? stored = null;
        var seen = new Dictionary<bool, KeptAnswer?> { [true] = null, [false] = null };
        foreach (var (ann, kind, refresh) in acts)
        {
            if (refresh)
                seen[ann] = stored;
            var expected = seen[ann] is { } known ? new ExpectedVersion(known.Version) : ExpectedVersion.Nothing;
            var outcome = kind == 8
                ? ClearAnswer.Run(draft, stored, expected, ADraft.Now)
                : GiveAnswer.Run(draft, grid, stored, new(kind > 5 ? new DontKnow("q") : new Chosen("q", kind)), expected, ADraft.Now);
            switch (outcome)
            {
                case AnswerOutcome.Kept { Answer: var kept }:
                    var sawIt = seen[ann]?.Version == stored?.Version || (seen[ann] is null && stored?.Given is null);
                    if (kept.Version != (stored?.Version ?? 0) + 1 || !sawIt)
                        return false;
                    (stored, seen[ann]) = (kept, kept);
                    break;
                case AnswerOutcome.Conflict { Current: var current }:
                    if (!Equals(current, stored) || seen[ann]?.Version == stored?.Version)
                        return false;
                    break;
                case AnswerOutcome.Refused when kind is not (4 or 5 or 8):
                    return false;
            }
        }

        return true;
    }, iter: Samples);

    [Test]
    public void Submission_keeps_every_answer_and_the_result_is_that_of_the_sheet() => GeneratedSheets.Complete.Sample(sheet =>
    {
        var draft = ADraft.On(sheet.Grid, sheet.Answers);
        var submitted = draft.Submit(sheet.Grid).Value!;
        var score = sheet.Score;
        return submitted.Result.Answered == sheet.Answers.Length
            && submitted.Result.Overall == score.Overall && submitted.Result.Level == score.Level && submitted.Result.Band == score.Band
            && submitted.Result.Themes.Select(theme => theme.Value).SequenceEqual(score.Themes.Select(theme => theme.Value))
            && submitted.Result.GateIds.SequenceEqual(score.Gates.Select(gate => gate.Id), StringComparer.Ordinal)
            && submitted.Assessment with { Submitted = null } == draft.Assessment;
    }, iter: Samples);

    [Test]
    public void An_unfinished_draft_is_refused_for_each_question_without_answer() => GeneratedSheets.Any.Where(sheet => sheet.Sheet.Provisional).Sample(sheet =>
    {
        var answered = sheet.Answers.Select(answer => answer.QuestionId).ToHashSet(StringComparer.Ordinal);
        var missing = sheet.Grid.Questions.Select(question => question.Id).Where(id => !answered.Contains(id));
        return ADraft.On(sheet.Grid, sheet.Answers).Submit(sheet.Grid).Refusals.Skip(1).Select(refusal => refusal.Field).SequenceEqual(missing, StringComparer.Ordinal);
    }, iter: Samples);

    [Test]
    public void Last_year_s_answers_confirmed_unchanged_give_last_year_s_result() => GeneratedSheets.Complete.Sample(sheet =>
    {
        var former = ADraft.On(sheet.Grid, sheet.Answers);
        var result = former.Submit(sheet.Grid).Value!;
        var draft = StartDraft.Run("next", AnEstablishment.Hospital, sheet.Grid, null, former with { Assessment = result.Assessment }, ADraft.Now).Value!;
        var unconfirmed = draft.Submit(sheet.Grid).Refusals;
        var confirmed = draft with
        {
            Answers = [.. draft.Answers.Select(kept => ((AnswerOutcome.Kept)GiveAnswer.Run(
                draft.Assessment, sheet.Grid, kept, kept.Given!, new ExpectedVersion(kept.Version), ADraft.Now)).Answer)],
        };
        return unconfirmed.Count == 1 + sheet.Answers.Length && unconfirmed.All(refusal => refusal.Code == "answer-to-confirm")
            && JsonSerializer.Serialize(confirmed.Submit(sheet.Grid).Value!.Result) == JsonSerializer.Serialize(result.Result);
    }, iter: Samples);

    [Test]
    public void Progress_adds_up_to_the_grid_and_is_complete_exactly_when_it_can_be_submitted() => GeneratedSheets.Any.Sample(sheet =>
    {
        var draft = ADraft.On(sheet.Grid, sheet.Answers);
        var progress = ThemeProgress.Of(draft, sheet.Grid);
        return progress.Sum(theme => theme.Answered + theme.ToConfirm + theme.Missing) == sheet.Grid.Questions.Count()
            && progress.All(theme => theme.Missing == 0 && theme.ToConfirm == 0) == draft.Submit(sheet.Grid).Accepted;
    }, iter: Samples);

    [Test]
    public void A_result_set_beside_itself_shows_no_change() => GeneratedSheets.Complete.Sample(sheet =>
    {
        var reached = new ReachedResult(sheet.Grid, ADraft.On(sheet.Grid, sheet.Answers).Submit(sheet.Grid).Value!.Result);
        var comparison = CompareYears.Run(reached, reached);
        return comparison.Overall.Difference == 0
            && comparison.Themes.All(theme => theme.Change.Difference == (theme.Change.Now is null ? null : 0));
    }, iter: Samples);
}
