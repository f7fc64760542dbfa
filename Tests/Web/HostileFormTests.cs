using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CrisisKits.Tests.Support;

namespace CrisisKits.Tests.Web;

/// <summary>What no form of ours sends: answered as the sender's fault, in no time, and nothing changes.</summary>
internal sealed class HostileFormTests : KeptFixture
{
    private string _draft = "";
    private string _token = "";
    private WebVisitor _rachid = null!;

    private string Theme => KeptApp.PageOf(_draft) + "/themes/gouvernance";

    private string[] Pages => [KeptApp.PageOf(_draft), Theme, Theme + $"?handler=Answer&question={KeptApp.Questions[0]}", "/etablissements/639999010/kits/beginner"];

    [SetUp]
    public async Task Open()
    {
        _draft = await App.DraftAsync();
        _rachid = await WebVisitor.SignInAsync(App, KeptApp.Rssi);
        _token = (await _rachid.OpenAsync(Theme)).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
    }

    [TearDown]
    public void Close() => _rachid.Dispose();

    [TestCase("application/json", "{}", 415)]
    [TestCase("text/plain", "a=b", 415)]
    [TestCase("application/x-www-form-urlencoded; charset=utf-7", "a=b", 415)]
    [TestCase("multipart/form-data; boundary=x", "--x\r\nbroken", 400)]
    [TestCase("multipart/form-data", "a=b", 400)]
    [TestCase("application/x-www-form-urlencoded", "a=b%00c", 400)]
    public async Task A_body_that_is_no_form_is_refused(string type, string body, int status)
    {
        foreach (var page in Pages)
        {
            using var content = new ByteArrayContent(Encoding.ASCII.GetBytes(body));
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
            Assert.That((int)await _rachid.SendRawAsync(page, _token, content), Is.EqualTo(status).Or.EqualTo(404), page);
        }
    }

    [Test]
    public async Task A_form_of_too_many_or_too_long_fields_is_refused()
    {
        foreach (var page in Pages.Skip(1))
            foreach (var fields in new[] { [("a", new string('x', 100_000))], Enumerable.Range(0, 2000).Select(key => ($"k{key}", "v")), [(new string('k', 5000), "v")] })
            {
                using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
                Assert.That(await _rachid.SendRawAsync(page, _token, content), Is.EqualTo(HttpStatusCode.BadRequest), page);
            }
    }

    [Test]
    public async Task A_handler_that_does_not_exist_is_not_found()
    {
        foreach (var page in Pages)
        {
            using var content = new FormUrlEncodedContent([new("sure", "true")]);
            Assert.That(await _rachid.SendRawAsync($"{page.Split('?')[0]}?handler=Delete", _token, content), Is.EqualTo(HttpStatusCode.NotFound), page);
        }
    }

    [Test]
    public async Task Texts_beyond_what_is_kept_are_refused_and_not_compared()
    {
        var words = string.Concat(Enumerable.Repeat("y ", 30_000));
        (await App.AnswerAsync(_draft, KeptApp.Questions[0], $$"""{"option":1,"comment":"{{words[..3999]}}"}""")).Dispose();
        using var answer = await _rachid.SendAsScriptAsync(
            $"{Theme}?handler=Answer&question={KeptApp.Questions[0]}", _token,
            ($"{KeptApp.Questions[0]}.said", ""), ($"{KeptApp.Questions[0]}.version", "0"), ($"{KeptApp.Questions[0]}.comment", words));
        // the other answer is shown; a table of thirty thousand words by two thousand would be 240 MB
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.PreconditionFailed));
    }

    [Test]
    public async Task Who_only_reads_is_refused_before_anything_is_looked_at()
    {
        using var reader = await WebVisitor.SignInAsync(App, "demo-reader");
        var token = (await reader.OpenAsync("/deconnexion")).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent([new($"{KeptApp.Questions[0]}.version", "1"), new($"{KeptApp.Questions[0]}.conflict", ""), new($"{KeptApp.Questions[0]}.keep", "")]);
        Assert.That(await reader.SendRawAsync(Theme, token, content), Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task A_draft_that_grew_since_it_was_shown_is_not_thrown_away()
    {
        var page = await _rachid.OpenAsync(KeptApp.PageOf(_draft) + "/abandon");
        (await App.AnswerAsync(_draft, KeptApp.Questions[0], """{"option":1}""", token: KeptApp.Contributor)).Dispose();
        page = await _rachid.SendAsync(page.QuerySelector("main form")!, ("sure", "true"));
        Assert.That(page.QuerySelector(".error-summary")!.TextContent, Does.Contain("rien n’a été effacé"));
        Assert.That(page.QuerySelector("main")!.TextContent, Does.Match("1\\sréponse, de"));
    }

    [Test]
    public async Task Private_answers_of_the_API_stay_on_no_disk_and_files_under_a_wrong_version_are_asked_again()
    {
        using var kept = await App.SendAsync(KeptApp.Rssi, "GET", _draft);
        Assert.That(kept.Headers.CacheControl!.NoStore);
        using var wrong = await App.SendAsync(KeptApp.Rssi, "GET", "/js/account.js?v=whatever");
        Assert.That(wrong.Headers.CacheControl!.ToString(), Is.EqualTo("no-cache"));
        var right = (await _rachid.OpenAsync(Theme)).QuerySelector("script[src*='account.js']")!.GetAttribute("src")!;
        using var versioned = await App.SendAsync(KeptApp.Rssi, "GET", right);
        Assert.That(versioned.Headers.CacheControl!.ToString(), Does.Contain("immutable"));
    }

    [TestCase("/erreur/200")]
    [TestCase("/erreur/-5")]
    [TestCase("/erreur/304")]
    public async Task Only_failures_have_a_page_of_failure(string address)
    {
        await _rachid.OpenAsync(address);
        Assert.That(_rachid.Status, Is.EqualTo(HttpStatusCode.NotFound));
    }
}
