using System.Net;
using CrisisKits.Tests.Support;

namespace CrisisKits.Tests.Api;

/// <summary>Every way a request can be wrong has its own code and path, the same in Development and in Production.</summary>
[TestFixture("Development")]
[TestFixture("Production")]
public sealed class BadInputTests(string environment)
{
    private const string Known = "gouv-cellule-decisionnelle";

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

    [TestCase("", "empty-body", "")]
    [TestCase("réponses", "not-json", "")]
    [TestCase("{\"gridVersion\":\"2026.1\",}", "not-json", "")]
    [TestCase("{} {}", "not-json", "")]
    [TestCase("[]", "wrong-type", "")]
    [TestCase("null", "wrong-type", "")]
    [TestCase("{\"gridVersion\":2026.1,\"answers\":[]}", "wrong-type", "gridVersion")]
    [TestCase("{\"gridVersion\":\"2026.1\",\"answers\":{}}", "wrong-type", "answers")]
    [TestCase("{\"gridVersion\":\"2026.1\",\"answers\":[null]}", "wrong-type", "answers[0]")]
    [TestCase("{\"gridVersion\":\"2026.1\",\"answers\":[],\"commentaire\":\"\"}", "unknown-property", "commentaire")]
    [TestCase("{\"gridVersion\":\"2026.1\",\"GridVersion\":\"2026.1\",\"answers\":[]}", "unknown-property", "GridVersion")]
    [TestCase("{\"gridVersion\":\"2026.1\",\"answers\":[],\"gridVersion\":\"2026.1\"}", "duplicate-property", "gridVersion")]
    [TestCase("{\"answers\":[{\"questionId\":\"x\",\"option\":1}]}", "missing-grid-version", "gridVersion")]
    [TestCase("{\"gridVersion\":\"\",\"answers\":[]}", "missing-grid-version", "gridVersion")]
    [TestCase("{\"gridVersion\":null,\"answers\":[]}", "missing-grid-version", "gridVersion")]
    [TestCase("{\"gridVersion\":\"2026.1\"}", "missing-answers", "answers")]
    public Task A_request_of_the_wrong_shape_is_a_400(string json, string code, string path) => Refused(HttpStatusCode.BadRequest, json, code, path);

    [TestCase("\"option\":4", "option-out-of-range", "answers[1].option")]
    [TestCase("\"option\":-1", "option-out-of-range", "answers[1].option")]
    [TestCase("\"option\":\"2\"", "wrong-type", "answers[1].option")]
    [TestCase("\"option\":1.5", "wrong-type", "answers[1].option")]
    [TestCase("\"option\":9999999999999", "option-out-of-range", "answers[1].option")]
    [TestCase("\"option\":-9999999999999", "option-out-of-range", "answers[1].option")]
    [TestCase("\"option\":1e300", "option-out-of-range", "answers[1].option")]
    [TestCase("\"option\":1e400", "option-out-of-range", "answers[1].option")]
    [TestCase("\"option\":2e0", "wrong-type", "answers[1].option")]
    [TestCase("\"option\":true", "wrong-type", "answers[1].option")]
    [TestCase("\"option\":[1]", "wrong-type", "answers[1].option")]
    [TestCase("\"dontKnow\":\"true\"", "wrong-type", "answers[1].dontKnow")]
    [TestCase("\"dontKnow\":1", "wrong-type", "answers[1].dontKnow")]
    [TestCase("\"dontKnow\":false", "dont-know-not-true", "answers[1].dontKnow")]
    [TestCase("\"notApplicable\":true", "wrong-type", "answers[1].notApplicable")]
    [TestCase("\"notApplicable\":\"\"", "missing-reason", "answers[1].notApplicable")]
    [TestCase("\"notApplicable\":\"  \"", "missing-reason", "answers[1].notApplicable")]
    [TestCase("\"notApplicable\":\"\u200b\"", "missing-reason", "answers[1].notApplicable")]
    [TestCase("\"notApplicable\":\"\\u200b\\u0000\\u2060\\ufeff\"", "missing-reason", "answers[1].notApplicable")]
    [TestCase("\"questionId\":\"y\"", "duplicate-property", "answers[1].questionId")]
    [TestCase("\"option\":null", "missing-answer", "answers[1]")]
    [TestCase("\"option\":1,\"dontKnow\":true", "several-answers", "answers[1]")]
    [TestCase("\"option\":1,\"notApplicable\":\"Pas d'urgences.\"", "several-answers", "answers[1]")]
    [TestCase("\"dontKnow\":true,\"notApplicable\":\"Pas d'urgences.\"", "several-answers", "answers[1]")]
    [TestCase("\"option\":1,\"comment\":\"\"", "unknown-property", "answers[1].comment")]
    [TestCase("\"notApplicable\":\"\\ud800\"", "invalid-text", "answers[1].notApplicable")]
    [TestCase("\"\\udc00\":1", "invalid-text", "answers[1]")]
    public Task An_answer_of_the_wrong_shape_is_named_by_its_path(string answer, string code, string path) => Refused(
        HttpStatusCode.BadRequest,
        $$"""{"gridVersion":"2026.1","answers":[{"questionId":"{{Known}}","option":1},{"questionId":"x",{{answer}}}]}""", code, path);

    [Test]
    public Task An_answer_without_a_question_is_named() => Refused(
        HttpStatusCode.BadRequest, """{"gridVersion":"2026.1","answers":[{"option":1}]}""", "missing-question", "answers[0].questionId");

    [Test]
    public Task An_endless_identifier_is_refused_and_not_echoed() => Refused(
        HttpStatusCode.BadRequest,
        $$"""{"gridVersion":"2026.1","answers":[{"questionId":"{{new string('x', 101)}}","option":1}]}""", "too-long", "answers[0].questionId");

    [Test]
    public Task More_answers_than_any_grid_has_are_refused() => Refused(
        HttpStatusCode.BadRequest,
        $$"""{"gridVersion":"2026.1","answers":[{{string.Join(',', Enumerable.Repeat("{}", 201))}}]}""", "too-many-answers", "answers");

    [TestCase("\"players\":-1", "out-of-range", "feasibility.players")]
    [TestCase("\"roomHours\":1001", "out-of-range", "feasibility.roomHours")]
    [TestCase("\"players\":1e300", "out-of-range", "feasibility.players")]
    [TestCase("\"roomHours\":1e300", "out-of-range", "feasibility.roomHours")]
    [TestCase("\"roomHours\":-1e300", "out-of-range", "feasibility.roomHours")]
    [TestCase("\"weeks\":2.5", "wrong-type", "feasibility.weeks")]
    [TestCase("\"roomHours\":\"3 h\"", "wrong-type", "feasibility.roomHours")]
    [TestCase("\"room\":3", "unknown-property", "feasibility.room")]
    public Task Means_that_make_no_sense_are_refused(string means, string code, string path) => Refused(
        HttpStatusCode.BadRequest,
        $$"""{"gridVersion":"2026.1","answers":[{"questionId":"{{Known}}","option":1}],"feasibility":{ {{means}} } }""", code, path);

    [TestCase("lycee")]
    [TestCase("ESMS")]
    [TestCase("")]
    public Task An_unknown_variant_is_refused(string variant) => Refused(
        HttpStatusCode.BadRequest, $$"""{"gridVersion":"2026.1","variant":"{{variant}}","answers":[{"questionId":"{{Known}}","option":1}]}""", "unknown-variant", "variant");

    [TestCase("{\"gridVersion\":2026.1}", "vous avez donné un nombre.")]
    [TestCase("{\"feasibility\":{\"weeks\":2.5}}", "« weeks » doit être un nombre entier ; vous avez donné un nombre à virgule ou à exposant.")]
    public async Task A_number_of_the_wrong_kind_is_called_what_it_is(string json, string message)
    {
        var problem = await TestApp.ProblemOf(await Post(json), HttpStatusCode.BadRequest, "wrong-type");
        Assert.That(problem.GetProperty("detail").GetString()!.Replace('\u202F', ' '), Does.EndWith(message));
    }

    [Test]
    public void Every_number_of_a_request_has_bounds_that_say_when_it_is_too_great() => Assert.That(
        typeof(Program).Assembly.GetTypes().Where(type => type.Name.EndsWith("Request", StringComparison.Ordinal)).SelectMany(type => type.GetProperties())
            .Where(property => (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) is { IsPrimitive: true } or { FullName: "System.Decimal" })
            .Where(property => property.PropertyType != typeof(bool?) && !property.IsDefined(typeof(System.ComponentModel.DataAnnotations.RangeAttribute), inherit: true)),
        Is.Empty);

    [Test]
    public async Task Lengths_are_counted_in_characters_as_the_schema_does()
    {
        // a clef is one character, and two in UTF-16
        var reason = string.Concat(Enumerable.Repeat("\U0001D11E", 999));
        await Refused(
            HttpStatusCode.UnprocessableEntity,
            $$"""{"gridVersion":"2026.1","answers":[{"questionId":"{{Known}}","notApplicable":"a{{reason}}"}]}""", "not-applicable-refused", "answers[0].notApplicable");
        await Refused(
            HttpStatusCode.BadRequest,
            $$"""{"gridVersion":"2026.1","answers":[{"questionId":"{{Known}}","notApplicable":"aa{{reason}}"}]}""", "too-long", "answers[0].notApplicable");
    }

    [TestCase("2019.1", """{"questionId":"gouv-cellule-decisionnelle","option":1}""", "unknown-grid-version", "gridVersion")]
    [TestCase("2026.1", "", "no-answer", "answers")]
    [TestCase("2026.1", """{"questionId":"gouv-cellule","option":1}""", "unknown-question", "answers[0].questionId")]
    [TestCase("2026.1", """{"questionId":"gouv-cellule-decisionnelle","option":1},{"questionId":"gouv-cellule-decisionnelle","dontKnow":true}""",
        "repeated-question", "answers[1].questionId")]
    [TestCase("2026.1", """{"questionId":"gouv-cellule-decisionnelle","notApplicable":"Nous sommes trop petits."}""",
        "not-applicable-refused", "answers[0].notApplicable")]
    public Task What_a_rule_of_the_grid_refuses_is_a_422(string version, string answers, string code, string path) => Refused(
        HttpStatusCode.UnprocessableEntity, $$"""{"gridVersion":"{{version}}","answers":[{{answers}}]}""", code, path);

    [Test]
    public async Task A_sheet_where_everything_is_sans_objet_is_refused()
    {
        var grid = await TestApp.JsonOf(await _client.GetAsync(new Uri("/api/v1/grids/current", UriKind.Relative)));
        var question = grid.GetProperty("themes").EnumerateArray().SelectMany(theme => theme.GetProperty("questions").EnumerateArray())
            .First(question => question.GetProperty("allowsNotApplicable").GetBoolean()).GetProperty("id").GetString();
        await Refused(
            HttpStatusCode.UnprocessableEntity,
            $$"""{"gridVersion":"current","answers":[{"questionId":"{{question}}","notApplicable":"Pas d'activité de ce type."}]}""",
            "nothing-applicable", "answers");
    }

    [Test]
    public async Task Everything_that_is_wrong_is_told_at_once()
    {
        var problem = await TestApp.ProblemOf(
            await Post("""{"answers":[{"questionId":"a","option":7},{"questionId":"b"}]}"""), HttpStatusCode.BadRequest, "missing-grid-version");
        Assert.That(problem.GetProperty("errors").EnumerateObject().Select(error => error.Name),
            Is.EquivalentTo(["gridVersion", "answers[0].option", "answers[1]"]));
    }

    [TestCase(16)]
    [TestCase(5000)]
    public async Task Deep_nesting_is_refused(int depth) => await TestApp.ProblemOf(
        await Post("{\"answers\":" + string.Concat(Enumerable.Repeat("[", depth)) + string.Concat(Enumerable.Repeat("]", depth)) + "}"),
        HttpStatusCode.BadRequest, "too-deep");

    [TestCase("GET", "/api/v1/nulle-part", HttpStatusCode.NotFound, "not-found")]
    [TestCase("GET", "/api", HttpStatusCode.NotFound, "not-found")]
    [TestCase("DELETE", "/api/v1/grids", HttpStatusCode.MethodNotAllowed, "method-not-allowed")]
    [TestCase("GET", "/api/v1/scores", HttpStatusCode.MethodNotAllowed, "method-not-allowed")]
    [TestCase("GET", "/api/v1/grids/2019.1", HttpStatusCode.NotFound, "unknown-grid-version")]
    public async Task A_wrong_address_or_method_is_a_problem_too(string method, string path, HttpStatusCode status, string code)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        await TestApp.ProblemOf(await _client.SendAsync(request), status, code);
    }

    private static readonly Uri Scores = new("/api/v1/scores", UriKind.Relative);

    private async Task Refused(HttpStatusCode status, string json, string code, string path)
    {
        var problem = await TestApp.ProblemOf(await Post(json), status, code);
        var errors = problem.GetProperty("errors");
        Assert.That(errors.EnumerateObject().Select(error => error.Name).FirstOrDefault() ?? "", Is.EqualTo(path), errors.GetRawText());
        if (path.Length > 0)
            Assert.That(errors.GetProperty(path)[0].GetProperty("code").GetString(), Is.EqualTo(code));
    }

    private async Task<HttpResponseMessage> Post(string json)
    {
        using var content = TestApp.Json(json);
        return await _client.PostAsync(Scores, content);
    }
}
