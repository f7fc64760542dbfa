using CrisisKits.Domain.Access;
using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Grids;

namespace CrisisKits.Tests.Support;

/// <summary>Kept assessments for tests; answers are written as in <see cref="AGrid.Answers"/>.</summary>
public static class ADraft
{
    public static readonly Stamp LastYear = Stamp("ann", 2025);
    public static readonly Stamp Now = Stamp("bob", 2026);

    public static Stamp Stamp(string by, int year) => new(by, new(year, 12, 1, 9, 0, 0, TimeSpan.Zero));

    /// <summary>A draft of <see cref="AnEstablishment.Hospital"/>, every written answer given once.</summary>
    public static KeptSheet On(Grid grid, string written = "") => On(grid, AGrid.Answers(written));

    public static KeptSheet On(Grid grid, IReadOnlyList<Answer> answers)
    {
        var draft = StartDraft.Run("d", AnEstablishment.Hospital, grid, null, null, LastYear).Value!;
        return draft with { Answers = [.. answers.Select(answer => new KeptAnswer(answer.QuestionId, new(answer), 1, false, LastYear))] };
    }

    public static Outcome<Submitted> Submit(this KeptSheet draft, Grid grid, KitChoice? choice = null) =>
        Submission.Run(draft, grid, "2026.1", choice ?? KitChoice.Recommended, LastYear);

    /// <summary>The draft closed, with its answers.</summary>
    public static KeptSheet Submitted(this KeptSheet draft, Grid grid)
    {
        var outcome = draft.Submit(grid);
        Assert.That(outcome.Refusals, Is.Empty);
        return draft with { Assessment = outcome.Value!.Assessment };
    }
}
