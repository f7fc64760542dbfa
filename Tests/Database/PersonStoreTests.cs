using CrisisKits.Domain.Access;
using CrisisKits.Domain.Establishments;
using CrisisKits.Infrastructure.Access;
using CrisisKits.Infrastructure.Establishments;
using CrisisKits.Infrastructure.Sql;
using CrisisKits.Tests.Support;

namespace CrisisKits.Tests.Database;

[TestFixtureSource(typeof(AllEngines))]
internal sealed class PersonStoreTests(SqlDialect dialect) : EveryEngine(dialect)
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly Person Jeanne = new(new string('a', 32), "Jeanne Cœur 😀", IsActive: true);
    private static readonly Establishment Hospital = AnEstablishment.Hospital;
    private static readonly Establishment Site = AnEstablishment.At("639999028", "63998", parent: "639999010", category: "355");
    private static readonly Establishment Elsewhere = AnEstablishment.At("149999013", "14999");

    [SetUp]
    public Task Establishments() => Storage.WriteAsync(session =>
        new EstablishmentStore(session).PutAllAsync([.. new[] { Hospital, Site, Elsewhere }.Select(each => EstablishmentRow.Of(each, Now))]));

    [Test]
    public async Task A_person_is_found_before_an_establishment_with_the_grants_that_bear_on_it()
    {
        var region = new AgencyGrant(new Territory.OfRegion(Region.Find("84")!), AgencyRole.Lecteur);
        var national = new AgencyGrant(new Territory.National(), AgencyRole.Gestionnaire);
        await Put(Jeanne, new(Roles((Hospital, EstablishmentRole.Referent), (Elsewhere, EstablishmentRole.Lecteur)), [region, national], IsAdministrator: true));

        var acting = (await Find(Site))!;
        Assert.That((acting.Person, acting.Establishment), Is.EqualTo((Jeanne, Site)));
        Assert.That(acting.Grants.Establishments, Is.Empty);
        Assert.That(acting.Grants.Agencies, Is.EquivalentTo([region, national]));
        Assert.That(acting.Grants.IsAdministrator, Is.True);
        foreach (var (establishment, role) in new[] { (Hospital, EstablishmentRole.Referent), (Elsewhere, EstablishmentRole.Lecteur) })
            Assert.That((await Find(establishment))!.Grants.RoleFor(establishment.Finess), Is.EqualTo(role));
    }

    [TestCase(EstablishmentRole.Lecteur)]
    [TestCase(EstablishmentRole.Contributeur)]
    [TestCase(EstablishmentRole.Responsable)]
    [TestCase(EstablishmentRole.Referent)]
    public async Task Every_role_can_be_kept(EstablishmentRole role)
    {
        await Put(Jeanne, Grants.None with { Establishments = Roles((Hospital, role)) });
        Assert.That((await Find(Hospital))!.Grants.RoleFor(Hospital.Finess), Is.EqualTo(role));
    }

    [Test]
    public async Task A_group_covers_its_members_and_their_sites_and_nobody_else()
    {
        var group = new Territory.OfGroup("ght-1", new HashSet<FinessNumber> { Hospital.Finess });
        await Put(Jeanne, Grants.None with { Agencies = [new(group, AgencyRole.Lecteur)] });
        foreach (var (establishment, seen) in new[] { (Hospital, true), (Site, true), (Elsewhere, false) })
        {
            var acting = (await Find(establishment))!;
            Assert.That(acting.Grants.Agencies, Has.Count.EqualTo(1));
            Assert.That(acting.May(Act.ReadResultStatus).IsAllowed, Is.EqualTo(seen), establishment.Name);
        }
    }

    [Test]
    public async Task Put_again_replaces_a_person_and_all_the_grants()
    {
        await Put(Jeanne, new(Roles((Hospital, EstablishmentRole.Lecteur)), [new(new Territory.National(), AgencyRole.Lecteur)], IsAdministrator: true));
        await Put(Jeanne with { Name = "Jeanne", IsActive = false }, Grants.None);
        var acting = (await Find(Hospital))!;
        Assert.That(acting.Person, Is.EqualTo(Jeanne with { Name = "Jeanne", IsActive = false }));
        Assert.That((acting.Grants.Establishments.Count, acting.Grants.Agencies.Count, acting.Grants.IsAdministrator), Is.EqualTo((0, 0, false)));
    }

    [Test]
    public async Task Whoever_or_whatever_is_unknown_is_not_found()
    {
        Assert.That(await Find(Hospital), Is.Null);
        await Put(Jeanne, Grants.None);
        Assert.That(await Find(AnEstablishment.At("389999012", "38999")), Is.Null);
    }

    [Test]
    public async Task Finding_runs_one_statement()
    {
        var before = Storage.Engine.Statements;
        await Find(Hospital);
        Assert.That(Storage.Engine.Statements - before, Is.EqualTo(1));
    }

    [Test]
    public async Task The_demo_is_put_again_and_again_and_is_found_as_written()
    {
        var demo = new DemoContent(ShippedContent.Files);
        var seed = new SeedDemo(Storage.Engine, demo, TimeProvider.System);
        await seed.RunAsync(CancellationToken.None);
        await seed.RunAsync(CancellationToken.None);
        Assert.That(await Storage.CountAsync("Person"), Is.EqualTo(demo.People.Count));
        foreach (var person in demo.People)
            foreach (var establishment in demo.Establishments)
            {
                var acting = (await Storage.ReadAsync(session => new PersonStore(session).FindActingAsync(person.Person.Id, establishment.Finess)))!;
                Assert.That((acting.Person, acting.Establishment), Is.EqualTo((person.Person, establishment)));
                foreach (var act in Enum.GetValues<Act>())
                    Assert.That(acting.May(act), Is.EqualTo(Visibility.Of(person.Person, person.Grants, act, establishment)), $"{person.Token} {act} {establishment.Name}");
            }
    }

    private static Dictionary<FinessNumber, EstablishmentRole> Roles(params (Establishment Establishment, EstablishmentRole Role)[] roles) =>
        roles.ToDictionary(each => each.Establishment.Finess, each => each.Role);

    private Task<Acting?> Find(Establishment establishment) =>
        Storage.ReadAsync(session => new PersonStore(session).FindActingAsync(Jeanne.Id, establishment.Finess));

    private Task<bool> Put(Person person, Grants grants) => Storage.WriteAsync(async session =>
    {
        await new PersonStore(session).PutAllAsync([(person, grants)], Now);
        return true;
    });
}
