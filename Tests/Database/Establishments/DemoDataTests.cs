using CrisisKits.Domain.Access;
using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Establishments;
using CrisisKits.Infrastructure.Access;
using CrisisKits.Infrastructure.Assessments;
using CrisisKits.Infrastructure.Assessments.Answers;
using CrisisKits.Infrastructure.Assessments.Results;
using CrisisKits.Infrastructure.Establishments;
using CrisisKits.Infrastructure.Establishments.Fictitious;
using CrisisKits.Infrastructure.Sql;
using CrisisKits.Tests.Support;

namespace CrisisKits.Tests.Database.Establishments;

/// <summary>The made-up directory: nobody can take it for real, and nothing real is near it.</summary>
internal sealed class DemoDataTests
{
    private TestStorage _storage = null!;

    [SetUp]
    public async Task Open() => _storage = await TestStorage.OpenAsync();

    [TearDown]
    public async Task Close() => await _storage.DisposeAsync();

    [Test]
    public async Task Its_establishments_cannot_be_taken_for_real_ones()
    {
        await Make(200, 1);
        var all = await _storage.ReadAsync(session => new EstablishmentStore(session).ListAsync("", 1000));
        Assert.Multiple(() =>
        {
            Assert.That(all, Has.Count.EqualTo(200));
            Assert.That(all, Is.All.Matches<EstablishmentRow>(row =>
                row!.Finess.StartsWith("96", StringComparison.Ordinal) && !FinessNumber.Parse(row.Finess)!.LooksMistyped
                && (row.Name.EndsWith(" (fictif)", StringComparison.Ordinal) || row.Name.EndsWith(" (fictive)", StringComparison.Ordinal)) && row.Source == "demo"));
            Assert.That(Department.Find("96"), Is.Null);
            // as if a file had said it
            Assert.That(all.Select(row => Describe(row).Read().Refusals), Is.All.Empty);
            Assert.That(all.Select(row => row.Region).Distinct(StringComparer.Ordinal).Count(), Is.GreaterThan(10));
            Assert.That(all.Count(row => row.Kind == "legal-entity"), Is.EqualTo(50));
        });
    }

    [Test]
    public async Task Each_result_is_the_one_its_answers_give()
    {
        var made = await Make(40, 2);
        Assert.That(made.Assessments, Is.InRange(40, 80));
        var (seen, levels) = (0, new HashSet<string>(StringComparer.Ordinal));
        foreach (var row in await _storage.ReadAsync(session => new EstablishmentStore(session).ListAsync("", 1000)))
            foreach (var listed in await _storage.ReadAsync(session => new AssessmentStore(session).ListAsync(FinessNumber.Parse(row.Finess)!, null, 10)))
            {
                var sheet = (await _storage.ReadAsync(session => new AnswerStore(session).ReadSheetAsync(listed.Assessment.Finess, listed.Assessment.Id)))!.Sheet;
                var result = await _storage.ReadAsync(session => new ResultStore(session).FindAsync(listed.Assessment));
                var score = Scoring.Run(AnswerSheet.Read(ShippedContent.Grids.Current, sheet.Given).Sheet!);
                Assert.That((result!.Overall, result.Level, result.Band, result.Answered), Is.EqualTo((score.Overall, score.Level, score.Band, score.Total)));
                Assert.That(listed.Assessment.State, Is.EqualTo(AssessmentState.Submitted));
                levels.Add(result.Level.ToString());
                seen++;
            }

        Assert.That((seen, levels.Count), Is.EqualTo((made.Assessments, 3)), "every level is met");
    }

    [Test]
    public async Task The_same_seed_makes_the_same_and_another_seed_another()
    {
        await Make(20, 1);
        await using var again = await TestStorage.OpenAsync();
        await Make(20, 1, again);
        await using var other = await TestStorage.OpenAsync();
        await Make(20, 1, other, seed: 2);
        Assert.That(await Names(again), Is.EqualTo(await Names(_storage)));
        Assert.That(await Names(other), Is.Not.EqualTo(await Names(_storage)));
    }

    [Test]
    public async Task Nothing_is_made_beside_a_real_directory_even_in_Development()
    {
        await Put(EstablishmentSource.Finess);
        Assert.That(async () => await Make(4, 1, isDevelopment: true), Throws.InstanceOf<StorageRefusedException>().With.Message.Contains("véritable annuaire"));
        await Put(EstablishmentSource.Hand);
        Assert.That(async () => await Make(4, 1, isDevelopment: true), Throws.InstanceOf<StorageRefusedException>());
        Assert.That(await _storage.CountAsync("Establishment"), Is.EqualTo(1));
    }

    [Test]
    public async Task Outside_Development_only_an_empty_database_takes_it()
    {
        await Put(EstablishmentSource.Demo);
        Assert.That(async () => await Make(4, 1), Throws.InstanceOf<StorageRefusedException>().With.Message.Contains("base vide"));
        await Make(4, 1, isDevelopment: true);
        Assert.That(async () => await Make(4, 1, isDevelopment: true), Throws.InstanceOf<StorageRefusedException>().With.Message.Contains("déjà un annuaire fictif"));
        await using var peopled = await TestStorage.OpenAsync();
        await peopled.WriteAsync(async session =>
        {
            await new PersonStore(session).PutAllAsync([(new("00000000000070008000000000000001", "Quelqu'un", true), Grants.None)], DateTimeOffset.UnixEpoch);
            return true;
        });
        Assert.That(async () => await Make(4, 1, peopled), Throws.InstanceOf<StorageRefusedException>().With.Message.Contains("base vide"));
    }

    [Test]
    public async Task Without_answers_results_are_there_for_lists()
    {
        await Make(20, 1, withAnswers: false);
        Assert.That((await _storage.CountAsync("Answer"), await _storage.CountAsync("Result")), Is.EqualTo((0, await _storage.CountAsync("Assessment"))));
        Assert.That(await _storage.CountAsync("Result"), Is.Positive);
    }

    [Test]
    public async Task Whoever_submitted_them_may_do_nothing()
    {
        await Make(4, 1);
        var found = await _storage.ReadAsync(session => new PersonStore(session).FindAsync("00000000000070008000000000000099"));
        Assert.That((found!.Value.Person.IsActive, found.Value.Grants.IsAdministrator), Is.EqualTo((false, false)));
    }

    private Task<DemoDataMade> Make(int establishments, int years, TestStorage? storage = null, int seed = 1, bool isDevelopment = false, bool withAnswers = true) =>
        new MakeDemoData((storage ?? _storage).Engine, ShippedContent.Grids, ShippedContent.Kits, TimeProvider.System)
            .RunAsync(new(establishments, years, seed, withAnswers), isDevelopment, _ => { }, CancellationToken.None);

    private Task<int> Put(EstablishmentSource source) => _storage.WriteAsync(session =>
        new EstablishmentStore(session).PutAllAsync([EstablishmentRow.Of(AnEstablishment.Hospital with { Name = "CH", Town = "V" }, DateTimeOffset.UnixEpoch, source)]));

    private static async Task<string> Names(TestStorage storage) =>
        string.Join('\n', (await storage.ReadAsync(session => new EstablishmentStore(session).ListAsync("", 1000))).Select(row => $"{row.Finess} {row.Name} {row.Commune}"));

    private static DescribedEstablishment Describe(EstablishmentRow row) => new()
    {
        Finess = row.Finess,
        Kind = row.Kind,
        Parent = row.ParentFiness,
        Name = row.Name,
        Category = row.Category,
        Town = row.Town,
        PostalCode = row.PostalCode,
        Commune = row.Commune,
        IsOpen = row.IsOpen,
    };
}
