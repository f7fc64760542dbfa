using System.Net;
using CrisisKits.Tests.Support;
using CrisisKits.Web.Site;
using Microsoft.Extensions.Configuration;

namespace CrisisKits.Tests.Web;

public sealed class SiteTests
{
    [Test]
    public void A_service_in_production_that_does_not_say_who_answers_for_it_does_not_start()
    {
        var refused = Assert.Throws<SiteRefusedException>(() => SiteSettings.Of(Settings(new Dictionary<string, string>(StringComparer.Ordinal)), mustBeComplete: true));
        foreach (var key in TestApp.Legal.Keys)
            Assert.That(refused!.Message, Does.Contain(key));
        Assert.That(() => SiteSettings.Of(Settings(new Dictionary<string, string>(StringComparer.Ordinal)), mustBeComplete: false), Throws.Nothing);
    }

    [TestCase("Site:Colours:Accent", "bleu", "#0d3461")]
    [TestCase("Site:Colours:Accent", "#ffee00", "ne se lit pas")]
    [TestCase("Site:Colours:OnAccent", "#0d3461", "ne se lit pas", "Site:Colours:Accent", "#0d3462")]
    [TestCase("Site:Logo", "/nulle/part.svg", ".svg ou .png")]
    [TestCase("Site:Logo", "/etc/passwd", ".svg ou .png")]
    [TestCase("Site:Accessibility:Rate", "101", "Site:Accessibility : un audit a un taux")]
    public void A_wrong_look_is_refused_and_says_what_would_be_right(string key, string value, string said, string? otherKey = null, string? otherValue = null)
    {
        var settings = new Dictionary<string, string>(TestApp.Legal, StringComparer.Ordinal) { [key] = value };
        if (otherKey is not null)
            settings[otherKey] = otherValue!;
        Assert.That(() => SiteSettings.Of(Settings(settings), mustBeComplete: true), Throws.TypeOf<SiteRefusedException>().With.Message.Contains(said).And.Message.Contains(key[..key.LastIndexOf(':')]));
    }

    [TestCase("#000000", 21)]
    [TestCase("#ffffff", 1)]
    [TestCase("#767676", 4.54)]
    public void Contrast_is_that_of_the_guideline(string colour, double contrast) =>
        Assert.That(Colour.Parse(colour)!.ContrastWith(Colour.White), Is.EqualTo(contrast).Within(0.01));

    [Test]
    public async Task A_deployer_changes_name_colours_and_logo_in_one_place()
    {
        using var folder = new TempFolder();
        var logo = folder.File("logo.svg");
        await File.WriteAllTextAsync(logo, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>");
        await using var app = new TestApp(configure: builder => builder
            .UseSetting("Site:Name", "Exercices d’Ici").UseSetting("Site:Colours:Accent", "#7a0044").UseSetting("Site:Logo", logo));
        using var client = app.CreateClient();
        var page = await client.GetStringAsync(new Uri("/", UriKind.Relative));
        Assert.That(page, Does.Contain("<span>Exercices d’Ici</span>").And.Contain("– Exercices d’Ici</title>"));
        var style = System.Text.RegularExpressions.Regex.Match(page, "/marque\\.css[^\"]*").Value;
        Assert.That(await client.GetStringAsync(new Uri(style, UriKind.Relative)), Is.EqualTo(":root{--accent:#7a0044;--accent-strong:#55002f;--on-accent:#ffffff}").Or.EqualTo(":root{--accent:#7a0044;--accent-strong:#55002f}"));
        var drawn = System.Text.RegularExpressions.Regex.Match(page, "/marque-logo[^\"]*").Value;
        using var response = await client.GetAsync(new Uri(drawn, UriKind.Relative));
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("image/svg+xml"));
    }

    [TestCase("/mentions-legales", "Agence d'essai")]
    [TestCase("/donnees-personnelles", "dpo@essai.example")]
    [TestCase("/accessibilite", "non conforme")]
    public async Task Anyone_reads_who_answers_for_the_service(string path, string said)
    {
        await using var app = new TestApp();
        using var client = app.CreateClient();
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()), Does.Contain(said).And.Not.Contain("à renseigner"));
    }

    [Test]
    public void An_audit_says_its_state_in_the_words_of_the_law() => Assert.Multiple(() =>
    {
        Assert.That(AccessibilityAudit.StateOf(null), Is.EqualTo("non conforme"));
        Assert.That(AccessibilityAudit.StateOf(new(49, new(2026, 11, 1), "X")), Is.EqualTo("non conforme"));
        Assert.That(AccessibilityAudit.StateOf(new(72, new(2026, 11, 1), "X")), Is.EqualTo("partiellement conforme"));
        Assert.That(AccessibilityAudit.StateOf(new(100, new(2026, 11, 1), "X")), Is.EqualTo("totalement conforme"));
    });

    private static IConfiguration Settings(IReadOnlyDictionary<string, string> values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Build();
}
