using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;
using CrisisKits.Tests.Support;

namespace CrisisKits.Tests.Unit.Assessments.Keeping;

public sealed class CompareYearsTests
{
    private static readonly Theme A = AGrid.Theme("a", 2, AGrid.Question("a1", 1), AGrid.Question("a2", 2, allowsNotApplicable: true));
    private static readonly Theme B = AGrid.Theme("b", 1, AGrid.Question("b1", 1, allowsNotApplicable: true));
    private static readonly Grid Grid = AGrid.Of([A, B]);

    [Test]
    public void Each_theme_is_set_beside_itself_in_the_percentages_shown()
    {
        var comparison = CompareYears.Run(Reached(Grid, "a1=0 a2=1 b1=3"), Reached(Grid, "a1=3 a2=2 b1=1"));

        Assert.Multiple(() =>
        {
            Assert.That(comparison.Themes, Is.EqualTo(new ThemeChange[] { new("a", new(22, 77, null)), new("b", new(100, 33, null)) }));
            Assert.That(comparison.Themes.Select(theme => theme.Change.Difference), Is.EqualTo(new[] { 55, -67 }));
            Assert.That(comparison.Overall, Is.EqualTo(new Change(48, 62, null)));
            Assert.That((comparison.ThenLevel, comparison.NowLevel), Is.EqualTo((KitLevel.Intermediate, KitLevel.Intermediate)));
        });
    }

    [Test]
    public void A_theme_that_was_once_sans_objet_is_not_compared_nor_is_the_whole()
    {
        var comparison = CompareYears.Run(Reached(Grid, "a1=0 a2=1 b1=-"), Reached(Grid, "a1=3 a2=2 b1=1"));

        Assert.Multiple(() =>
        {
            Assert.That(comparison.Themes[1].Change, Is.EqualTo(new Change(null, 33, Incomparable.NotApplicable)));
            Assert.That(comparison.Themes[1].Change.Difference, Is.Null);
            Assert.That(comparison.Overall.Why, Is.EqualTo(Incomparable.NotApplicable));
            Assert.That(comparison.Themes[0].Change.Difference, Is.EqualTo(55));
        });
    }

    [Test]
    public void A_theme_sans_objet_both_years_leaves_the_whole_comparable() =>
        Assert.That(CompareYears.Run(Reached(Grid, "a1=0 a2=1 b1=-"), Reached(Grid, "a1=3 a2=2 b1=-")).Overall, Is.EqualTo(new Change(22, 77, null)));

    [Test]
    public void Themes_new_gone_or_made_of_other_questions_are_shown_and_not_compared()
    {
        var heavier = AGrid.Theme("a", 2, AGrid.Question("a1", 2), AGrid.Question("a2", 2));
        var c = AGrid.Theme("c", 1, AGrid.Question("c1", 1));

        var comparison = CompareYears.Run(Reached(Grid, "a1=0 a2=1 b1=3"), Reached(AGrid.Of([c, heavier]), "a1=3 a2=2 c1=3"));

        Assert.Multiple(() =>
        {
            Assert.That(comparison.Themes, Is.EqualTo(new ThemeChange[]
            {
                new("c", new(null, 100, Incomparable.NewTheme)),
                new("a", new(22, 83, Incomparable.GridChanged)),
                new("b", new(100, null, Incomparable.GoneTheme)),
            }));
            Assert.That(comparison.Themes.Select(theme => theme.Change.Difference), Is.All.Null);
            Assert.That(comparison.Overall.Why, Is.EqualTo(Incomparable.GridChanged));
        });
    }

    [Test]
    public void The_order_of_questions_and_themes_changes_nothing_but_a_theme_weight_changes_the_whole()
    {
        var turned = AGrid.Of([B, AGrid.Theme("a", 2, [.. A.Questions.Reverse()])]);
        var reweighed = AGrid.Of([A, B with { Weight = 2 }]);

        Assert.Multiple(() =>
        {
            Assert.That(CompareYears.Run(Reached(Grid, "a1=0 a2=1 b1=3"), Reached(turned, "a1=0 a2=1 b1=3")).Overall.Difference, Is.Zero);
            var comparison = CompareYears.Run(Reached(Grid, "a1=0 a2=1 b1=3"), Reached(reweighed, "a1=0 a2=1 b1=3"));
            Assert.That(comparison.Overall.Why, Is.EqualTo(Incomparable.GridChanged));
            Assert.That(comparison.Themes.Select(theme => theme.Change.Difference), Is.All.Zero);
        });
    }

    private static ReachedResult Reached(Grid grid, string written) => new(grid, ADraft.On(grid, written).Submit(grid).Value!.Result);
}
