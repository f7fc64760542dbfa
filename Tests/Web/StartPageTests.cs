using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using CrisisKits.Tests.Support;

namespace CrisisKits.Tests.Web;

public sealed class StartPageTests
{
    private TestApp _app = null!;
    private HttpClient _client = null!;

    [OneTimeSetUp]
    public void Start()
    {
        _app = new();
        _client = _app.CreateClient();
    }

    [OneTimeTearDown]
    public void Stop()
    {
        _client.Dispose();
        _app.Dispose();
    }

    [Test]
    public async Task It_offers_the_three_kits_the_blank_grid_and_the_api()
    {
        var page = await Page("/");
        Assert.Multiple(() =>
        {
            Assert.That(page.QuerySelectorAll("article.kit h3").Select(title => title.TextContent.Trim()),
                Is.EqualTo(new[] { "Kit débutant", "Kit intermédiaire", "Kit confirmé" }));
            Assert.That(page.QuerySelectorAll("a[href$='bundle.zip']"), Has.Count.EqualTo(3));
            Assert.That(page.QuerySelectorAll("a[href$='.pdf'][href*='/grids/']"), Is.Not.Empty);
            Assert.That(page.QuerySelector("a[href='/docs']"), Is.Not.Null);
        });
    }

    [Test]
    public async Task Every_link_of_the_page_answers_and_none_leaves_the_site()
    {
        var page = await Page("/");
        var addresses = page.QuerySelectorAll("[href], [src]")
            .Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!)
            .Where(address => !address.StartsWith('#')).Select(address => address.Split('#')[0]).Distinct(StringComparer.Ordinal).ToList();
        Assert.That(addresses, Has.Count.GreaterThan(15));
        foreach (var address in addresses)
        {
            Assert.That(address, Does.StartWith("/"));
            using var response = await _client.GetAsync(new Uri(address, UriKind.Relative));
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), address);
        }
    }

    [Test]
    public async Task It_has_landmarks_one_title_headings_without_jumps_and_no_inline_code()
    {
        var page = await Page("/");
        var levels = page.QuerySelectorAll("h1, h2, h3, h4").Select(heading => heading.LocalName[1] - '0').ToList();
        Assert.Multiple(() =>
        {
            Assert.That(page.DocumentElement.GetAttribute("lang"), Is.EqualTo("fr"));
            Assert.That(page.Title, Does.EndWith("CrisisKits"));
            Assert.That(page.QuerySelectorAll("header, nav, main, footer"), Has.Count.EqualTo(4));
            Assert.That(levels.Count(level => level == 1), Is.EqualTo(1));
            Assert.That(levels.Zip(levels.Skip(1), (before, after) => after - before), Is.All.LessThanOrEqualTo(1));
            Assert.That(page.QuerySelectorAll("[style], style, script:not([src])"), Is.Empty);
            Assert.That(page.QuerySelectorAll("[id]").Select(element => element.Id), Is.Unique);
        });
    }

    [Test]
    public async Task A_page_that_does_not_exist_says_so_in_French_with_a_way_back()
    {
        using var response = await _client.GetAsync(new Uri("/nulle-part", UriKind.Relative));
        var text = await response.Content.ReadAsStringAsync();
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(WebUtility.HtmlDecode(text), Does.Contain("Page introuvable").And.Contain("Revenir à l’accueil"));
    }

    [TestCase("POST", "/")]
    [TestCase("DELETE", "/")]
    [TestCase("POST", "/css/site.css")]
    public async Task What_is_only_read_says_so_to_who_sends_something(string method, string path)
    {
        using var request = new HttpRequestMessage(new(method), new Uri(path, UriKind.Relative));
        using var response = await _client.SendAsync(request);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.MethodNotAllowed));
        Assert.That(response.Content.Headers.Allow, Is.EqualTo(new[] { "GET", "HEAD" }));
        Assert.That(WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()), Does.Contain("Cette adresse se lit"));
    }

    [Test]
    public async Task A_page_that_does_not_exist_says_so_to_POST_too()
    {
        using var response = await _client.PostAsync(new Uri("/nulle-part", UriKind.Relative), null);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task The_first_visit_weighs_under_sixty_kilobytes()
    {
        var weight = 0;
        foreach (var address in new[] { "/", "/css/tokens.css", "/css/site.css", "/icon.svg" })
            weight += (await _client.GetByteArrayAsync(new Uri(address, UriKind.Relative))).Length;
        Assert.That(weight, Is.LessThan(60_000));
    }

    private async Task<IDocument> Page(string path)
    {
        var html = await _client.GetStringAsync(new Uri(path, UriKind.Relative));
        return await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html));
    }
}
