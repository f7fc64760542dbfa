using CrisisKits.Domain.Establishments;
using CrisisKits.Domain.Kits;
using CrisisKits.Tests.Support;

namespace CrisisKits.Tests.Unit.Establishments;

public sealed class TerritoryTests
{
    [Test]
    public void Eighteen_regions_hold_each_of_the_101_departments_once()
    {
        var held = Region.All.SelectMany(region => region.DepartmentCodes).ToList();
        var metropolitan = Enumerable.Range(1, 95).Where(number => number != 20).Select(number => $"{number:00}").Concat(["2A", "2B"]);

        Assert.Multiple(() =>
        {
            Assert.That(Region.All.Select(region => region.Code), Is.EqualTo(
                ["01", "02", "03", "04", "06", "11", "24", "27", "28", "32", "44", "52", "53", "75", "76", "84", "93", "94"]));
            Assert.That(held, Is.EquivalentTo(metropolitan.Concat(["971", "972", "973", "974", "976"])));
        });
    }

    [TestCase("01004", "01", "84 Auvergne-Rhône-Alpes")]
    [TestCase("75056", "75", "11 Île-de-France")]
    [TestCase("33063", "33", "75 Nouvelle-Aquitaine")]
    [TestCase("2A004", "2A", "94 Corse")]
    [TestCase("2B033", "2B", "94 Corse")]
    [TestCase("97411", "974", "04 La Réunion")]
    [TestCase("97611", "976", "06 Mayotte")]
    [TestCase("97502", "975", null)]
    [TestCase("97701", "977", null)]
    [TestCase("97801", "978", null)]
    [TestCase("97123", "977", null)]
    [TestCase("97127", "978", null)]
    [TestCase("98613", "986", null)]
    [TestCase("98735", "987", null)]
    [TestCase("98818", "988", null)]
    public void The_commune_gives_the_department_and_the_department_the_region(string commune, string department, string? region) => Assert.Multiple(() =>
    {
        Assert.That(Department.OfCommune(commune)?.Code, Is.EqualTo(department));
        Assert.That(Department.OfCommune(commune)?.Region?.ToString(), Is.EqualTo(region));
    });

    [TestCase(null)]
    [TestCase("")]
    [TestCase("0100")]
    [TestCase("20004")]
    [TestCase("98411")]
    [TestCase("97901")]
    [TestCase("96001")]
    [TestCase("Paris")]
    public void What_is_no_commune_has_no_department(string? commune) => Assert.That(Department.OfCommune(commune), Is.Null);

    [TestCase("20004", "20000", "2A")]
    [TestCase("20004", "20167", "2A")]
    [TestCase("20033", "20200", "2B")]
    [TestCase("20033", "20600", "2B")]
    [TestCase("20004", "13001", null)]
    [TestCase("20004", null, null)]
    [TestCase("2A004", "20200", "2A")]
    public void A_Corsican_code_of_before_1976_is_told_apart_by_its_postal_code(string commune, string? postalCode, string? department) =>
        Assert.That(Department.OfCommune(commune, postalCode)?.Code, Is.EqualTo(department));

    [Test]
    public void The_region_comes_from_the_address_and_not_from_the_number()
    {
        var inMayotte = AnEstablishment.At("980599914", "97611");

        Assert.Multiple(() =>
        {
            Assert.That(Covers("06", inMayotte), Is.True);
            Assert.That(Region.All.Count(region => Covers(region.Code, inMayotte)), Is.EqualTo(1));
        });
    }

    [Test]
    public void Region_75_is_not_department_75() => Assert.Multiple(() =>
    {
        Assert.That(Covers("75", AnEstablishment.At("759999014", "75056")), Is.False);
        Assert.That(Covers("11", AnEstablishment.At("759999014", "75056")), Is.True);
        Assert.That(Covers("75", AnEstablishment.At("339999014", "33063")), Is.True);
    });

    [Test]
    public void The_collectivities_are_in_no_region_but_in_the_country()
    {
        var inSaintMartin = AnEstablishment.At("970199914", "97801");

        Assert.Multiple(() =>
        {
            Assert.That(Region.All.Where(region => Covers(region.Code, inSaintMartin)), Is.Empty);
            Assert.That(new Territory.National().Covers(inSaintMartin), Is.True);
        });
    }

    [Test]
    public void A_group_covers_its_members_and_their_sites_wherever_they_are()
    {
        var group = new Territory.OfGroup("valmorel", new HashSet<FinessNumber> { AnEstablishment.Finess("639999010"), AnEstablishment.Finess("389999012") });

        Assert.Multiple(() =>
        {
            Assert.That(group.Covers(AnEstablishment.Hospital), Is.True);
            Assert.That(group.Covers(AnEstablishment.At("639999028", "63999", parent: "639999010")), Is.True);
            Assert.That(group.Covers(AnEstablishment.At("389999012", "38999")), Is.True);
            Assert.That(group.Covers(AnEstablishment.At("149999021", "63999", parent: "149999013")), Is.False);
        });
    }

    [TestCase("500", KitVariant.Esms)]
    [TestCase("183", KitVariant.Esms)]
    [TestCase("255", KitVariant.Esms)]
    [TestCase("354", KitVariant.Esms)]
    [TestCase("101", KitVariant.Hospital)]
    [TestCase("127", KitVariant.Hospital)]
    [TestCase("292", KitVariant.Hospital)]
    [TestCase("355", KitVariant.Hospital)]
    [TestCase("362", KitVariant.Hospital)]
    [TestCase("365", KitVariant.Hospital)]
    [TestCase("999", KitVariant.Hospital)]
    [TestCase(null, KitVariant.Hospital)]
    public void The_category_chooses_the_wording(string? category, KitVariant variant) =>
        Assert.That(AnEstablishment.At("639999028", "63999", category: category).Variant, Is.EqualTo(variant));

    private static bool Covers(string region, Establishment establishment) => new Territory.OfRegion(Region.Find(region)!).Covers(establishment);
}
