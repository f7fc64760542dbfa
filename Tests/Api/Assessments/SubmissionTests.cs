using System.Net;
using System.Text.Json;
using CrisisKits.Tests.Support;

namespace CrisisKits.Tests.Api.Assessments;

/// <summary>From a draft to a result that stays, and from one year to the next.</summary>
internal sealed class SubmissionTests : KeptFixture
{
    [Test]
    public async Task A_submission_lists_every_missing_answer_and_changes_nothing()
    {
        var address = await App.DraftAsync();
        (await App.AnswerAsync(address, KeptApp.Questions[3], """{"dontKnow":true}""")).Dispose();
        var problem = await RefusedAsync(HttpStatusCode.UnprocessableEntity, "missing-answer", KeptApp.Rssi, "POST", $"{address}/submission", "{}");
        Assert.That(
            problem.GetProperty("errors").EnumerateObject().Select(error => error.Name),
            Is.EqualTo(KeptApp.Questions.Where((_, index) => index != 3).Select(question => $"answers.{question}")));
        Assert.That(Text(problem, "detail"), Does.StartWith("29 questions attendent une réponse").And.Contain("1.1, 1.2, 1.3, 1.5, 2.1, 2.2, 2.3, 2.4…"));
        Assert.That(problem.GetRawText().Replace("answers.", "", StringComparison.Ordinal), Does.Not.Contain($"« {KeptApp.Questions[0]}"));
        Assert.That(Text(await App.GetAsync(address), "state"), Is.EqualTo("draft"));
        await RefusedAsync(HttpStatusCode.NotFound, "not-submitted", KeptApp.Rssi, "GET", $"{address}/result");
        var comparison = await RefusedAsync(HttpStatusCode.NotFound, "not-submitted", KeptApp.Rssi, "GET", $"{address}/comparison");
        Assert.That(Text(comparison, "detail"), Does.Contain("il se comparera au résultat précédent"));
    }

    [Test]
    public async Task What_was_previewed_is_what_is_submitted_and_what_is_read_afterwards()
    {
        var address = await App.DraftAsync();
        await RefusedAsync(HttpStatusCode.UnprocessableEntity, "no-answer", KeptApp.Rssi, "GET", $"{address}/preview");
        await App.AnswerAllAsync(address, 2);
        (await App.AnswerAsync(address, KeptApp.Questions[0], """{"option":0,"comment":"Non."}""", 1)).Dispose();
        (await App.AnswerAsync(address, KeptApp.Questions[5], """{"dontKnow":true}""", 1)).Dispose();
        var preview = await App.GetAsync($"{address}/preview");
        var answers = string.Join(',', (await App.GetAsync(address)).GetProperty("answers").EnumerateArray().Select(answer =>
            answer.TryGetProperty("option", out var option) ? $$"""{"questionId":"{{Text(answer, "questionId")}}","option":{{option}}}""" : $$"""{"questionId":"{{Text(answer, "questionId")}}","dontKnow":true}"""));
        var scored = await App.JsonAsync(HttpStatusCode.OK, null, "POST", "/api/v1/scores", $$"""{"gridVersion":"2026.1","answers":[{{answers}}]}""");

        using var submitted = await App.SendAsync(KeptApp.Rssi, "POST", $"{address}/submission", "{}");
        Assert.That(submitted.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        Assert.That(submitted.Headers.Location?.ToString(), Is.EqualTo($"{address}/result"));
        var result = await App.GetAsync($"{address}/result");
        Assert.That(result.GetRawText(), Is.EqualTo(await submitted.Content.ReadAsStringAsync()));
        Assert.Multiple(() =>
        {
            foreach (var (name, value) in scored.EnumerateObject().Select(property => (property.Name, property.Value.GetRawText())))
            {
                Assert.That(preview.GetProperty(name).GetRawText(), Is.EqualTo(value), name);
                // rebuilt on the stored figures, and the same as scoring again
                Assert.That(result.GetProperty(name).GetRawText(), Is.EqualTo(value), name);
            }

            Assert.That((Text(result, "finess"), Text(result, "submittedBy")), Is.EqualTo((KeptApp.Hospital, "Rachid Sentinelle (RSSI, démonstration)")));
            Assert.That(result.GetProperty("chosenKit").GetRawText(), Is.EqualTo(result.GetProperty("kit").GetRawText()));
            Assert.That(result.GetProperty("sharing").GetProperty("detail").GetBoolean(), Is.False);
            Assert.That(result.GetProperty("reason").ValueKind, Is.EqualTo(JsonValueKind.Null));
        });
    }

    [Test]
    public async Task What_is_submitted_never_changes_again()
    {
        var address = await App.SubmittedAsync(1);
        var (before, result) = (await App.GetAsync(address), await App.GetAsync($"{address}/result"));
        await RefusedAsync(HttpStatusCode.Conflict, "submitted", KeptApp.Rssi, "PUT", $"{address}/answers/{KeptApp.Questions[0]}", """{"option":3}""", ("If-Match", "\"1\""));
        await RefusedAsync(HttpStatusCode.Conflict, "submitted", KeptApp.Rssi, "DELETE", $"{address}/answers/{KeptApp.Questions[0]}", null, ("If-Match", "\"1\""));
        await RefusedAsync(HttpStatusCode.Conflict, "submitted", KeptApp.Rssi, "DELETE", address);
        await RefusedAsync(HttpStatusCode.Conflict, "submitted", KeptApp.Rssi, "POST", $"{address}/submission", """{"kitLevel":"beginner"}""");
        await RefusedAsync(HttpStatusCode.Conflict, "submitted", KeptApp.Rssi, "GET", $"{address}/migration");
        Assert.That((await App.GetAsync(address)).GetRawText(), Is.EqualTo(before.GetRawText()));
        Assert.That((await App.GetAsync($"{address}/result")).GetRawText(), Is.EqualTo(result.GetRawText()));
    }

    [TestCase(2, """{"kitLevel":"beginner"}""", "beginner", null)]
    [TestCase(0, """{"kitLevel":"advanced","reason":" Nous avons déjà joué deux fois. "}""", "advanced", "Nous avons déjà joué deux fois.")]
    [TestCase(0, """{"kitLevel":"expert","reason":"Déjà joué."}""", "advanced", "Déjà joué.")]
    [TestCase(1, """{"kitLevel":null,"reason":null}""", "beginner", null)]
    public async Task A_kit_is_chosen_lower_freely_and_higher_with_a_reason(int option, string json, string chosen, string? reason)
    {
        var address = await App.SubmittedAsync(option, json);
        var result = await App.GetAsync($"{address}/result");
        Assert.That((Text(result.GetProperty("chosenKit"), "level"), Text(result, "reason")), Is.EqualTo((chosen, reason)));
        using var kit = await App.SendAsync(null, "GET", Text(result.GetProperty("chosenKit"), "href")!);
        Assert.That(kit.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        var last = (await App.GetAsync(KeptApp.Establishment())).GetProperty("lastSubmitted");
        Assert.That((Text(last, "href"), Text(last, "chosenLevel")), Is.EqualTo((address, chosen)));
    }

    [TestCase("""{"kitLevel":"advanced"}""", 422, "kit-reason-required", "reason")]
    [TestCase("""{"kitLevel":"advanced","reason":" … "}""", 422, "kit-reason-required", "reason")]
    [TestCase("""{"reason":"a\u0007b"}""", 422, "unprintable-text", "reason")]
    [TestCase("""{"kitLevel":"hero"}""", 400, "unknown-level", "kitLevel")]
    [TestCase("""{"kit":"beginner"}""", 400, "unknown-property", "kit")]
    public async Task A_bad_choice_of_kit_is_refused_and_submits_nothing(string json, int status, string code, string field)
    {
        var address = await App.DraftAsync();
        await App.AnswerAllAsync(address, 0);
        var problem = await RefusedAsync((HttpStatusCode)status, code, KeptApp.Rssi, "POST", $"{address}/submission", json);
        Assert.That(problem.GetProperty("errors").TryGetProperty(field, out _), Is.True);
        Assert.That(Text(await App.GetAsync(address), "state"), Is.EqualTo("draft"));
    }

    [Test]
    public async Task Of_people_who_submit_at_once_one_does()
    {
        var address = await App.DraftAsync();
        await App.AnswerAllAsync(address, 1);
        var responses = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => App.SendAsync(KeptApp.Rssi, "POST", $"{address}/submission", "{}")));
        Assert.That(responses.Select(response => response.StatusCode).Order(), Is.EqualTo(Enumerable.Repeat(HttpStatusCode.Conflict, 3).Prepend(HttpStatusCode.Created)));
        Array.ForEach(responses, response => response.Dispose());
    }

    [Test]
    public async Task Sharing_is_changed_at_any_time()
    {
        var address = await App.SubmittedAsync(1);
        foreach (var detail in new[] { true, false, true })
        {
            var said = detail ? "true" : "false";
            Assert.That((await App.JsonAsync(HttpStatusCode.OK, KeptApp.Rssi, "PUT", $"{address}/sharing", $$"""{"detail":{{said}}}""")).GetRawText(), Is.EqualTo($$"""{"detail":{{said}}}"""));
            Assert.That((await App.GetAsync($"{address}/result")).GetProperty("sharing").GetProperty("detail").GetBoolean(), Is.EqualTo(detail));
        }

        await RefusedAsync(HttpStatusCode.BadRequest, "missing-detail", KeptApp.Rssi, "PUT", $"{address}/sharing", "{}");
        await RefusedAsync(HttpStatusCode.BadRequest, "wrong-type", KeptApp.Rssi, "PUT", $"{address}/sharing", """{"detail":"oui"}""");
    }

    [Test]
    public async Task Last_year_s_answers_come_to_be_confirmed_one_by_one()
    {
        var lastYear = await App.DraftAsync();
        await App.AnswerAllAsync(lastYear, 1, KeptApp.Contributor);
        (await App.AnswerAsync(lastYear, KeptApp.Questions[0], """{"option":1,"comment":"Voir RETEX."}""", 1, KeptApp.Contributor)).Dispose();
        await App.SubmitAsync(lastYear);
        var address = await App.DraftAsync(json: $$"""{"from":"{{lastYear.Split('/')[^1]}}"}""");
        var draft = await App.GetAsync(address);
        var first = draft.GetProperty("answers")[0];
        Assert.Multiple(() =>
        {
            Assert.That(Text(draft, "copiedFrom"), Is.EqualTo(lastYear.Split('/')[^1]));
            Assert.That((draft.GetProperty("answered").GetInt32(), draft.GetProperty("answers").GetArrayLength()), Is.EqualTo((0, KeptApp.Questions.Count)));
            Assert.That((Text(first, "comment"), first.GetProperty("version").GetInt32(), first.GetProperty("toConfirm").GetBoolean()), Is.EqualTo(("Voir RETEX.", 1, true)));
            Assert.That(Text(first, "answeredBy"), Does.StartWith("Colette Brigade"));
        });
        var problem = await RefusedAsync(HttpStatusCode.UnprocessableEntity, "answer-to-confirm", KeptApp.Rssi, "POST", $"{address}/submission", "{}");
        Assert.That(problem.GetProperty("errors").EnumerateObject().Count(), Is.EqualTo(KeptApp.Questions.Count));
        Assert.That(Text(problem, "detail"), Does.StartWith("30 réponses sont à confirmer"));
        var preview = await App.GetAsync($"{address}/preview");
        Assert.That((preview.GetProperty("provisional").GetBoolean(), preview.GetProperty("toConfirm").GetInt32()), Is.EqualTo((true, KeptApp.Questions.Count)));
        Assert.That(preview.GetProperty("nextLevel").ValueKind, Is.EqualTo(JsonValueKind.Null));
        await App.AnswerAllAsync(address, 2);
        await App.SubmitAsync(address);

        var comparison = await App.GetAsync($"{address}/comparison");
        Assert.Multiple(() =>
        {
            Assert.That(Text(comparison.GetProperty("then"), "id"), Is.EqualTo(lastYear.Split('/')[^1]));
            Assert.That(comparison.GetProperty("overall").GetRawText(), Is.EqualTo("""{"then":33,"now":66,"difference":33,"why":null}"""));
            Assert.That(comparison.GetProperty("themes").EnumerateArray().Select(theme => theme.GetProperty("change").GetProperty("difference").GetInt32()), Is.All.EqualTo(33).And.Exactly(6).Items);
            Assert.That(Text(comparison.GetProperty("themes")[0], "title"), Is.EqualTo("Gouvernance et cellule de crise"));
        });
    }

    [Test]
    public async Task A_draft_is_no_start_and_neither_is_somebody_else_s()
    {
        var elsewhere = await App.DraftAsync("389999012", token: "demo-referent");
        await App.AnswerAllAsync(elsewhere, 0, "demo-referent");
        await App.SubmitAsync(elsewhere, token: "demo-referent");
        await RefusedAsync(HttpStatusCode.NotFound, "no-former-result", "demo-referent", "GET", $"{elsewhere}/comparison");
        (await App.SendAsync(KeptApp.Rssi, "DELETE", await App.DraftAsync())).Dispose();
        await RefusedAsync(HttpStatusCode.UnprocessableEntity, "unknown-assessment", KeptApp.Rssi, "POST", KeptApp.Assessments(), $$"""{"from":"{{elsewhere.Split('/')[^1]}}"}""");
    }
}
