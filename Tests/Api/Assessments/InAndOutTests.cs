using System.Net;
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

    private async Task<byte[]> BytesAsync(string path, int? truncate = null)
    {
        using var response = await App.SendAsync(KeptApp.Rssi, "GET", path);
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
