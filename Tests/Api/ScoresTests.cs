using System.Net;
using System.Text.Json;
using CrisisKits.Api.Http;
using CrisisKits.Infrastructure.Work;
using CrisisKits.Tests.Support;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisKits.Tests.Api;

public sealed class ScoresTests
{
    private static readonly Uri Scores = new("/api/v1/scores", UriKind.Relative);

    private TestApp _app = null!;
    private HttpClient _client = null!;

    [OneTimeSetUp]
    public void Start()
    {
        _app = new TestApp();
        _client = _app.CreateClient();
    }

    [OneTimeTearDown]
    public void Stop()
    {
        _client.Dispose();
        _app.Dispose();
    }

    [Test]
    public async Task A_complete_sheet_gets_the_explained_result_in_the_published_shape()
    {
        var result = await Score(await EverythingAt(1, """, "feasibility":{"players":4}"""));
        Assert.Multiple(() =>
        {
            Assert.That(Names(result), Is.EqualTo(
                "gridVersion provisional answered total percent range band level themes gates strengths weakest nextLevel recommendations feasibility kit tooEarly"));
            Assert.That(Names(result.GetProperty("range")), Is.EqualTo("low high lowLevel highLevel"));
            Assert.That(Names(result.GetProperty("themes")[0]), Is.EqualTo("id title applicable percent"));
            Assert.That(Names(result.GetProperty("gates")[0]), Is.EqualTo("id cap message howToLift questionIds"));
            Assert.That(Names(result.GetProperty("nextLevel")), Is.EqualTo("level steps"));
            Assert.That(Names(result.GetProperty("nextLevel").GetProperty("steps")[0]), Is.EqualTo("questionId from to"));
            Assert.That(Names(result.GetProperty("recommendations")[0]), Is.EqualTo("questionId why how effort who"));
            Assert.That(Names(result.GetProperty("feasibility")), Is.EqualTo("fits reasons"));
            Assert.That(Names(result.GetProperty("kit")), Is.EqualTo("version level href"));
        });
    }

    [TestCase(0, 0, "beginner", "beginner", "intermediate")]
    [TestCase(1, 33, "beginner", "beginner", "intermediate")]
    [TestCase(2, 66, "intermediate", "intermediate", "advanced")]
    [TestCase(3, 100, "advanced", "advanced", null)]
    public async Task The_same_option_everywhere_gives_its_own_percentage(int option, int percent, string band, string level, string? next)
    {
        var result = await Score(await EverythingAt(option, """, "feasibility":{"players":100,"facilitators":100,"observers":100,"roomHours":100,"weeks":100}"""));
        Assert.Multiple(() =>
        {
            Assert.That(result.GetProperty("provisional").GetBoolean(), Is.False);
            Assert.That(result.GetProperty("percent").GetInt32(), Is.EqualTo(percent));
            Assert.That(result.GetProperty("band").GetString(), Is.EqualTo(band));
            Assert.That(result.GetProperty("level").GetString(), Is.EqualTo(level));
            Assert.That(result.GetProperty("nextLevel") is { ValueKind: JsonValueKind.Object } path ? path.GetProperty("level").GetString() : null, Is.EqualTo(next));
            Assert.That(result.GetProperty("kit").GetProperty("href").GetString(), Is.EqualTo($"/api/v1/kits/2026.1/{level}"));
            Assert.That(result.GetProperty("themes").GetArrayLength(), Is.EqualTo(6));
            Assert.That(result.GetProperty("feasibility").GetProperty("fits").GetBoolean(), Is.True);
        });
    }

    [TestCase("""{}""", null)]
    [TestCase("""{"players":null}""", null)]
    [TestCase("""{"players":100}""", false)]
    public async Task Means_that_are_not_told_are_not_approved(string means, bool? fits)
    {
        var feasibility = (await Score(await EverythingAt(0, $$""", "feasibility":{{means}}"""))).GetProperty("feasibility");
        Assert.That(feasibility.ValueKind is JsonValueKind.Null ? null : (bool?)feasibility.GetProperty("fits").GetBoolean(), Is.EqualTo(fits));
        if (fits is not null)
            Assert.That(feasibility.GetProperty("reasons")[0].GetString(), Does.Contain("animateurs, observateurs, heures de salle"));
    }

    [TestCase("", false, "/api/v1/kits/2026.1/beginner")]
    [TestCase(""", "variant":null""", false, "/api/v1/kits/2026.1/beginner")]
    [TestCase(""", "variant":"hospital" """, false, "/api/v1/kits/2026.1/beginner")]
    [TestCase(""", "variant":"esms" """, true, "/api/v1/kits/2026.1/beginner?variant=esms")]
    public async Task The_verdict_and_the_kit_are_those_of_the_variant(string variant, bool fits, string href)
    {
        // an ESMS plays with four people, a hospital with six
        var result = await Score(await EverythingAt(0, variant + """, "feasibility":{"players":4,"facilitators":2,"observers":1,"roomHours":4,"weeks":10}"""));
        Assert.That(result.GetProperty("feasibility").GetProperty("fits").GetBoolean(), Is.EqualTo(fits));
        Assert.That(result.GetProperty("kit").GetProperty("href").GetString(), Is.EqualTo(href));
        using var kit = await _client.GetAsync(new Uri(href, UriKind.Relative));
        Assert.That(kit.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task One_answer_gives_a_provisional_score_and_every_theme()
    {
        var result = await Score("""{"gridVersion":"current","answers":[{"questionId":"gouv-cellule-decisionnelle","dontKnow":true}]}""");
        Assert.Multiple(() =>
        {
            Assert.That(result.GetProperty("provisional").GetBoolean(), Is.True);
            Assert.That(result.GetProperty("answered").GetInt32(), Is.EqualTo(1));
            Assert.That(result.GetProperty("gates").EnumerateArray().Select(gate => gate.GetProperty("id").GetString()), Is.EqualTo(["pas-de-cellule"]));
            Assert.That(result.GetProperty("nextLevel").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(result.GetProperty("feasibility").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(result.GetProperty("themes").EnumerateArray().Count(theme => theme.GetProperty("percent").ValueKind == JsonValueKind.Null), Is.EqualTo(5));
            Assert.That(result.GetProperty("kit").ValueKind, Is.EqualTo(JsonValueKind.Null), "too early to recommend one");
            Assert.That(result.GetProperty("tooEarly").GetString(), Is.EqualTo("de débutant à confirmé selon les réponses qui manquent"));
        });
    }

    [Test]
    public async Task When_all_places_are_taken_one_is_asked_to_come_back()
    {
        using var limit = new WorkLimit(running: 1, waiting: 0);
        await using var app = new TestApp(configure: host => host.ConfigureTestServices(services => services.AddSingleton(limit)));
        using var client = app.CreateClient();
        using var content = TestApp.Json("""{"gridVersion":"current","answers":[{"questionId":"gouv-cellule-decisionnelle","option":1}]}""");
        using (await limit.Limiter.AcquireAsync())
        {
            using var refused = await client.PostAsync(Scores, content);
            await TestApp.ProblemOf(refused, HttpStatusCode.ServiceUnavailable, "busy");
            Assert.That(refused.Headers.RetryAfter?.Delta, Is.EqualTo(TimeSpan.FromSeconds(2)));
        }

        using var served = await client.PostAsync(Scores, content);
        Assert.That(served.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    private async Task<string> EverythingAt(int option, string more = "")
    {
        var grid = await TestApp.JsonOf(await _client.GetAsync(new Uri("/api/v1/grids/current", UriKind.Relative)));
        var answers = grid.GetProperty("themes").EnumerateArray().SelectMany(theme => theme.GetProperty("questions").EnumerateArray())
            .Select(question => $$"""{"questionId":"{{question.GetProperty("id").GetString()}}","option":{{option}}}""");
        return $$"""{"gridVersion":"2026.1","answers":[{{string.Join(',', answers)}}]{{more}}}""";
    }

    private async Task<JsonElement> Score(string json)
    {
        using var content = TestApp.Json(json);
        using var response = await _client.PostAsync(Scores, content);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), await response.Content.ReadAsStringAsync());
        return await TestApp.JsonOf(response);
    }

    private static string Names(JsonElement value) => string.Join(' ', value.EnumerateObject().Select(property => property.Name));
}
