using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Establishments;
using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;
using CrisisKits.Tests.Support;

namespace CrisisKits.Tests.Unit.Assessments.Keeping;

public sealed class StartDraftTests
{
    private static readonly Grid Grid = AGrid.Of([AGrid.Theme("a", 1, AGrid.Question("a1", 1), AGrid.Question("a2", 1, allowsNotApplicable: true))]);
    private static readonly Grid Next = AGrid.Of([AGrid.Theme("a", 1, AGrid.Question("a2", 1), AGrid.Question("a3", 1), AGrid.Question("a1", 1))]) with { Version = "next" };

    [Test]
    public void An_empty_draft_is_on_its_grid_in_the_wording_of_its_establishment()
    {
        var ehpad = AnEstablishment.At("879999027", "87999", parent: "879999019", category: "500");

        var draft = StartDraft.Run("id", ehpad, Grid, null, null, ADraft.Now).Value!;

        Assert.That(draft.Answers, Is.Empty);
        Assert.That(draft.Assessment, Is.EqualTo(new Assessment
        {
            Id = "id",
            Finess = ehpad.Finess,
            GridVersion = "test",
            Variant = KitVariant.Esms,
            Created = ADraft.Now,
            Submitted = null,
            ShareDetail = false,
            CopiedFrom = null,
        }));
        Assert.That(draft.Assessment.State, Is.EqualTo(AssessmentState.Draft));
    }

    [Test]
    public void Answers_of_last_year_come_along_to_be_confirmed_with_what_was_said_of_them()
    {
        var former = ADraft.On(Grid, "a1=2 a2=?").Submitted(Grid);
        former = former with { Answers = [former.Answers[0] with { Version = 7, Given = new(new Chosen("a1", 2), "Un mot.", "GED 1") }, former.Answers[1]] };

        var draft = Start(former, Grid).Value!;

        Assert.Multiple(() =>
        {
            Assert.That(draft.Assessment.CopiedFrom, Is.EqualTo(former.Assessment.Id));
            Assert.That(draft.Assessment.ShareDetail, Is.False);
            Assert.That(draft.Answers, Is.EqualTo(new[]
            {
                new KeptAnswer("a1", new(new Chosen("a1", 2), "Un mot.", "GED 1"), 1, true, ADraft.LastYear),
                new KeptAnswer("a2", new(new DontKnow("a2")), 1, true, ADraft.LastYear),
            }));
        });
    }

    [Test]
    public void What_the_new_grid_no_longer_has_or_allows_stays_behind()
    {
        var shorter = AGrid.Of([AGrid.Theme("a", 1, AGrid.Question("a3", 1), AGrid.Question("a2", 1))]) with { Version = "shorter" };
        var former = ADraft.On(Grid, "a1=2 a2=-").Submitted(Grid);

        Assert.Multiple(() =>
        {
            Assert.That(Start(former, Next).Value!.Answers.Select(kept => kept.QuestionId), Is.EqualTo(["a1"]), "a2 no longer allows sans objet");
            Assert.That(Start(former, shorter).Value!.Answers, Is.Empty);
            Assert.That(Start(former, Next).Value!.Assessment.GridVersion, Is.EqualTo("next"));
        });
    }

    [Test]
    public void One_does_not_start_over_an_open_draft_nor_from_a_draft_nor_from_elsewhere()
    {
        var draft = ADraft.On(Grid, "a1=2 a2=1");
        var elsewhere = AnEstablishment.At("149999013", "14999");

        Assert.Multiple(() =>
        {
            Assert.That(Start(null, Grid, open: draft.Assessment).Refusals, Is.EqualTo([StartDraft.DraftAlreadyOpen]));
            Assert.That(Start(draft, Grid).Refusals.Single().Code, Is.EqualTo("from-draft"));
            Assert.That(Start(draft.Submitted(Grid), Grid, elsewhere).Refusals.Single().Code, Is.EqualTo("from-elsewhere"));
            Assert.That(Start(draft.Submitted(Grid), Grid, elsewhere).Value, Is.Null);
        });
    }

    private static Outcome<KeptSheet> Start(KeptSheet? former, Grid grid, Establishment? establishment = null, Assessment? open = null) =>
        StartDraft.Run("new", establishment ?? AnEstablishment.Hospital, grid, open, former, ADraft.Now);
}
