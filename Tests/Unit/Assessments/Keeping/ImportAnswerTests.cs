using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Tests.Support;

namespace CrisisKits.Tests.Unit.Assessments.Keeping;

/// <summary>A line of a workbook before what is kept: nothing is replaced that whoever filled it had not seen.</summary>
public sealed class ImportAnswerTests
{
    private static readonly GivenAnswer There = new(new Chosen("a1", 2), "Dit en réunion.");
    private static readonly GivenAnswer Other = new(new Chosen("a1", 1), "Dit en réunion.");
    private static readonly KeptAnswer Kept = new("a1", There, 3, false, ADraft.LastYear);
    private static readonly KeptAnswer Carried = Kept with { Version = 1, ToConfirm = true };
    private static readonly KeptAnswer Cleared = Kept with { Given = null, Version = 4 };

    [Test]
    public void What_was_not_answered_is_added() => Assert.Multiple(() =>
    {
        Assert.That(Run(null, Other, null), Is.EqualTo("Added"));
        Assert.That(Run(null, Other, 0), Is.EqualTo("Added"));
        Assert.That(Run(Cleared, Other, 4), Is.EqualTo("Added"));
        Assert.That(Run(Cleared, Other, null), Is.EqualTo("Added"));
    });

    [Test]
    public void What_was_seen_is_changed_and_what_is_equal_is_left() => Assert.Multiple(() =>
    {
        Assert.That(Run(Kept, Other, 3), Is.EqualTo("Changed"));
        Assert.That(Run(Kept, There with { Comment = null }, 3), Is.EqualTo("Changed"));
        Assert.That(Run(Kept, There, 3), Is.EqualTo("Unchanged"));
        Assert.That(Run(Kept, There, 1), Is.EqualTo("Unchanged"), "both came to the same answer");
        Assert.That(Run(Kept, There, null), Is.EqualTo("Unchanged"));
    });

    [Test]
    public void What_changed_since_or_was_never_seen_is_refused_unless_it_is_to_be_overwritten() => Assert.Multiple(() =>
    {
        Assert.That(Run(Kept, Other, 2), Is.EqualTo("ChangedSince"));
        Assert.That(Run(Kept, Other, 0), Is.EqualTo("ChangedSince"));
        Assert.That(Run(Cleared, There, 3), Is.EqualTo("ChangedSince"), "somebody cleared it");
        Assert.That(Run(Kept, Other, null), Is.EqualTo("Unseen"));
        Assert.That(Run(Kept, Other, 2, overwrite: true), Is.EqualTo("Changed"));
        Assert.That(Run(Kept, Other, null, overwrite: true), Is.EqualTo("Changed"));
        Assert.That(Run(Cleared, There, 3, overwrite: true), Is.EqualTo("Added"));
    });

    [Test]
    public void What_was_carried_over_is_confirmed_once_its_mark_is_taken_away() => Assert.Multiple(() =>
    {
        Assert.That(Run(Carried, There, 1), Is.EqualTo("Confirmed"));
        Assert.That(Run(Carried, There, 1, marked: true), Is.EqualTo("ToConfirm"));
        Assert.That(Run(Kept, There, 1, marked: true), Is.EqualTo("Unchanged"), "confirmed on screen meanwhile");
        Assert.That(Run(Carried, Other, 1), Is.EqualTo("Changed"));
        Assert.That(Run(Carried, Other, 1, marked: true), Is.EqualTo("StillToConfirm"), "changed, and the mark forgotten");
        Assert.That(Run(Kept, Other, 1, marked: true, overwrite: true), Is.EqualTo("ChangedSince"), "nobody read it again in the workbook");
        Assert.That(Run(null, Other, null, marked: true), Is.EqualTo("StillToConfirm"));
    });

    private static string Run(KeptAnswer? current, GivenAnswer mine, int? version, bool marked = false, bool overwrite = false)
    {
        var decision = ImportAnswer.Run(current, new(mine, version, marked), overwrite);
        Assert.That(decision.Effect is null, Is.EqualTo(decision.Conflict is not null));
        return $"{decision.Effect}{decision.Conflict}";
    }
}
