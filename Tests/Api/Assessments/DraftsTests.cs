using System.Net;
using System.Text.Json;
using CrisisKits.Tests.Support;

namespace CrisisKits.Tests.Api.Assessments;

/// <summary>Opening, finding and discarding drafts.</summary>
internal sealed class DraftsTests : KeptFixture
{
    [Test]
    public async Task A_draft_is_created_at_an_address_where_it_is_read()
    {
        (await App.SendAsync(KeptApp.Rssi, "DELETE", await App.DraftAsync())).Dispose();
        using var created = await App.SendAsync(KeptApp.Rssi, "POST", KeptApp.Assessments("63 999 901 0"), """{"gridVersion":"2026.1"}""");
        var draft = await TestApp.JsonOf(created);
        Assert.That(created.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        Assert.That(created.Headers.Location?.ToString(), Is.EqualTo($"{KeptApp.Assessments()}/{draft.GetProperty("id").GetString()}"));
        Assert.That((await App.GetAsync(created.Headers.Location!.ToString())).GetRawText(), Is.EqualTo(draft.GetRawText()));
        Assert.Multiple(() =>
        {
            Assert.That(draft.GetProperty("finess").GetString(), Is.EqualTo(KeptApp.Hospital));
            Assert.That(draft.GetProperty("state").GetString(), Is.EqualTo("draft"));
            Assert.That((draft.GetProperty("answered").GetInt32(), draft.GetProperty("total").GetInt32()), Is.EqualTo((0, KeptApp.Questions.Count)));
        });
    }

    [Test]
    public async Task A_second_draft_is_refused_with_the_address_of_the_first()
    {
        var open = await App.DraftAsync();
        using var second = await App.SendAsync(KeptApp.Rssi, "POST", KeptApp.Assessments(), "{}");
        var problem = await TestApp.ProblemOf(second, HttpStatusCode.Conflict, "draft-already-open");
        Assert.That((second.Headers.Location?.ToString(), problem.GetProperty("location").GetString()), Is.EqualTo((open, open)));
        Assert.That(Text(problem, "detail"), Does.Match(@"^Rachid Sentinelle .* a ouvert un brouillon le [0-9/]{10} à [0-9:]{5}.: continuez-le"));
        Assert.That(Text((await App.GetAsync(KeptApp.Establishment())).GetProperty("openDraft"), "href"), Is.EqualTo(open));
    }

    [Test]
    public async Task Of_people_who_start_at_once_one_does()
    {
        (await App.SendAsync(KeptApp.Rssi, "DELETE", await App.DraftAsync())).Dispose();
        var responses = await Task.WhenAll(Enumerable.Range(0, 6).Select(index =>
            App.SendAsync(index % 2 == 0 ? KeptApp.Rssi : "demo-referent", "POST", KeptApp.Assessments(), "{}")));
        Assert.That(responses.Select(response => response.StatusCode).Order(), Is.EqualTo(Enumerable.Repeat(HttpStatusCode.Conflict, 5).Prepend(HttpStatusCode.Created)));
        Assert.That(responses.Select(response => response.Headers.Location?.ToString()).Distinct(StringComparer.Ordinal), Has.Exactly(1).Items);
        Array.ForEach(responses, response => response.Dispose());
    }

    [Test]
    public async Task A_request_sent_again_with_its_key_is_done_once()
    {
        (await App.SendAsync(KeptApp.Rssi, "DELETE", await App.DraftAsync())).Dispose();
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());
        using var first = await App.SendAsync(KeptApp.Rssi, "POST", KeptApp.Assessments(), "{}", key);
        using var again = await App.SendAsync(KeptApp.Rssi, "POST", KeptApp.Assessments("63 9999010"), " {} ", key);
        Assert.That((again.StatusCode, again.Headers.Location), Is.EqualTo((HttpStatusCode.Created, first.Headers.Location)));
        Assert.That(await again.Content.ReadAsStringAsync(), Is.EqualTo(await first.Content.ReadAsStringAsync()));

        await RefusedAsync(HttpStatusCode.UnprocessableEntity, "idempotency-key-reused", KeptApp.Rssi, "POST", KeptApp.Assessments(), """{"gridVersion":"2026.1"}""", key);
        // the key of somebody else
        await RefusedAsync(HttpStatusCode.Conflict, "draft-already-open", "demo-referent", "POST", KeptApp.Assessments(), "{}", key);
        await RefusedAsync(HttpStatusCode.UnprocessableEntity, "idempotency-key-reused", "demo-referent", "POST", KeptApp.Assessments("389999012"), "{}", await UsedByReferent());
        (await App.SendAsync(KeptApp.Rssi, "DELETE", first.Headers.Location!.ToString())).Dispose();
        await RefusedAsync(HttpStatusCode.Conflict, "discarded-since", KeptApp.Rssi, "POST", KeptApp.Assessments(), "{}", key);

        async Task<(string, string)> UsedByReferent()
        {
            var site = KeptApp.Assessments("639999028");
            await App.JsonAsync(HttpStatusCode.Created, "demo-referent", "POST", site, "{}", key);
            return key;
        }
    }

    [TestCase("")]
    [TestCase("1234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890+")]
    [TestCase("deux mots")]
    public async Task A_key_that_is_none_is_refused(string key) =>
        await RefusedAsync(HttpStatusCode.BadRequest, "malformed-key", KeptApp.Rssi, "POST", KeptApp.Assessments(), "{}", ("Idempotency-Key", key));

    [TestCase("""{"gridVersion":"1789.1"}""", 422, "unknown-grid-version")]
    [TestCase("""{"gridVersion":2026}""", 400, "wrong-type")]
    [TestCase("""{"from":"x"}""", 422, "unknown-assessment")]
    [TestCase("""{"state":"submitted"}""", 400, "unknown-property")]
    public async Task A_bad_start_is_refused(string json, int status, string code)
    {
        (await App.SendAsync(KeptApp.Rssi, "DELETE", await App.DraftAsync())).Dispose();
        await RefusedAsync((HttpStatusCode)status, code, KeptApp.Rssi, "POST", KeptApp.Assessments(), json);
        Assert.That((await App.GetAsync(KeptApp.Establishment())).GetProperty("openDraft").ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [Test]
    public async Task A_discarded_draft_is_gone_with_its_answers()
    {
        var address = await App.DraftAsync();
        (await App.AnswerAsync(address, KeptApp.Questions[0], """{"option":1}""")).Dispose();
        using var discarded = await App.SendAsync(KeptApp.Rssi, "DELETE", address);
        Assert.That(discarded.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        await RefusedAsync(HttpStatusCode.NotFound, "unknown-assessment", KeptApp.Rssi, "GET", address);
        await RefusedAsync(HttpStatusCode.NotFound, "unknown-assessment", KeptApp.Rssi, "DELETE", address);
    }

    [Test]
    public async Task Who_already_has_a_draft_as_it_is_gets_304_until_somebody_answers()
    {
        var address = await App.DraftAsync();
        using var first = await App.SendAsync(KeptApp.Rssi, "GET", address);
        using var same = await App.SendAsync(KeptApp.Rssi, "GET", address, null, ("If-None-Match", first.Headers.ETag!.ToString()));
        (await App.AnswerAsync(address, KeptApp.Questions[0], """{"option":1}""")).Dispose();
        using var changed = await App.SendAsync(KeptApp.Rssi, "GET", address, null, ("If-None-Match", first.Headers.ETag!.ToString()));
        Assert.That((same.StatusCode, changed.StatusCode), Is.EqualTo((HttpStatusCode.NotModified, HttpStatusCode.OK)));
    }

    [Test]
    public async Task A_page_leads_to_the_next_and_the_last_to_none()
    {
        var expected = new List<string> { await App.SubmittedAsync(0), await App.SubmittedAsync(1), await App.DraftAsync() };
        var read = new List<string>();
        for (var path = $"{KeptApp.Assessments()}?limit=1"; path is not null;)
        {
            using var response = await App.SendAsync(KeptApp.Rssi, "GET", path);
            var page = await TestApp.JsonOf(response);
            read.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("href").GetString()!));
            path = response.Headers.TryGetValues("Link", out var links) ? links.Single().Split('<', '>')[1] : null;
            Assert.That(Text(page, "cursor"), path is null ? Is.Null : Is.EqualTo(read[^1].Split('/')[^1]));
        }

        Assert.That(read.Take(3).Reverse(), Is.EqualTo(expected));
        Assert.That(read, Is.Unique);
    }

    [TestCase("limit=0", "out-of-range")]
    [TestCase("limit=201", "out-of-range")]
    [TestCase("limit=deux", "out-of-range")]
    [TestCase("limit=1e2", "out-of-range")]
    [TestCase("page=2", "unknown-parameter")]
    [TestCase("cursor=x", "malformed-cursor")]
    public async Task A_page_that_is_none_is_refused(string query, string code) =>
        await RefusedAsync(HttpStatusCode.BadRequest, code, KeptApp.Rssi, "GET", $"{KeptApp.Assessments()}?{query}");

    [Test]
    public async Task Moving_to_the_grid_in_force_carries_every_answer()
    {
        var address = await App.DraftAsync();
        (await App.AnswerAsync(address, KeptApp.Questions[1], """{"option":1}""")).Dispose();
        var migration = await App.GetAsync($"{address}/migration?to=current");
        Assert.Multiple(() =>
        {
            Assert.That((Text(migration, "from"), Text(migration, "to")), Is.EqualTo(("2026.1", "2026.1")));
            Assert.That(migration.GetProperty("questions").EnumerateArray().Select(question => Text(question, "fate")), Is.All.EqualTo("carried").And.Exactly(KeptApp.Questions.Count).Items);
            Assert.That(migration.GetProperty("questions").EnumerateArray().Where(question => question.GetProperty("answered").GetBoolean()).Select(question => Text(question, "questionId")), Is.EqualTo([KeptApp.Questions[1]]));
        });
        await RefusedAsync(HttpStatusCode.UnprocessableEntity, "unknown-grid-version", KeptApp.Rssi, "GET", $"{address}/migration?to=1789.1");
    }
}
