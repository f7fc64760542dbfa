using System.Net;
using System.Text.Json;
using CrisisKits.Tests.Support;

namespace CrisisKits.Tests.Api.Assessments;

/// <summary>Answer by answer, several people at once.</summary>
internal sealed class AnswersTests : KeptFixture
{
    private static readonly string First = KeptApp.Questions[0];
    private static readonly string Second = KeptApp.Questions[1];

    [Test]
    public async Task An_answer_comes_back_as_it_was_given_with_its_version_and_its_author()
    {
        var address = await App.DraftAsync();
        using var response = await App.AnswerAsync(address, First, """{"option":2,"comment":"  Joué le 3 mars.\r\nÀ refaire. ","evidence":"<b>RETEX</b> =1+1"}""");
        var given = await TestApp.JsonOf(response);
        Assert.Multiple(async () =>
        {
            Assert.That(response.Headers.ETag?.ToString(), Is.EqualTo("\"1\""));
            Assert.That(string.Join(' ', given.EnumerateObject().Select(property => property.Name)), Is.EqualTo("questionId option comment evidence version answeredBy answeredAt toConfirm"));
            Assert.That(given.GetProperty("comment").GetString(), Is.EqualTo("Joué le 3 mars.\nÀ refaire."));
            Assert.That(given.GetProperty("evidence").GetString(), Is.EqualTo("<b>RETEX</b> =1+1"));
            Assert.That(given.GetProperty("answeredBy").GetString(), Does.StartWith("Rachid Sentinelle"));
            Assert.That(given.GetProperty("answeredAt").GetString(), Does.EndWith("Z"));
            Assert.That((await App.GetAsync(address)).GetProperty("answers")[0].GetRawText(), Is.EqualTo(given.GetRawText()));
        });
    }

    [TestCase("""{"option":0}""")]
    [TestCase("""{"dontKnow":true}""")]
    [TestCase("""{"dontKnow":true,"comment":null,"evidence":null}""")]
    public async Task Every_kind_of_answer_is_kept(string json)
    {
        var address = await App.DraftAsync();
        using var response = await App.AnswerAsync(address, First, json);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        var kept = (await App.GetAsync(address)).GetProperty("answers")[0];
        var (name, value) = JsonDocument.Parse(json).RootElement.EnumerateObject().Select(property => (property.Name, property.Value)).First();
        Assert.That(kept.GetProperty(name).GetRawText(), Is.EqualTo(value.GetRawText()));
    }

    [Test]
    public async Task A_question_without_object_keeps_its_reason()
    {
        var address = await App.DraftAsync();
        var question = ShippedContent.Grids.Current.Questions.First(each => each.AllowsNotApplicable).Id;
        using var response = await App.AnswerAsync(address, question, """{"notApplicable":"Pas de bloc."}""");
        Assert.That((await TestApp.JsonOf(response)).GetProperty("notApplicable").GetString(), Is.EqualTo("Pas de bloc."));
    }

    [Test]
    public async Task Colleagues_on_different_questions_never_collide()
    {
        var address = await App.DraftAsync();
        var responses = await Task.WhenAll(KeptApp.Questions.Select((question, index) =>
            App.AnswerAsync(address, question, """{"option":1}""", token: index % 2 == 0 ? KeptApp.Rssi : KeptApp.Contributor)));
        Assert.That(responses.Select(response => response.StatusCode), Is.All.EqualTo(HttpStatusCode.OK));
        var read = await App.GetAsync(address);
        Assert.That(read.GetProperty("answered").GetInt32(), Is.EqualTo(KeptApp.Questions.Count));
        Assert.That(read.GetProperty("answers").EnumerateArray().Select(answer => answer.GetProperty("questionId").GetString()), Is.EqualTo(KeptApp.Questions));
        Assert.That(read.GetProperty("answers").EnumerateArray().Select(answer => Text(answer, "answeredBy")).Distinct(StringComparer.Ordinal), Has.Exactly(2).Items);
        Array.ForEach(responses, response => response.Dispose());
    }

    [Test]
    public async Task Of_colleagues_on_the_same_question_one_is_kept_and_the_others_see_both_values()
    {
        var address = await App.DraftAsync();
        var responses = await Task.WhenAll(Enumerable.Range(0, 8).Select(index =>
            App.AnswerAsync(address, First, $$"""{"option":{{index % 4}},"comment":"{{index}}"}""", token: index % 2 == 0 ? KeptApp.Rssi : KeptApp.Contributor)));
        var kept = await TestApp.JsonOf(responses.Single(response => response.StatusCode == HttpStatusCode.OK));
        foreach (var (response, index) in responses.Select((response, index) => (response, index)).Where(each => each.response.StatusCode != HttpStatusCode.OK))
        {
            var problem = await TestApp.ProblemOf(response, HttpStatusCode.PreconditionFailed, "answer-changed");
            Assert.That(problem.GetProperty("current").GetRawText(), Is.EqualTo(kept.GetRawText()));
            Assert.That(Text(problem.GetProperty("mine"), "comment"), Is.EqualTo($"{index}"));
            Assert.That(response.Headers.ETag?.ToString(), Is.EqualTo("\"1\""));
        }

        Array.ForEach(responses, response => response.Dispose());
    }

    [Test]
    public async Task Who_read_an_old_version_is_told_and_may_then_decide()
    {
        var address = await App.DraftAsync();
        (await App.AnswerAsync(address, First, """{"option":1}""")).Dispose();
        (await App.AnswerAsync(address, First, """{"option":2}""", 1, KeptApp.Contributor)).Dispose();
        using var late = await App.AnswerAsync(address, First, """{"option":3}""", 1);
        var problem = await TestApp.ProblemOf(late, HttpStatusCode.PreconditionFailed, "answer-changed");
        Assert.That(Text(problem, "detail"), Does.Match("^Colette Brigade .* a répondu entre-temps, le "));
        Assert.That((problem.GetProperty("current").GetProperty("option").GetInt32(), problem.GetProperty("mine").GetProperty("option").GetInt32()), Is.EqualTo((2, 3)));
        using var decided = await App.SendAsync(KeptApp.Rssi, "PUT", $"{address}/answers/{First}", """{"option":3}""", ("If-Match", late.Headers.ETag!.ToString()));
        Assert.That((await TestApp.JsonOf(decided)).GetProperty("version").GetInt32(), Is.EqualTo(3));
        using var own = await App.AnswerAsync(address, First, """{"option":0}""", 1);
        Assert.That(Text(await TestApp.ProblemOf(own, HttpStatusCode.PreconditionFailed, "answer-changed"), "detail"), Does.Match("^Vous avez déjà répondu à cette question le [0-9/]{10} à [0-9:]{5}"));
    }

    [Test]
    public async Task A_cleared_answer_is_gone_and_its_version_goes_on()
    {
        var address = await App.DraftAsync();
        (await App.AnswerAsync(address, First, """{"option":1}""")).Dispose();
        await RefusedAsync(HttpStatusCode.PreconditionFailed, "answer-changed", KeptApp.Rssi, "DELETE", $"{address}/answers/{First}", null, ("If-Match", "\"9\""));
        var unsaid = await RefusedAsync((HttpStatusCode)428, "precondition-required", KeptApp.Rssi, "DELETE", $"{address}/answers/{First}");
        Assert.That(Text(unsaid, "detail"), Does.Not.Contain("If-None-Match"));
        using var cleared = await App.SendAsync(KeptApp.Rssi, "DELETE", $"{address}/answers/{First}", null, ("If-Match", "\"1\""));
        Assert.That(cleared.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await App.GetAsync(address)).GetProperty("answers").GetArrayLength(), Is.Zero);
        await RefusedAsync(HttpStatusCode.NotFound, "not-answered", KeptApp.Rssi, "DELETE", $"{address}/answers/{First}", null, ("If-Match", "\"2\""));
        using var again = await App.AnswerAsync(address, First, """{"option":2}""");
        Assert.That((await TestApp.JsonOf(again)).GetProperty("version").GetInt32(), Is.EqualTo(3));
    }

    [TestCase(null, null, 428, "precondition-required")]
    [TestCase("*", null, 428, "precondition-required", TestName = "If-Match * says nothing of the version")]
    [TestCase("W/\"1\"", null, 412, "answer-changed", TestName = "A weak tag never matches")]
    [TestCase("\"2\"", null, 412, "answer-changed")]
    [TestCase("\"99999999999999999999\"", null, 412, "answer-changed")]
    [TestCase(null, "*", 412, "answer-changed")]
    [TestCase("1", null, 400, "malformed-precondition")]
    [TestCase("\"1\", \"2\"", null, 400, "malformed-precondition")]
    [TestCase("\"-1\"", null, 400, "malformed-precondition")]
    [TestCase("\"abc\"", null, 400, "malformed-precondition")]
    [TestCase("", null, 400, "malformed-precondition")]
    [TestCase(null, "\"1\"", 400, "malformed-precondition")]
    [TestCase("\"1\"", "*", 400, "malformed-precondition")]
    public async Task What_is_expected_must_be_said_and_hold(string? ifMatch, string? ifNoneMatch, int status, string code)
    {
        var address = await App.DraftAsync();
        (await App.AnswerAsync(address, First, """{"option":1}""")).Dispose();
        var headers = new[] { ("If-Match", ifMatch), ("If-None-Match", ifNoneMatch) }.Where(header => header.Item2 is not null).Select(header => (header.Item1, header.Item2!));
        await RefusedAsync((HttpStatusCode)status, code, KeptApp.Rssi, "PUT", $"{address}/answers/{First}", """{"option":3}""", [.. headers]);
        Assert.That((await App.GetAsync(address)).GetProperty("answers")[0].GetProperty("option").GetInt32(), Is.EqualTo(1));
    }

    [TestCase("""{}""", 400, "missing-answer")]
    [TestCase("""{"option":7}""", 400, "option-out-of-range")]
    [TestCase("""{"option":-1}""", 400, "option-out-of-range")]
    [TestCase("""{"option":"2"}""", 400, "wrong-type")]
    [TestCase("""{"option":1,"dontKnow":true}""", 400, "several-answers")]
    [TestCase("""{"dontKnow":false}""", 400, "dont-know-not-true")]
    [TestCase("""{"notApplicable":" "}""", 400, "missing-reason")]
    [TestCase("""{"notApplicable":"Pas de bloc."}""", 422, "not-applicable-refused")]
    [TestCase("""{"option":1,"comment":"a\u0000b"}""", 422, "unprintable-text")]
    [TestCase("""{"option":1,"evidence":"a\u001bb"}""", 422, "unprintable-text")]
    [TestCase("""{"option":1,"comment":"\ud800"}""", 400, "invalid-text")]
    [TestCase("""{"option":1,"questionId":"x"}""", 400, "unknown-property")]
    [TestCase("""{"option":1,"option":2}""", 400, "duplicate-property")]
    [TestCase("""[]""", 400, "wrong-type")]
    [TestCase("", 400, "empty-body")]
    public async Task A_bad_answer_is_refused_and_changes_nothing(string json, int status, string code)
    {
        var address = await App.DraftAsync();
        var question = ShippedContent.Grids.Current.Questions.First(each => !each.AllowsNotApplicable).Id;
        await RefusedAsync((HttpStatusCode)status, code, KeptApp.Rssi, "PUT", $"{address}/answers/{question}", json, ("If-None-Match", "*"));
        Assert.That((await App.GetAsync(address)).GetProperty("answers").GetArrayLength(), Is.Zero);
    }

    [TestCase("""{"notApplicable":true}""", "« notApplicable » doit être le motif, entre guillemets ; vous avez donné true ou false.")]
    [TestCase("""{"option":"2"}""", "« option » doit être un nombre entier ; vous avez donné un texte.")]
    [TestCase("""[]""", "La demande doit être un objet ; vous avez donné une liste.")]
    public async Task A_wrong_type_is_told_by_the_name_of_the_field(string json, string told)
    {
        var problem = await RefusedAsync(HttpStatusCode.BadRequest, "wrong-type", KeptApp.Rssi, "PUT", $"{await App.DraftAsync()}/answers/{First}", json, ("If-None-Match", "*"));
        Assert.That(Text(problem, "detail")!.Replace('\u202F', ' ').Replace('\u00A0', ' '), Is.EqualTo(told));
    }

    [TestCase("comment", 4000)]
    [TestCase("evidence", 2000)]
    public async Task A_text_is_kept_to_its_last_character_and_refused_beyond(string field, int longest)
    {
        var address = await App.DraftAsync();
        var problem = await RefusedAsync(
            HttpStatusCode.UnprocessableEntity, "too-long", KeptApp.Rssi, "PUT", $"{address}/answers/{Second}", Said(longest + 1), ("If-None-Match", "*"));
        Assert.That(problem.GetProperty("errors").TryGetProperty(field, out _), Is.True);
        using var kept = await App.AnswerAsync(address, Second, Said(longest));
        Assert.That(Text(await TestApp.JsonOf(kept), field), Has.Length.EqualTo(longest));

        string Said(int length) => $$"""{"option":1,"{{field}}":"{{new string('é', length)}}"}""";
    }

    [Test]
    public async Task An_address_that_names_nothing_is_a_404()
    {
        var address = await App.DraftAsync();
        var other = await App.DraftAsync("389999012", token: "demo-referent");
        var stranger = $"{KeptApp.Assessments()}/{other.Split('/')[^1]}";
        await RefusedAsync(HttpStatusCode.NotFound, "unknown-question", KeptApp.Rssi, "PUT", $"{address}/answers/pas-une-question", """{"option":1}""", ("If-None-Match", "*"));
        foreach (var nowhere in new[] { stranger, $"{KeptApp.Assessments()}/{new string('0', 32)}", $"{KeptApp.Assessments()}/x'--", $"{KeptApp.Assessments()}/{address.Split('/')[^1].ToUpperInvariant()}" })
        {
            await RefusedAsync(HttpStatusCode.NotFound, "unknown-assessment", KeptApp.Rssi, "PUT", $"{nowhere}/answers/{First}", """{"option":1}""", ("If-None-Match", "*"));
            await RefusedAsync(HttpStatusCode.NotFound, "unknown-assessment", KeptApp.Rssi, "DELETE", $"{nowhere}/answers/{First}", null, ("If-Match", "\"1\""));
            foreach (var path in new[] { "", "/preview", "/result", "/comparison", "/migration" })
                await RefusedAsync(HttpStatusCode.NotFound, "unknown-assessment", KeptApp.Rssi, "GET", nowhere + path);
            await RefusedAsync(HttpStatusCode.NotFound, "unknown-assessment", KeptApp.Rssi, "DELETE", nowhere);
            await RefusedAsync(HttpStatusCode.NotFound, "unknown-assessment", KeptApp.Rssi, "POST", $"{nowhere}/submission", "{}");
            await RefusedAsync(HttpStatusCode.NotFound, "unknown-assessment", KeptApp.Rssi, "PUT", $"{nowhere}/sharing", """{"detail":true}""");
        }
    }
}
