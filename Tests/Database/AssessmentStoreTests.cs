using CrisisKits.Domain.Access;
using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Access;
using CrisisKits.Infrastructure.Assessments;
using CrisisKits.Infrastructure.Assessments.Answers;
using CrisisKits.Infrastructure.Assessments.Results;
using CrisisKits.Infrastructure.Assessments.Themes;
using CrisisKits.Infrastructure.Establishments;
using CrisisKits.Infrastructure.Sql;
using CrisisKits.Tests.Support;

namespace CrisisKits.Tests.Database;

/// <summary>What the stores of assessments, answers and results promise.</summary>
[TestFixtureSource(typeof(AllEngines))]
internal sealed class AssessmentStoreTests(SqlDialect dialect) : EveryEngine(dialect)
{
    private static readonly Person Ann = new(new string('a', 32), "Ann", IsActive: true);
    private static readonly Person Bob = new(new string('b', 32), "Bob", IsActive: true);
    private static readonly Stamp ByAnn = new(Ann.Id, new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero).AddTicks(1));
    private static readonly Stamp ByBob = new(Bob.Id, DateTimeOffset.MaxValue);
    private static readonly Domain.Establishments.FinessNumber Finess = AnEstablishment.Hospital.Finess;

    private static readonly KeptAnswer[] Answers =
    [
        new("cleared", null, 7, false, ByAnn),
        new("none", new(new NotApplicable("none", "Pas de bloc.")), 1, false, ByBob),
        new("option", new(new Chosen("option", 3), "Cœur\n« é »\u202F😀 <b>", "=1+1"), int.MaxValue, true, ByAnn),
        new("unknown", new(new DontKnow("unknown")), 2, false, ByBob),
    ];

    private static readonly SubmittedResult Result = new()
    {
        GridVersion = "2026.1",
        Answered = 30,
        Themes = [new("b", 9, new Fraction(2, 3)), new("a", 0, null), new("c", int.MaxValue, new Fraction(0, 1))],
        Overall = new(2_000_000_000_003, 3_000_000_000_001),
        Range = new(60, 70, KitLevel.Beginner, KitLevel.Advanced),
        Band = KitLevel.Advanced,
        Level = KitLevel.Intermediate,
        GateIds = ["z", "a"],
        KitVersion = "2026.1",
        ChosenLevel = KitLevel.Advanced,
        Reason = "Déjà joué\u202F!",
    };

    [SetUp]
    public Task Known() => Storage.WriteAsync(async session =>
    {
        await new EstablishmentStore(session).PutAllAsync(
            [EstablishmentRow.Of(AnEstablishment.Hospital, ByAnn.At), EstablishmentRow.Of(AnEstablishment.At("149999013", "14999"), ByAnn.At)]);
        await new PersonStore(session).PutAllAsync([(Ann, Grants.None), (Bob, Grants.None)], ByAnn.At);
        return true;
    });

    [Test]
    public async Task A_draft_and_its_answers_come_back_as_they_were()
    {
        var draft = await Add('1');
        var sheet = (await Storage.ReadAsync(session => new AnswerStore(session).ReadSheetAsync(Finess, draft.Id)))!;
        Assert.That(sheet.Sheet.Assessment, Is.EqualTo(draft));
        Assert.That(sheet.Sheet.Answers, Is.EqualTo(Answers));
        Assert.That(sheet.Names, Is.EquivalentTo(new Dictionary<string, string>(StringComparer.Ordinal) { [Ann.Id] = "Ann", [Bob.Id] = "Bob" }));
        Assert.That(await Storage.ReadAsync(session => new AssessmentStore(session).FindAsync(Finess, draft.Id)), Is.EqualTo(draft));
        Assert.That(await Storage.ReadAsync(session => new AssessmentStore(session).FindOpenAsync(Finess)), Is.EqualTo(new OpenDraft(draft, "Ann")));
    }

    [Test]
    public async Task Who_is_in_charge_of_a_theme_comes_back_with_names_is_replaced_and_goes()
    {
        var draft = await Add('1');
        await Put(new("b", Bob.Id, ByAnn));
        await Put(new("a", Ann.Id, ByBob));
        await Put(new("b", Ann.Id, ByBob));
        Assert.That(await List(), Is.EqualTo(new ThemeAssignment[] { new("a", Ann.Id, ByBob), new("b", Ann.Id, ByBob) }));
        await Act(store => store.RemoveAsync(draft.Id, "a"));
        Assert.That(await List(), Is.EqualTo(new ThemeAssignment[] { new("b", Ann.Id, ByBob) }));
        await Act(store => store.DeleteAllAsync(draft.Id));
        Assert.That(await List(), Is.Empty);

        Task<bool> Act(Func<AssignmentStore, Task> act) => Storage.WriteAsync(async session =>
        {
            await act(new(session));
            return true;
        });

        Task Put(ThemeAssignment assignment) => Act(store => store.PutAsync(draft.Id, assignment));

        async Task<IReadOnlyList<ThemeAssignment>> List()
        {
            var sheet = (await Storage.ReadAsync(session => new AnswerStore(session).ReadSheetAsync(Finess, draft.Id)))!;
            Assert.That(sheet.Names.Keys, Is.SupersetOf(sheet.Assignments.SelectMany(each => new[] { each.PersonId, each.Assigned.By }).Distinct(StringComparer.Ordinal)));
            return sheet.Assignments;
        }
    }

    [Test]
    public async Task Nothing_is_found_under_another_establishment()
    {
        var draft = await Add('1');
        var other = AnEstablishment.Finess("149999013");
        Assert.That(await Storage.ReadAsync(session => new AssessmentStore(session).FindAsync(other, draft.Id)), Is.Null);
        Assert.That(await Storage.ReadAsync(session => new AssessmentStore(session).FindOpenAsync(other)), Is.Null);
        Assert.That(await Storage.ReadAsync(session => new AnswerStore(session).ReadSheetAsync(other, draft.Id)), Is.Null);
        Assert.That(await Storage.ReadAsync(session => new AnswerStore(session).FindAsync(other, draft.Id, "option")), Is.Null);
        Assert.That(await Storage.ReadAsync(session => new AssessmentStore(session).ListAsync(other, null, 9)), Is.Empty);
    }

    [Test]
    public async Task One_answer_is_found_with_its_assessment_and_its_author()
    {
        var draft = await Add('1');
        Assert.That(await FindAnswer(draft, "unknown"), Is.EqualTo(new FoundAnswer(draft, Answers[3], "Bob")));
        Assert.That(await FindAnswer(draft, "cleared"), Is.EqualTo(new FoundAnswer(draft, Answers[0], "Ann")));
        Assert.That(await FindAnswer(draft, "never"), Is.EqualTo(new FoundAnswer(draft, null, string.Empty)));
    }

    [Test]
    public async Task A_version_is_kept_over_the_one_before_it_only()
    {
        var draft = await Add('1');
        var changed = Answers[3] with { Given = new(new Chosen("unknown", 0), null, "Ici"), Version = 3, Answered = ByAnn };
        Assert.That(await Save(draft, changed with { Version = 4 }), Is.False);
        Assert.That(await Save(draft, changed with { Version = 2 }), Is.False);
        Assert.That(await Save(draft, changed with { Version = 1 }), Is.False, "a first answer where there is one");
        Assert.That(await FindAnswer(draft, "unknown"), Is.EqualTo(new FoundAnswer(draft, Answers[3], "Bob")));
        Assert.That(await Save(draft, changed), Is.True);
        Assert.That(await Save(draft, changed), Is.False);
        Assert.That(await FindAnswer(draft, "unknown"), Is.EqualTo(new FoundAnswer(draft, changed, "Ann")));
        var first = new KeptAnswer("new", new(new DontKnow("new")), 1, false, ByBob);
        Assert.That(await Save(draft, first), Is.True);
        Assert.That(await FindAnswer(draft, "new"), Is.EqualTo(new FoundAnswer(draft, first, "Bob")));
    }

    [Test]
    public async Task A_second_draft_of_an_establishment_is_not_added()
    {
        var draft = await Add('1');
        Assert.That(await Storage.WriteAsync(session => new AssessmentStore(session).AddAsync(draft with { Id = new string('2', 32) })), Is.False);
        Assert.That(await Storage.CountAsync("Assessment"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_deleted_draft_leaves_nothing_and_a_submitted_one_stays()
    {
        var draft = await Add('1');
        await Delete(draft);
        Assert.That((await Storage.CountAsync("Assessment"), await Storage.CountAsync("Answer")), Is.EqualTo((0, 0)));
        var submitted = await Submit(await Add('2'), Result);
        await Storage.WriteAsync(async session =>
        {
            await new AssessmentStore(session).DeleteDraftAsync(submitted.Id);
            return true;
        });
        Assert.That(await Storage.ReadAsync(session => new AssessmentStore(session).FindAsync(Finess, submitted.Id)), Is.EqualTo(submitted));
    }

    [Test]
    public async Task A_result_comes_back_exactly_and_a_draft_has_none()
    {
        var draft = await Add('1');
        Assert.That(await Storage.ReadAsync(session => new ResultStore(session).FindAsync(draft)), Is.Null);
        var submitted = await Submit(draft, Result);
        var found = (await Storage.ReadAsync(session => new ResultStore(session).FindAsync(submitted)))!;
        Assert.That(found.Themes, Is.EqualTo(Result.Themes));
        Assert.That(found.GateIds, Is.EqualTo(Result.GateIds));
        Assert.That(found with { Themes = Result.Themes, GateIds = Result.GateIds }, Is.EqualTo(Result));
        Assert.That(await Storage.ReadAsync(session => new ResultStore(session).FindAsync(draft)), Is.Null, "what was read as a draft never comes with a result");
        var sheet = await Storage.ReadAsync(session => new AnswerStore(session).ReadSheetAsync(Finess, draft.Id));
        Assert.That((sheet!.Sheet.Assessment, sheet.Names[Bob.Id]), Is.EqualTo((submitted, "Bob")));
    }

    [Test]
    public async Task The_newest_come_first_page_after_page_with_their_level()
    {
        var oldest = await Submit(await Add('1'), Result);
        var middle = await Submit(await Add('2'), Result with { Level = KitLevel.Advanced, ChosenLevel = KitLevel.Intermediate, Reason = null });
        var draft = await Add('3');
        var first = await Storage.ReadAsync(session => new AssessmentStore(session).ListAsync(Finess, null, 2));
        Assert.That(first, Is.EqualTo(new ListedAssessment[] { new(draft, null, null, null), new(middle, 66, KitLevel.Advanced, KitLevel.Intermediate) }));
        var next = await Storage.ReadAsync(session => new AssessmentStore(session).ListAsync(Finess, middle.Id, 2));
        Assert.That(next, Is.EqualTo(new ListedAssessment[] { new(oldest, 66, KitLevel.Intermediate, KitLevel.Advanced) }));
    }

    [Test]
    public async Task The_former_is_what_was_submitted_just_before_whatever_was_opened_first()
    {
        var openedLater = await Submit(await Add('3'), Result, ByAnn);
        var last = await Submit(await Add('1'), Result);
        await Add('0');
        Assert.That(await Storage.ReadAsync(session => new AssessmentStore(session).FindFormerAsync(last)), Is.EqualTo(openedLater));
        Assert.That(await Storage.ReadAsync(session => new AssessmentStore(session).FindFormerAsync(openedLater)), Is.Null);
    }

    [Test]
    public async Task Sharing_changes_alone()
    {
        var submitted = await Submit(await Add('1'), Result);
        await Storage.WriteAsync(async session =>
        {
            await new AssessmentStore(session).ChangeSharingAsync(submitted.Id, true, ByBob.At);
            return true;
        });
        Assert.That(await Storage.ReadAsync(session => new AssessmentStore(session).FindAsync(Finess, submitted.Id)), Is.EqualTo(submitted with { ShareDetail = true }));
    }

    private Task<Assessment> Add(char id) => Storage.WriteAsync(async session =>
    {
        var draft = new Assessment
        {
            Id = new string(id, 32),
            Finess = Finess,
            GridVersion = "2026.1",
            Variant = KitVariant.Esms,
            Created = ByAnn,
            Submitted = null,
            ShareDetail = false,
            CopiedFrom = null,
        };
        Assert.That(await new AssessmentStore(session).AddAsync(draft), Is.True);
        await new AnswerStore(session).AddAllAsync(draft.Id, Answers);
        return draft;
    });

    private Task<Assessment> Submit(Assessment draft, SubmittedResult result, Stamp? stamp = null) => Storage.WriteAsync(async session =>
    {
        var submitted = draft with { Submitted = stamp ?? ByBob };
        await new AssessmentStore(session).CloseAsync(draft.Id, submitted.Submitted);
        await new ResultStore(session).AddAsync(draft.Id, result);
        return submitted;
    });

    private Task<bool> Delete(Assessment draft) => Storage.WriteAsync(async session =>
    {
        await new AnswerStore(session).DeleteAllAsync(draft.Id);
        await new AssessmentStore(session).DeleteDraftAsync(draft.Id);
        return true;
    });

    private Task<FoundAnswer?> FindAnswer(Assessment draft, string questionId) =>
        Storage.ReadAsync(session => new AnswerStore(session).FindAsync(Finess, draft.Id, questionId));

    private Task<bool> Save(Assessment draft, KeptAnswer answer) => Storage.WriteAsync(session => new AnswerStore(session).SaveAsync(draft.Id, answer));
}
