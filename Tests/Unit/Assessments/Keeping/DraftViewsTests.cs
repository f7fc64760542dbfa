using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;
using CrisisKits.Tests.Support;

namespace CrisisKits.Tests.Unit.Assessments.Keeping;

/// <summary>How far a draft is, and what moving it to another grid would do.</summary>
public sealed class DraftViewsTests
{
    private static readonly Question Reworded = AGrid.Question("a3", 1);
    private static readonly Grid Grid = AGrid.Of(
    [
        AGrid.Theme("a", 1, AGrid.Question("a1", 1), AGrid.Question("a2", 1, allowsNotApplicable: true), Reworded, AGrid.Question("a4", 1)),
        AGrid.Theme("b", 1, AGrid.Question("b1", 1)),
    ]);

    [Test]
    public void Progress_counts_what_is_really_answered_theme_by_theme()
    {
        var draft = ADraft.On(Grid, "a1=? a2=- a3=? b1=1");
        draft = draft with { Answers = [.. draft.Answers.Take(2), draft.Answers[2] with { ToConfirm = true }, draft.Answers[3] with { Given = null }] };

        Assert.That(ThemeProgress.Of(draft, Grid), Is.EqualTo(new ThemeProgress[] { new("a", Answered: 2, ToConfirm: 1, Missing: 1, DontKnow: 1), new("b", 0, 0, 1, 0) }));
    }

    [Test]
    public void A_preview_tells_what_comes_along_what_is_new_and_what_stays_behind()
    {
        var otherwise = Reworded with { Options = [new(0, "Autre"), new(1, ""), new(2, ""), new(3, "")] };
        var next = AGrid.Of([AGrid.Theme("c", 3, AGrid.Question("c1", 1), AGrid.Question("a1", 3), AGrid.Question("a2", 1), otherwise)]) with { Version = "next" };
        var draft = ADraft.On(Grid, "a1=2 a2=- b1=1");

        Assert.That(PreviewMigration.Run(draft, Grid, next).Value, Is.EqualTo(new MigratedQuestion[]
        {
            new("c1", MigrationFate.New, false),
            new("a1", MigrationFate.Carried, true),
            new("a2", MigrationFate.NoLongerAllowed, true),
            new("a3", MigrationFate.Reworded, false),
            new("a4", MigrationFate.Gone, false),
            new("b1", MigrationFate.Gone, true),
        }));
    }

    [Test]
    public void Only_the_wording_that_the_establishment_reads_counts()
    {
        var hospital = ADraft.On(Grid, "a3=2");
        var esms = hospital with { Assessment = hospital.Assessment with { Variant = KitVariant.Esms } };
        var next = AGrid.Of([AGrid.Theme("a", 1, Reworded with { Esms = new("Au siège ?", "", Reworded.Options) })]);

        Assert.Multiple(() =>
        {
            Assert.That(PreviewMigration.Run(hospital, Grid, next).Value![0].Fate, Is.EqualTo(MigrationFate.Carried));
            Assert.That(PreviewMigration.Run(esms, Grid, next).Value![0].Fate, Is.EqualTo(MigrationFate.Reworded));
        });
    }

    [Test]
    public void What_is_submitted_does_not_move()
    {
        var grid = AGrid.Of([AGrid.Theme("a", 1, AGrid.Question("a1", 1))]);

        Assert.That(PreviewMigration.Run(ADraft.On(grid, "a1=2").Submitted(grid), grid, Grid).Refusals.Single().Code, Is.EqualTo("submitted"));
    }
}
