using CrisisKits.Domain.Access;
using CrisisKits.Domain.Establishments;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Access;
using CrisisKits.Infrastructure.Content;
using CrisisKits.Tests.Support;

namespace CrisisKits.Tests.Content;

public sealed class DemoContentTests
{
    private const string Establishments = "demo/establishments.yaml";
    private const string People = "demo/people.yaml";
    private static readonly DemoContent Demo = new(ShippedContent.Files);

    [Test]
    public void Twelve_establishments_of_every_kind_say_that_they_are_fictitious() => Assert.Multiple(() =>
    {
        Assert.That(Demo.Establishments, Has.Count.EqualTo(12));
        Assert.That(Demo.Establishments.Select(establishment => establishment.Name), Is.All.Match(@"\(fictif|fictive\)$"));
        Assert.That(Demo.Establishments.Select(establishment => establishment.Finess.Value), Is.All.Match("^(..9999|97.4999)"));
        Assert.That(Demo.Establishments.Select(establishment => establishment.Region!.Name).Distinct(StringComparer.Ordinal), Is.SupersetOf(["Auvergne-Rhône-Alpes", "Normandie", "Nouvelle-Aquitaine", "Bretagne", "Occitanie", "Corse", "La Réunion"]));
        Assert.That(Demo.Establishments.Select(establishment => establishment.Variant), Does.Contain(KitVariant.Esms));
        Assert.That(Demo.Establishments.Count(establishment => establishment.Parent?.Value == "639999010"), Is.EqualTo(2));
    });

    [TestCase("demo-rssi", "639999010", Act.Submit, true)]
    [TestCase("demo-rssi", "639999028", Act.ReadAssessment, false)]
    [TestCase("demo-contributor", "639999010", Act.Answer, true)]
    [TestCase("demo-contributor", "639999010", Act.Submit, false)]
    [TestCase("demo-reader", "639999010", Act.ReadAssessment, true)]
    [TestCase("demo-reader", "639999010", Act.Answer, false)]
    [TestCase("demo-referent", "389999012", Act.Submit, true)]
    [TestCase("demo-referent", "639999036", Act.Submit, true)]
    [TestCase("demo-ars", "389999012", Act.ReadResultStatus, true)]
    [TestCase("demo-ars", "149999013", Act.ReadResultStatus, false)]
    [TestCase("demo-ars-manager", "639999010", Act.ReadResultStatus, true)]
    [TestCase("demo-national", "2A9999018", Act.ReadStatistics, true)]
    [TestCase("demo-national", "2A9999018", Act.ReadResultStatus, false)]
    [TestCase("demo-admin", "639999010", Act.ReadAssessment, false)]
    public void Demo_people_may_do_what_their_name_says(string token, string finess, Act act, bool allowed)
    {
        var person = Demo.People.Single(each => each.Token == token);
        var target = Demo.Establishments.Single(each => each.Finess.Value == finess);

        Assert.That(Visibility.Of(person.Person, person.Grants, act, target).IsAllowed, Is.EqualTo(allowed));
    }

    [Test]
    public void Every_role_has_somebody_to_try_it() => Assert.Multiple(() =>
    {
        Assert.That(Demo.People.SelectMany(person => person.Grants.Establishments.Values).Distinct(), Is.EquivalentTo(Enum.GetValues<EstablishmentRole>()));
        Assert.That(Demo.People.SelectMany(person => person.Grants.Agencies).Select(grant => grant.Role).Distinct(), Is.EquivalentTo(Enum.GetValues<AgencyRole>()));
        Assert.That(Demo.People.SelectMany(person => person.Grants.Agencies).Select(grant => grant.Territory), Has.Some.TypeOf<Territory.National>());
        Assert.That(Demo.People.Count(person => person.Grants.IsAdministrator), Is.EqualTo(1));
    });

    [TestCase(Establishments, "finess: \"639999028\"", "finess: \"639999029\"", "la clé (dernier chiffre) n'est pas la bonne")]
    [TestCase(Establishments, "finess: \"639999028\"", "finess: \"63999902\"", "n'est pas un numéro FINESS")]
    [TestCase(Establishments, "finess: \"639999028\"", "finess: \"639999010\"", "« 639999010 » est déjà pris")]
    [TestCase(Establishments, "  parent: \"639999010\"\n", "", "il manque la clé « parent »")]
    [TestCase(Establishments, "parent: \"149999013\"", "parent: \"349999011\"", "« 349999011 » n'est pas un établissement écrit plus haut")]
    [TestCase(Establishments, "parent: \"149999013\"", "parent: \"639999028\"", "un site dépend d'une entité juridique")]
    [TestCase(Establishments, "kind: site", "kind: hospital", "« kind » doit être legal-entity ou site")]
    [TestCase(Establishments, "kind: site", "kind: legal-entity", "clé inconnue « parent »")]
    [TestCase(Establishments, "category: \"500\"", "category: EHPAD", "n'est pas une catégorie")]
    [TestCase(Establishments, "commune: \"2A999\"", "commune: \"20999\"", "n'est pas un code de commune")]
    [TestCase(People, "token: demo-reader", "token: demo-rssi", "« demo-rssi » est déjà pris")]
    [TestCase(People, "000000000002\"", "000000000001\"", "est déjà pris")]
    [TestCase(People, "000000000002\"", "00000000000Z\"", "n'est pas un identifiant de personne")]
    [TestCase(People, "finess: \"389999012\"", "finess: \"549999019\"", "n'est pas un établissement écrit plus haut")]
    [TestCase(People, "finess: \"389999012\"", "finess: \"639999010\"", "un seul rôle par établissement")]
    [TestCase(People, "role: contributeur", "role: contributrice", "« role » doit être lecteur ou contributeur ou responsable ou referent")]
    [TestCase(People, "region: \"84\", role: lecteur", "region: \"85\", role: lecteur", "« 85 » n'est pas une région")]
    [TestCase(People, "territory: national, role", "territory: national, region: \"84\", role", "clé inconnue « region »")]
    [TestCase(People, "administrator: true", "adminstrator: true", "clé inconnue « adminstrator »")]
    public void A_mistake_in_the_demonstration_is_said_in_French_where_it_is(string file, string passage, string replacement, string expected)
    {
        var text = ShippedContent.Files.Text(file);
        var at = text.IndexOf(passage, StringComparison.Ordinal);
        Assert.That(at, Is.Not.Negative);
        var spoilt = text[..at] + replacement + text[(at + passage.Length)..];
        var files = new ContentFiles(ShippedContent.Files.Paths.Select(path => KeyValuePair.Create(path, path == file ? spoilt : ShippedContent.Files.Text(path))));

        var mistake = Assert.Throws<ContentException>(() => _ = new DemoContent(files));

        Assert.That(mistake!.Problems.Where(problem => problem.File == file && problem.Line > 1).Select(problem => problem.Message), Has.Some.Contains(expected), mistake.Message);
    }
}
