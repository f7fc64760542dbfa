using CrisisKits.Domain.Establishments;
using CrisisKits.Infrastructure.Establishments;
using CrisisKits.Infrastructure.Sql;
using CrisisKits.Tests.Support;

namespace CrisisKits.Tests.Database.Establishments;

/// <summary>How establishments are found.</summary>
[TestFixtureSource(typeof(AllEngines))]
internal sealed class SearchTests(SqlDialect dialect) : EveryEngine(dialect)
{
    [SetUp]
    public Task Fill() => Storage.WriteAsync(session => new EstablishmentStore(session).PutAllAsync(
    [
        Row("639999010", "Centre hospitalier de l'Étang-Cœur (fictif)", "Valmorel"),
        Row("2A9999018", "Clinique Sainte-Ève (fictive)", "L'Étang"),
        Row("389999012", "Centre d'accueil 100 % (fictif)", "Roche-Pesante") with { IsOpen = false },
        Row("149999013", "Centre hospitalier (fictif)", "Bréval"),
        Row("149999005", "Centre hospitalier (fictif)", "Bréval"),
    ]));

    [TestCase("étang", "639999010 2A9999018")]
    [TestCase("ETANG coeur", "639999010")]
    [TestCase("cœur valmorel", "639999010")]
    [TestCase("hospi cent", "639999010 149999005 149999013")]
    [TestCase("tang", "")]
    [TestCase("63 999 901 0", "639999010")]
    [TestCase("6399", "639999010")]
    [TestCase("2a9999018", "2A9999018")]
    [TestCase("roche", "389999012")]
    [TestCase("%", "389999012 639999010 149999005 149999013 2A9999018")]
    [TestCase("'; DROP TABLE Establishment", "")]
    public async Task By_the_beginnings_of_words_without_accents_or_by_the_number(string typed, string expected) =>
        Assert.That(string.Join(' ', (await Search(typed, "", 10)).Select(row => row.Finess)), Is.EqualTo(expected));

    [Test]
    public async Task Page_after_page_each_is_found_once_those_of_one_name_too()
    {
        var found = new List<string>();
        for (var page = await Search("centre", "", 2); page.Count > 0; page = await Search("centre", found[^1], 2))
            found.AddRange(page.Select(row => row.Finess));
        Assert.That(found, Is.EqualTo(["389999012", "639999010", "149999005", "149999013"]));
    }

    [Test]
    public async Task A_name_that_changes_is_found_by_the_new_one()
    {
        await Storage.WriteAsync(session => new EstablishmentStore(session).PutAllAsync([Row("149999013", "Hôtel-Dieu (fictif)", "Bréval")]));
        Assert.That((await Search("hotel", "", 10)).Count, Is.EqualTo(1));
        Assert.That((await Search("centre breval", "", 10)).Count, Is.EqualTo(1));
    }

    private Task<IReadOnlyList<EstablishmentRow>> Search(string typed, string after, int take) =>
        Storage.ReadAsync(session => new EstablishmentStore(session).SearchAsync(SearchWords.Of(typed), after, take));

    private static EstablishmentRow Row(string finess, string name, string town) =>
        EstablishmentRow.Of(AnEstablishment.At(finess, "63999") with { Name = name, Town = town }, DateTimeOffset.UnixEpoch);
}
