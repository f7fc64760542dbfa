using System.Net;
using System.Text.Json;
using CrisisKits.Tests.Support;

namespace CrisisKits.Tests.Api.Assessments;

/// <summary>Every address of what is kept × every demo person, and those nobody knows.</summary>
internal sealed class WhoMayTests : KeptFixture
{
    private const string Workbook = "xlsx";
    private const string Draft = "{draft}";
    private const string Submitted = "{submitted}";
    private static readonly string?[] People =
        [null, "nobody", "demo-rssi", "demo-contributor", "demo-reader", "demo-referent", "demo-ars", "demo-ars-manager", "demo-national", "demo-admin", "demo-esms"];

    private static readonly TestCaseData[] Addresses =
    [
        // statuses in the order of People; a rule that speaks (409, 422, 428) speaks only to those who may
        Row("GET", "", null, "401 401 200 200 200 200 200 200 404 403 404"),
        Row("PUT", "", """{"kind":"legal-entity","name":"N","town":"T","commune":"00000","open":true}""", "401 401 403 403 403 403 403 403 404 422 404"),
        Row("GET", "/colleagues", null, "401 401 200 200 200 200 403 403 404 403 404"),
        Row("GET", "/assessments", null, "401 401 200 200 200 200 403 403 404 403 404"),
        Row("POST", "/assessments", "{}", "401 401 409 403 403 409 403 403 404 403 404"),
        Row("GET", Draft, null, "401 401 200 200 200 200 403 403 404 403 404"),
        Row("DELETE", Submitted, null, "401 401 409 403 403 409 403 403 404 403 404"),
        Row("PUT", Draft + "/answers/entr-exercice-tenu", """{"option":1}""", "401 401 428 428 403 428 403 403 404 403 404"),
        Row("DELETE", Draft + "/answers/entr-exercice-tenu", null, "401 401 428 428 403 428 403 403 404 403 404"),
        Row("PUT", Draft + "/themes/alerte/assignee", "{}", "401 401 204 204 403 204 403 403 404 403 404"),
        Row("GET", Draft + "/preview", null, "401 401 200 200 200 200 403 403 404 403 404"),
        Row("POST", Draft + "/submission", "{}", "401 401 422 403 403 422 403 403 404 403 404"),
        Row("GET", Submitted + "/result", null, "401 401 200 200 200 200 403 403 404 403 404"),
        Row("PUT", Submitted + "/sharing", """{"detail":true}""", "401 401 200 403 403 200 403 403 404 403 404"),
        Row("GET", Submitted + "/comparison", null, "401 401 200 200 200 200 403 403 404 403 404"),
        Row("GET", Submitted + "/report.pdf", null, "401 401 200 200 200 200 403 403 404 403 404"),
        Row("GET", Submitted + "/report.xlsx", null, "401 401 200 200 200 200 403 403 404 403 404"),
        Row("GET", Submitted + "/report.json", null, "401 401 200 200 200 200 403 403 404 403 404"),
        Row("GET", Draft + "/grid.xlsx", null, "401 401 200 200 200 200 403 403 404 403 404"),
        Row("POST", Draft + "/import", Workbook, "401 401 422 422 403 422 403 403 404 403 404"),
        Row("GET", Draft + "/migration", null, "401 401 200 200 200 200 403 403 404 403 404"),
    ];

    private string _draft = null!;
    private string _submitted = null!;

    [OneTimeSetUp]
    public async Task Fill()
    {
        await App.SubmittedAsync(0);
        _submitted = await App.SubmittedAsync(1);
        _draft = await App.DraftAsync();
        (await App.AnswerAsync(_draft, "entr-exercice-tenu", """{"option":1}""")).Dispose();
    }

    [TestCaseSource(nameof(Addresses))]
    public async Task Each_person_is_answered_what_the_role_allows(string method, string path, string? json, string expected)
    {
        var statuses = new List<int>();
        foreach (var token in People)
        {
            using var response = await SendAsync(token, method, At(path, KeptApp.Hospital), json);
            statuses.Add((int)response.StatusCode);
        }

        Assert.That(string.Join(' ', statuses), Is.EqualTo(expected));
    }

    [TestCaseSource(nameof(Addresses))]
    public async Task What_one_may_not_see_is_answered_as_what_does_not_exist(string method, string path, string? json, string expected)
    {
        Assert.That(expected, Is.Not.Empty);
        foreach (var token in new[] { "demo-rssi", "demo-ars" })
        {
            var bodies = new List<string>();
            // one that exists elsewhere, one that does not, and no number at all
            foreach (var finess in new[] { "149999013", "149999999", "pas-un-numero" })
            {
                using var response = await SendAsync(token, method, At(path, finess), json);
                var problem = await TestApp.ProblemOf(response, HttpStatusCode.NotFound, "unknown-establishment");
                bodies.Add(problem.GetRawText().Replace(problem.GetProperty("traceId").GetString()!, "", StringComparison.Ordinal)
                    + string.Join(' ', response.Headers.Select(header => header.Key)));
            }

            Assert.That(bodies.Distinct(StringComparer.Ordinal), Has.Exactly(1).Items, token);
        }
    }

    [Test]
    public async Task Every_address_of_what_is_kept_is_in_the_table()
    {
        var description = await App.JsonAsync(HttpStatusCode.OK, null, "GET", "/openapi/v1.json");
        var described = description.GetProperty("paths").EnumerateObject().Where(path => path.Name.Contains("/establishments/", StringComparison.Ordinal))
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => $"{operation.Name.ToUpperInvariant()} {path.Name}"));
        var tabled = Addresses.Select(row => $"{row.Arguments[0]} /api/v1/establishments/{{finess}}{row.Arguments[1]}"
            .Replace(Draft, "/assessments/{id}", StringComparison.Ordinal).Replace(Submitted, "/assessments/{id}", StringComparison.Ordinal)
            .Replace("entr-exercice-tenu", "{questionId}", StringComparison.Ordinal).Replace("alerte", "{themeId}", StringComparison.Ordinal));
        Assert.That(described, Is.EquivalentTo(tabled));
    }

    [Test]
    public async Task An_agency_sees_the_status_and_no_way_in()
    {
        var seen = await App.GetAsync(KeptApp.Establishment(), "demo-ars");
        Assert.That(seen.GetProperty("openDraft").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That((Text(seen.GetProperty("lastSubmitted"), "level"), Text(seen.GetProperty("lastSubmitted"), "href")), Is.EqualTo(("beginner", (string?)null)));
        await RefusedAsync(HttpStatusCode.Forbidden, "establishment-only", "demo-ars", "GET", _draft);
        await RefusedAsync(HttpStatusCode.Forbidden, "role-insufficient", "demo-reader", "POST", KeptApp.Assessments(), "{}");
    }

    [Test]
    public async Task An_agency_reads_theme_scores_while_they_are_shared_and_never_a_word_typed()
    {
        (await App.AnswerAsync(_draft, KeptApp.Questions[1], """{"option":1,"comment":"jetonsecret"}""")).Dispose();
        var address = KeptApp.Establishment();
        await Share(false);
        Assert.That(await Themes(), Is.EqualTo("null"));
        using var before = await App.SendAsync("demo-ars", "GET", address);
        await Share(true);
        using var shared = await App.SendAsync("demo-ars", "GET", address, null, ("If-None-Match", before.Headers.ETag!.ToString()));
        var text = await shared.Content.ReadAsStringAsync();
        Assert.That(shared.StatusCode, Is.EqualTo(HttpStatusCode.OK), text);
        Assert.That(await Themes(), Does.StartWith("""[{"id":"gouvernance","title":"Gouvernance et cellule de crise","applicable":true,"percent":33}"""));
        Assert.That(text, Does.Not.Contain("jetonsecret").And.Not.Contain("comment"));
        Assert.That(await Themes("demo-reader"), Is.EqualTo(await Themes()));
        await Share(false);
        using var withdrawn = await App.SendAsync("demo-ars", "GET", address, null, ("If-None-Match", shared.Headers.ETag!.ToString()));
        Assert.That(withdrawn.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await Themes(), Is.EqualTo("null"));

        async Task<string> Themes(string token = "demo-ars") => (await App.GetAsync(address, token)).GetProperty("themes").GetRawText();

        async Task Share(bool detail) =>
            (await App.SendAsync(KeptApp.Rssi, "PUT", $"{_submitted}/sharing", detail ? """{"detail":true}""" : """{"detail":false}""")).Dispose();
    }

    [TestCaseSource(nameof(Addresses))]
    public async Task A_parameter_nobody_reads_is_refused_at_every_address(string method, string path, string? json, string expected)
    {
        Assert.That(expected, Is.Not.Empty);
        using var response = await SendAsync(KeptApp.Rssi, method, At(path, KeptApp.Hospital) + "?dry-run=true", json);
        Assert.That((await TestApp.ProblemOf(response, HttpStatusCode.BadRequest, "unknown-parameter")).GetProperty("errors").TryGetProperty("dry-run", out _), Is.True);
    }

    [TestCase(null, "sign-in-required", "Bearer")]
    [TestCase("Bearer demo-nobody", "unknown-token", "Bearer error=\"invalid_token\"")]
    [TestCase("Bearer", "unknown-token", "Bearer error=\"invalid_token\"")]
    [TestCase("Bearer DEMO-RSSI", "unknown-token", "Bearer error=\"invalid_token\"")]
    [TestCase("Basic ZGVtby1yc3NpOg==", "sign-in-required", "Bearer")]
    public async Task Who_is_not_known_is_asked_to_sign_in(string? authorization, string code, string challenge)
    {
        using var response = await App.SendAsync(null, "PUT", $"{_draft}/answers/x", "not json", authorization is null ? [] : [("Authorization", authorization)]);
        await TestApp.ProblemOf(response, HttpStatusCode.Unauthorized, code);
        Assert.That(response.Headers.WwwAuthenticate.ToString(), Is.EqualTo(challenge));
    }

    [Test]
    public async Task In_Production_no_demo_token_is_known_and_nobody_is_made_up()
    {
        await using var app = new TestApp();
        using var client = app.CreateClient();
        foreach (var token in People.OfType<string>())
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(KeptApp.Establishment(), UriKind.Relative));
            request.Headers.Authorization = new("Bearer", token);
            using var response = await client.SendAsync(request);
            await TestApp.ProblemOf(response, HttpStatusCode.Unauthorized, "sign-in-required");
            Assert.That(response.Headers.WwwAuthenticate.ToString(), Is.EqualTo("Bearer"));
        }

        var engine = (Infrastructure.Sql.SqlEngine)app.Services.GetService(typeof(Infrastructure.Sql.SqlEngine))!;
        Assert.That(await engine.ReadAsync(session => session.FindAsync<int>(new("SELECT COUNT(*) FROM Person")), CancellationToken.None), Is.Zero);
    }

    [TestCase("/api/v1/establishments/{finess}/assessments", "post")]
    [TestCase("/api/v1/establishments/{finess}/assessments/{id}/answers/{questionId}", "put")]
    [TestCase("/api/v1/establishments/{finess}/assessments/{id}/themes/{themeId}/assignee", "put")]
    [TestCase("/api/v1/establishments/{finess}/assessments/{id}/sharing", "put")]
    [TestCase("/api/v1/establishments/{finess}/assessments/{id}/submission", "post")]
    public async Task The_examples_of_the_description_are_accepted(string path, string method)
    {
        const string Site = "639999036";
        var description = await App.JsonAsync(HttpStatusCode.OK, null, "GET", "/openapi/v1.json");
        var operation = description.GetProperty("paths").GetProperty(path).GetProperty(method);
        Assert.That(operation.GetProperty("security")[0].TryGetProperty("bearer", out _), Is.True);
        var example = operation.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("example").GetRawText();
        var draft = await App.DraftAsync(Site, token: "demo-referent");
        if (path.EndsWith("assessments", StringComparison.Ordinal))
            (await App.SendAsync("demo-referent", "DELETE", draft)).Dispose();
        if (path.EndsWith("submission", StringComparison.Ordinal))
            await App.AnswerAllAsync(draft, 0, "demo-referent");
        var address = path.Replace("{finess}", Site, StringComparison.Ordinal).Replace("{id}", draft.Split('/')[^1], StringComparison.Ordinal)
            .Replace("{questionId}", KeptApp.Questions[0], StringComparison.Ordinal).Replace("{themeId}", "alerte", StringComparison.Ordinal);
        using var response = await App.SendAsync("demo-referent", method.ToUpperInvariant(), address, example, ("If-None-Match", "*"));
        Assert.That(response.IsSuccessStatusCode, Is.True, await response.Content.ReadAsStringAsync());
    }

    /// <summary>A right body: it is read before anybody asks who may.</summary>
    private async Task<HttpResponseMessage> SendAsync(string? token, string method, string path, string? json)
    {
        if (json != Workbook)
            return await App.SendAsync(token, method, path, json);
        using var content = new ByteArrayContent([1]) { Headers = { ContentType = new("application/octet-stream") } };
        return await App.SendContentAsync(token, method, path, content);
    }

    private string At(string path, string finess) =>
        (path.StartsWith('{') ? path : KeptApp.Establishment(finess) + path)
            .Replace(Draft, _draft, StringComparison.Ordinal).Replace(Submitted, _submitted, StringComparison.Ordinal)
            .Replace(KeptApp.Hospital, finess, StringComparison.Ordinal);

    private static TestCaseData Row(string method, string path, string? json, string expected) => new(method, path, json, expected);
}
