using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using CrisisKits.Tests.Support;

namespace CrisisKits.Tests.Api.Assessments;

/// <summary>What is typed comes out in every export, and a workbook filled elsewhere comes in whole or not at all.</summary>
internal sealed class InAndOutTests : KeptFixture
{
    private const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [Test]
    public async Task Every_comment_and_evidence_is_found_in_every_export()
    {
        var address = await App.DraftAsync();
        var tokens = new List<string>();
        foreach (var (question, index) in KeptApp.Questions.Select((question, index) => (question, index)))
        {
            var (comment, evidence) = ($"jetonc{index:00}x", $"jetonp{index:00}x");
            tokens.AddRange([comment, evidence]);
            (await App.AnswerAsync(address, question, JsonSerializer.Serialize(new { option = index % 4, comment = $"=1+1 {comment}", evidence }))).Dispose();
        }

        await FindAllAsync(tokens, address, "report.pdf", "report.xlsx", "grid.xlsx");
        await App.SubmitAsync(address);
        await FindAllAsync(tokens, address, "report.pdf", "report.xlsx", "grid.xlsx", "report.json");
    }

    [Test]
    public async Task What_was_exported_comes_back_equal_into_another_draft()
    {
        var first = await App.DraftAsync();
        foreach (var (question, index) in KeptApp.Questions.Select((question, index) => (question, index)))
            (await App.AnswerAsync(first, question, index % 5 == 4 ? """{"dontKnow":true,"comment":"À voir\nen réunion"}""" : JsonSerializer.Serialize(new { option = index % 4, evidence = $"-{index}" }))).Dispose();
        var answers = Answers(await App.GetAsync(first));
        var file = await BytesAsync($"{first}/grid.xlsx");
        var second = await App.DraftAsync();

        var dry = await ImportAsync(HttpStatusCode.OK, second, file, "?dryRun=true");
        Assert.That((dry.GetProperty("dryRun").GetBoolean(), dry.GetProperty("added").GetInt32()), Is.EqualTo((true, 30)));
        Assert.That((await App.GetAsync(second)).GetProperty("answers").GetArrayLength(), Is.Zero, "a dry run keeps nothing");
        var done = await ImportAsync(HttpStatusCode.OK, second, file);
        Assert.That((done.GetProperty("added").GetInt32(), done.GetProperty("faults").GetArrayLength()), Is.EqualTo((30, 0)));
        Assert.That(Answers(await App.GetAsync(second)), Is.EqualTo(answers));
        var again = await ImportAsync(HttpStatusCode.OK, second, file);
        Assert.That((again.GetProperty("unchanged").GetInt32(), again.GetProperty("changed").GetInt32()), Is.EqualTo((30, 0)));
    }

    [Test]
    public async Task A_file_that_is_no_workbook_is_refused_and_changes_nothing()
    {
        var address = await App.DraftAsync();

        await ImportAsync(HttpStatusCode.UnprocessableEntity, address, [1, 2, 3]);
        await ImportAsync(HttpStatusCode.UnprocessableEntity, address, await BytesAsync($"{address}/grid.xlsx", truncate: 500));
        await ImportAsync(HttpStatusCode.RequestEntityTooLarge, address, new byte[1_000_001]);

        Assert.That((await App.GetAsync(address)).GetProperty("answers").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task What_a_colleague_changed_while_the_workbook_was_out_is_not_overwritten_unseen()
    {
        var address = await App.DraftAsync();
        foreach (var question in KeptApp.Questions.Take(3))
            (await App.AnswerAsync(address, question, """{"option":1}""")).Dispose();
        var file = SpoiledWorkbook.Filled(await BytesAsync($"{address}/grid.xlsx"), ("I2", "2"), ("I3", "2"));
        (await App.AnswerAsync(address, KeptApp.Questions[0], """{"option":3,"comment":"Prouvé."}""", 1, KeptApp.Contributor)).Dispose();
        (await App.AnswerAsync(address, KeptApp.Questions[2], """{"option":0}""", 1, KeptApp.Contributor)).Dispose();
        var before = (await App.GetAsync(address)).GetRawText();

        var problem = await ImportAsync(HttpStatusCode.UnprocessableEntity, address, file);
        var dry = await ImportAsync(HttpStatusCode.OK, address, file, "?dryRun=true");
        Assert.Multiple(async () =>
        {
            Assert.That(Text(problem, "detail"), Does.StartWith("Rien n’a été repris").And.Contain("2 erreurs, en I2, I4"));
            Assert.That(problem.GetProperty("errors").EnumerateObject().Select(error => $"{error.Name} {Text(error.Value[0], "code")}"), Is.EqualTo(["I2 answer-changed", "I4 answer-changed"]));
            Assert.That(Text(problem.GetProperty("errors").GetProperty("I2")[0], "message"), Does.Contain("Question 1.1").And.Contain("Colette Brigade").And.Contain("3").And.Contain("cette ligne dit"));
            var between = dry.GetProperty("faults")[0].GetProperty("between");
            Assert.That((Text(between.GetProperty("current"), "comment"), between.GetProperty("mine").GetProperty("option").GetInt32()), Is.EqualTo(("Prouvé.", 2)));
            Assert.That((await App.GetAsync(address)).GetRawText(), Is.EqualTo(before), "all or nothing");
        });
        var done = await ImportAsync(HttpStatusCode.OK, address, file, "?overwrite=true");
        Assert.That((done.GetProperty("changed").GetInt32(), done.GetProperty("unchanged").GetInt32(), done.GetProperty("empty").GetInt32()), Is.EqualTo((3, 0, 27)));
        Assert.That(Text(done.GetProperty("lines")[0].GetProperty("replaced").GetProperty("current"), "answeredBy"), Does.StartWith("Colette Brigade"));
    }

    [Test]
    public async Task A_blank_grid_filled_elsewhere_replaces_an_answer_only_on_demand()
    {
        var address = await App.DraftAsync();
        (await App.AnswerAsync(address, KeptApp.Questions[0], """{"option":3}""")).Dispose();
        var file = SpoiledWorkbook.Filled(await BytesAsync("/api/v1/grids/current.xlsx"), ("I2", "1"), ("I3", "1"));
        var problem = await ImportAsync(HttpStatusCode.UnprocessableEntity, address, file);
        Assert.That(Text(problem, "code"), Is.EqualTo("would-overwrite"));
        var dry = await ImportAsync(HttpStatusCode.OK, address, file, "?dryRun=true&overwrite=true");
        var replaced = dry.GetProperty("lines")[0].GetProperty("replaced");
        Assert.That((replaced.GetProperty("current").GetProperty("option").GetInt32(), replaced.GetProperty("mine").GetProperty("option").GetInt32()), Is.EqualTo((3, 1)));
        var done = await ImportAsync(HttpStatusCode.OK, address, file, "?overwrite=true");
        Assert.That((done.GetProperty("added").GetInt32(), done.GetProperty("changed").GetInt32()), Is.EqualTo((1, 1)));
        Assert.That((await App.GetAsync(address)).GetProperty("answers")[0].GetProperty("option").GetInt32(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_workbook_of_another_establishment_or_wording_is_refused_whole()
    {
        var elsewhere = await App.DraftAsync("389999012", token: "demo-referent");
        var address = await App.DraftAsync();
        var stranger = await ImportAsync(HttpStatusCode.UnprocessableEntity, address, await BytesAsync($"{elsewhere}/grid.xlsx", token: "demo-referent"));
        var esms = await ImportAsync(HttpStatusCode.UnprocessableEntity, address, await BytesAsync("/api/v1/grids/current.xlsx?variant=esms"));
        Assert.That((Text(stranger, "code"), Text(esms, "code")), Is.EqualTo(("other-establishment", "other-variant")));
    }

    [Test]
    public async Task Of_last_year_s_answers_those_read_again_are_confirmed_and_the_others_wait()
    {
        var lastYear = await App.SubmittedAsync(1);
        var address = await App.DraftAsync(json: $$"""{"from":"{{lastYear.Split('/')[^1]}}"}""");
        var exported = await BytesAsync($"{address}/grid.xlsx");
        var file = SpoiledWorkbook.Filled(exported, ("M2", null), ("M3", null), ("I3", "2"));
        var done = await ImportAsync(HttpStatusCode.OK, address, file);
        Assert.That(
            string.Join(' ', new[] { "added", "changed", "confirmed", "unchanged", "toConfirm", "empty" }.Select(name => done.GetProperty(name).GetInt32())), Is.EqualTo("0 1 1 0 28 0"));
        Assert.That((await App.GetAsync(address)).GetProperty("answered").GetInt32(), Is.EqualTo(2));
        var forgotten = await ImportAsync(HttpStatusCode.UnprocessableEntity, address, SpoiledWorkbook.Filled(exported, ("I9", "3")));
        Assert.That(forgotten.GetProperty("errors").EnumerateObject().Select(error => Text(error.Value[0], "code")), Does.Contain("to-confirm"));
    }

    [TestCase("application/zip", null, 422)]
    [TestCase("application/octet-stream", null, 422)]
    [TestCase("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet; charset=binary", null, 422)]
    [TestCase("application/json", null, 415)]
    [TestCase("multipart/form-data; boundary=x", null, 415)]
    [TestCase("text/csv", null, 415)]
    [TestCase(null, null, 415)]
    [TestCase("application/zip", "gzip", 415)]
    public async Task A_workbook_comes_as_it_is(string? type, string? encoding, int status)
    {
        var address = await App.DraftAsync();
        using var content = new ByteArrayContent([1]);
        if (type is not null)
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        if (encoding is not null)
            content.Headers.ContentEncoding.Add(encoding);
        using var response = await App.SendContentAsync(KeptApp.Rssi, "POST", $"{address}/import", content);
        var problem = await TestApp.JsonOf(response);
        Assert.That((int)response.StatusCode, Is.EqualTo(status), problem.GetRawText());
        if (status == 415 && encoding is null)
            Assert.That(Text(problem, "detail"), Does.Contain("Envoyez le classeur lui-même"));
    }

    [TestCase("dryRun=oui", "wrong-type", "dryRun")]
    [TestCase("dryRun=1", "wrong-type", "dryRun")]
    [TestCase("overwrite=", "wrong-type", "overwrite")]
    [TestCase("dryrun=true&force=true", "unknown-parameter", "force")]
    public async Task A_manner_of_import_that_is_none_is_named(string query, string code, string parameter)
    {
        var problem = await ImportAsync(HttpStatusCode.BadRequest, await App.DraftAsync(), [1], "?" + query);
        Assert.That((Text(problem, "code"), problem.GetProperty("errors").TryGetProperty(parameter, out _)), Is.EqualTo((code, true)));
    }

    [Test]
    public async Task Who_sends_a_workbook_slowly_keeps_nobody_waiting()
    {
        var address = await App.DraftAsync();
        var senders = new List<TcpClient>();
        try
        {
            for (var sender = 0; sender < 12; sender++)
            {
                var client = new TcpClient();
                senders.Add(client);
                await client.ConnectAsync(App.Address.Host, App.Address.Port);
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
                    $"POST {address}/import HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {KeptApp.Rssi}\r\nContent-Type: {XlsxType}\r\nContent-Length: 9000\r\n\r\nPK"));
            }

            await Task.Delay(300);
            using var waiting = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            var scored = App.JsonAsync(HttpStatusCode.OK, null, "POST", "/api/v1/scores", """{"gridVersion":"current","answers":[{"questionId":"entr-exercice-tenu","option":1}]}""");
            await scored.WaitAsync(waiting.Token);
        }
        finally
        {
            senders.ForEach(sender => sender.Dispose());
        }
    }

    [Test]
    public async Task A_submitted_assessment_takes_nothing_in()
    {
        var address = await App.SubmittedAsync(1);

        var problem = await ImportAsync(HttpStatusCode.Conflict, address, await BytesAsync($"{address}/grid.xlsx"));

        Assert.That(Text(problem, "code"), Is.EqualTo("submitted"));
    }

    [Test]
    public async Task The_blank_workbook_is_for_anyone_and_each_export_says_its_name()
    {
        var address = await App.SubmittedAsync(2);
        foreach (var (path, type, name) in new[]
        {
            ("/api/v1/grids/current.xlsx?variant=esms", XlsxType, "crisiskits-grille-2026.1-esms.xlsx"),
            ($"{address}/report.pdf", "application/pdf", "crisiskits-rapport-639999010.pdf"),
            ($"{address}/report.xlsx", XlsxType, "crisiskits-resultat-639999010.xlsx"),
            ($"{address}/grid.xlsx", XlsxType, "crisiskits-grille-2026.1-639999010.xlsx"),
        })
        {
            using var response = await App.SendAsync(path.StartsWith("/api/v1/grids", StringComparison.Ordinal) ? null : KeptApp.Rssi, "GET", path);
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), path);
            Assert.That((response.Content.Headers.ContentType!.MediaType, response.Content.Headers.ContentDisposition!.FileName), Is.EqualTo((type, name)));
            Assert.That(response.Headers.CacheControl!.NoStore, Is.EqualTo(!path.Contains("/grids/", StringComparison.Ordinal)));
        }
    }

    private async Task FindAllAsync(List<string> tokens, string address, params string[] exports)
    {
        foreach (var export in exports)
        {
            var bytes = await BytesAsync($"{address}/{export}");
            var text = Path.GetExtension(export) switch
            {
                ".pdf" => string.Concat(Pages.Text(bytes)),
                ".xlsx" => string.Join('\n', Enumerable.Range(0, 4).SelectMany(sheet => Rows(bytes, sheet)).SelectMany(row => row)),
                _ => System.Text.Encoding.UTF8.GetString(bytes),
            };
            Assert.That(tokens.Where(token => !text.Contains(token, StringComparison.Ordinal)), Is.Empty, export);
        }
    }

    /// <summary>Workbooks have two to four sheets.</summary>
    private static List<List<string>> Rows(byte[] xlsx, int sheet)
    {
        try
        {
            return OfficeFiles.Rows(xlsx, sheet);
        }
        catch (Exception none) when (none is ArgumentOutOfRangeException or InvalidOperationException)
        {
            return [];
        }
    }

    private static string Answers(JsonElement assessment) => string.Join('\n', assessment.GetProperty("answers").EnumerateArray().Select(answer =>
        string.Join('|', answer.EnumerateObject().Where(property => property.Name is "questionId" or "option" or "dontKnow" or "notApplicable" or "comment" or "evidence").Select(property => property.Value.ToString()))));

    private async Task<byte[]> BytesAsync(string path, int? truncate = null, string token = KeptApp.Rssi)
    {
        using var response = await App.SendAsync(token, "GET", path);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), $"{path}: {await response.Content.ReadAsStringAsync()}");
        var bytes = await response.Content.ReadAsByteArrayAsync();
        return truncate is { } length ? bytes[..length] : bytes;
    }

    private async Task<JsonElement> ImportAsync(HttpStatusCode status, string address, byte[] file, string query = "")
    {
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new(XlsxType);
        using var response = await App.SendContentAsync(KeptApp.Rssi, "POST", $"{address}/import{query}", content);
        Assert.That(response.StatusCode, Is.EqualTo(status), await response.Content.ReadAsStringAsync());
        return await TestApp.JsonOf(response);
    }
}
