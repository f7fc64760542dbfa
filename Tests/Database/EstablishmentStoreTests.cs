using CrisisKits.Infrastructure.Establishments;
using CrisisKits.Infrastructure.Sql;

namespace CrisisKits.Tests.Database;

[TestFixtureSource(typeof(AllEngines))]
internal sealed class EstablishmentStoreTests(SqlDialect dialect) : EveryEngine(dialect)
{
    private static readonly EstablishmentRow Hospital = new()
    {
        Finess = "010003812",
        Kind = "legal-entity",
        Name = "Centre hospitalier « Cœur de l'Étang »\u202F😀",
        Category = "355",
        Town = "Bœurs-en-Othe",
        PostalCode = "01000",
        Commune = "2A004",
        Department = "2A",
        Region = "94",
        IsOpen = true,
        ChangedAt = new(2026, 1, 31, 7, 5, 9, TimeSpan.FromHours(1)),
    };

    private static readonly EstablishmentRow Site = new()
    {
        Finess = "2A0000154",
        Kind = "site",
        ParentFiness = Hospital.Finess,
        Name = "Site",
        Town = "Ville",
        Department = "976",
        IsOpen = false,
        ChangedAt = DateTimeOffset.MaxValue,
    };

    [Test]
    public async Task What_was_put_is_found_as_it_was()
    {
        Assert.That(await Put(Hospital, Site), Is.EqualTo(2));
        Assert.That(await Find(Hospital.Finess), Is.EqualTo(Hospital));
        Assert.That(await Find(Site.Finess), Is.EqualTo(Site));
    }

    [Test]
    public async Task An_unknown_number_finds_nothing() => Assert.That(await Find("999999999"), Is.Null);

    [Test]
    public async Task Put_again_replaces_and_leaves_the_others()
    {
        await Put(Hospital, Site);
        var renamed = Hospital with { Name = "Autre nom", Region = null, IsOpen = false };
        Assert.That(await Put(renamed), Is.Zero);
        Assert.That((await Find(Hospital.Finess), await Find(Site.Finess)), Is.EqualTo((renamed, Site)));
    }

    [Test]
    public async Task A_site_without_its_parent_puts_nothing_at_all()
    {
        Assert.That(() => Put(Hospital with { Finess = "010003820" }, Site), Throws.InstanceOf<System.Data.Common.DbException>());
        Assert.That(await Storage.CountAsync("Establishment"), Is.Zero);
    }

    [Test]
    public async Task Finding_runs_one_statement()
    {
        var before = Storage.Engine.Statements;
        await Find(Hospital.Finess);
        Assert.That(Storage.Engine.Statements - before, Is.EqualTo(1));
    }

    private Task<EstablishmentRow?> Find(string finess) => Storage.ReadAsync(session => new EstablishmentStore(session).FindAsync(finess));

    private Task<int> Put(params EstablishmentRow[] rows) => Storage.WriteAsync(session => new EstablishmentStore(session).PutAllAsync(rows));
}
