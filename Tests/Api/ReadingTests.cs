using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CrisisKits.Api.Http;
using CrisisKits.Api.Http.Failures;
using CrisisKits.Api.Http.Reading;
using CrisisKits.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace CrisisKits.Tests.Api;

/// <summary>What anyone may read: grids, the description of the API, its pages, health.</summary>
[TestFixture("Development")]
[TestFixture("Production")]
public sealed class ReadingTests(string environment)
{
    private TestApp _app = null!;
    private HttpClient _client = null!;

    [OneTimeSetUp]
    public void Start()
    {
        _app = new TestApp(environment);
        _client = _app.CreateClient();
    }

    [OneTimeTearDown]
    public void Stop()
    {
        _client.Dispose();
        _app.Dispose();
    }

    [TestCase("/api/v1/grids", HttpStatusCode.OK, "application/json")]
    [TestCase("/api/v1/grids/current", HttpStatusCode.OK, "application/json")]
    [TestCase("/api/v1/grids/2026.1", HttpStatusCode.OK, "application/json")]
    [TestCase("/api/v1/grids/zzz", HttpStatusCode.NotFound, "application/problem+json")]
    [TestCase("/openapi/v1.json", HttpStatusCode.OK, "application/json")]
    [TestCase("/docs/", HttpStatusCode.OK, "text/html")]
    [TestCase("/docs/scalar.js", HttpStatusCode.OK, "text/javascript")]
    [TestCase("/docs/evil", HttpStatusCode.NotFound, "text/html")]
    [TestCase("/docs/scalar.js.map", HttpStatusCode.NotFound, "text/html")]
    [TestCase("/health/live", HttpStatusCode.OK, "text/plain")]
    [TestCase("/health/ready", HttpStatusCode.OK, "text/plain")]
    public async Task Each_address_answers_in_its_format_with_the_same_safe_headers(string path, HttpStatusCode status, string type)
    {
        using var response = await Get(path);
        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(status));
            Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo(type));
            Assert.That(response.Headers.GetValues("Trace-Id").Single(), Has.Length.GreaterThanOrEqualTo(8));
            Assert.That(response.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(["nosniff"]));
            Assert.That(response.Headers.GetValues("Content-Security-Policy").Single(), Does.StartWith("default-src 'none'").And.Contain("frame-ancestors 'none'"));
            Assert.That(response.Headers.Server, Is.Empty);
        });
    }

    [Test]
    public async Task A_grid_has_the_published_shape()
    {
        var grid = await TestApp.JsonOf(await Get("/api/v1/grids/current"));
        var question = grid.GetProperty("themes")[0].GetProperty("questions")[0];
        Assert.Multiple(() =>
        {
            Assert.That(Names(grid), Is.EqualTo("version bands themes gates"));
            Assert.That(Names(grid.GetProperty("bands")[0]), Is.EqualTo("level from"));
            Assert.That(Names(grid.GetProperty("themes")[0]), Is.EqualTo("id title weight questions"));
            Assert.That(Names(question), Is.EqualTo("id text why help askWhom evidence perspective weight allowsNotApplicable options sources esms"));
            Assert.That(Names(question.GetProperty("options")[0]), Is.EqualTo("value label"));
            Assert.That(Names(grid.GetProperty("gates")[0]), Is.EqualTo("id cap message when"));
            Assert.That(Names(grid.GetProperty("gates")[0].GetProperty("when")[0]), Is.EqualTo("questionId atMost"));
            Assert.That(question.GetProperty("perspective").GetString(), Is.AnyOf("strategic", "operational"));
        });
    }

    [TestCase("/api/v1/grids")]
    [TestCase("/api/v1/grids/current")]
    public async Task Who_already_has_a_version_gets_304(string path)
    {
        using var first = await Get(path);
        var tag = first.Headers.ETag!;
        Assert.That(first.Headers.CacheControl?.NoCache, Is.True);
        Assert.That(first.Headers.Vary, Is.EqualTo(["Accept-Language"]));
        foreach (var sent in new[] { tag.ToString(), "W/" + tag, "\"other\", " + tag, "*" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
            request.Headers.TryAddWithoutValidation("If-None-Match", sent);
            using var again = await _client.SendAsync(request);
            Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.NotModified), sent);
            Assert.That(again.Headers.ETag, Is.EqualTo(tag));
            Assert.That(await again.Content.ReadAsByteArrayAsync(), Is.Empty);
        }

        using var changed = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        changed.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"other\""));
        using var whole = await _client.SendAsync(changed);
        Assert.That(whole.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task The_description_of_the_API_is_the_approved_one()
    {
        using var response = await Get("/openapi/v1.json");
        var received = (await response.Content.ReadAsStringAsync()).ReplaceLineEndings("\n").TrimEnd() + "\n";
        var approved = Beside("openapi.approved.json");
        if (File.Exists(approved) && await File.ReadAllTextAsync(approved) == received)
            return;
        var proposed = Path.Combine(TestContext.CurrentContext.WorkDirectory, "openapi.received.json");
        await File.WriteAllTextAsync(proposed, received);
        Assert.Fail($"The API changed: compare {proposed} with {approved}; to approve it, copy the first over the second.");
    }

    [Test]
    public async Task The_example_of_the_description_is_the_README_s_and_is_answered()
    {
        var description = await TestApp.JsonOf(await Get("/openapi/v1.json"));
        var example = description.GetProperty("paths").GetProperty("/api/v1/scores").GetProperty("post").GetProperty("requestBody")
            .GetProperty("content").GetProperty("application/json").GetProperty("example");
        var readme = await File.ReadAllTextAsync(Beside("../../README.md"));
        Assert.That(string.Concat(readme.Where(character => !char.IsWhiteSpace(character))), Does.Contain(JsonSerializer.Serialize(example)));
        using var content = TestApp.Json(example.GetRawText());
        using var response = await _client.PostAsync(new Uri("/api/v1/scores", UriKind.Relative), content);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), await response.Content.ReadAsStringAsync());
    }

    [Test]
    public async Task The_words_a_parameter_may_be_are_in_the_description_and_are_all_understood()
    {
        var description = await TestApp.JsonOf(await Get("/openapi/v1.json"));
        var parameters = description.GetProperty("paths").GetProperty("/api/v1/kits/{version}/{level}/{audience}.pdf").GetProperty("get").GetProperty("parameters")
            .EnumerateArray().ToDictionary(parameter => parameter.GetProperty("name").GetString()!, parameter => parameter.GetProperty("schema"), StringComparer.Ordinal);
        foreach (var level in Words("level"))
            foreach (var variant in Words("variant"))
                foreach (var audience in Words("audience"))
                {
                    using var response = await _client.SendAsync(new(HttpMethod.Head, $"/api/v1/kits/current/{level}/{audience}.pdf?variant={variant}"));
                    Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), $"{level} {variant} {audience}");
                }

        IEnumerable<string?> Words(string parameter)
        {
            Assert.That(parameters[parameter].GetProperty("type").GetString(), Is.EqualTo("string"), parameter);
            return parameters[parameter].GetProperty("enum").EnumerateArray().Select(word => word.GetString());
        }
    }

    [Test]
    public async Task The_pages_of_the_API_run_only_our_own_scripts_and_fetch_nothing_from_outside()
    {
        using var response = await Get("/docs/");
        var html = await response.Content.ReadAsStringAsync();
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        var scripts = Regex.Matches(html, "<script[^>]*>(?<code>.*?)</script>", RegexOptions.Singleline | RegexOptions.ExplicitCapture).Select(match => match.Groups["code"].Value);
        Assert.Multiple(() =>
        {
            Assert.That(html, Does.Contain("<html lang=\"fr\">"));
            Assert.That(html, Does.Not.Contain("http://").And.Not.Contain("https://").And.Contain("\"telemetry\":false"));
            foreach (var script in scripts.Where(script => script.Length > 0))
                Assert.That(policy, Does.Contain($"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'"));
            Assert.That(policy, Does.Not.Contain("http").And.Contain("connect-src 'self'"));
            Assert.That(Regex.Match(policy, "script-src[^;]*", RegexOptions.None).Value, Does.Not.Contain("unsafe"));
        });
    }

    [Test]
    public async Task A_bug_answers_500_without_its_details()
    {
        var context = new DefaultHttpContext { Request = { Path = "/api/v1/grids" }, Response = { Body = new MemoryStream() } };
        await new HandleFailures(NullLogger<HandleFailures>.Instance).TryHandleAsync(context, new InvalidOperationException("secret"), default);
        context.Response.Body.Position = 0;
        var text = await new StreamReader(context.Response.Body).ReadToEndAsync();
        Assert.That(context.Response.StatusCode, Is.EqualTo(500));
        Assert.That(text, Does.Contain("internal-error").And.Not.Contain("secret").And.Not.Contain("InvalidOperation"));
    }

    private Task<HttpResponseMessage> Get(string path) => _client.GetAsync(new Uri(path, UriKind.Relative));

    private static string Names(System.Text.Json.JsonElement value) => string.Join(' ', value.EnumerateObject().Select(property => property.Name));

    private static string Beside(string name, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, name);
}
