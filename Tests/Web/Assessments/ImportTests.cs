using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using CrisisKits.Tests.Support;

namespace CrisisKits.Tests.Web.Assessments;

/// <summary>What two people do at once to a workbook that is taken in.</summary>
internal sealed class ImportTests : KeptFixture
{
    [Test]
    public async Task What_changed_since_the_workbook_left_is_shown_and_replaced_only_as_it_was_shown()
    {
        var draft = await App.DraftAsync();
        foreach (var question in KeptApp.Questions.Take(2))
            (await App.AnswerAsync(draft, question, """{"option":1}""")).Dispose();
        var workbook = FilledWorkbook.Of(await BytesAsync($"{draft}/grid.xlsx"), "3", "je ne sais pas");
        using var rssi = await WebVisitor.SignInAsync(App, KeptApp.Rssi);
        var page = await SendAsync(rssi, draft, workbook);
        Assert.That(page.Body(), Does.Contain("2 réponses seraient reprises").And.Contain("« 3 » remplace « 1 », de Rachid Sentinelle"));

        (await App.AnswerAsync(draft, KeptApp.Questions[0], """{"option":0}""", 1, KeptApp.Contributor)).Dispose();
        var late = await rssi.PressAsync(page.Button("Reprendre ces 2 réponses"));
        Assert.That(late.QuerySelector("[role=alert]").Words(), Does.StartWith("1 réponse a été donnée entre-temps"));

        (await App.AnswerAsync(draft, KeptApp.Questions[1], """{"option":2}""", 1, KeptApp.Contributor)).Dispose();
        var later = await rssi.PressAsync(late.Button("Reprendre tout le classeur"));
        Assert.That(later.QuerySelector("[role=alert]").Words(), Does.StartWith("2 réponses ont été données entre-temps"), "what was never shown is not replaced");
        var done = await rssi.PressAsync(later.Button("Reprendre tout le classeur"));
        Assert.That(done.Body(), Does.Contain("2 réponses reprises du classeur"));
        var answers = (await App.GetAsync(draft)).GetProperty("answers");
        Assert.That((answers[0].GetProperty("option").GetInt32(), answers[1].GetProperty("dontKnow").GetBoolean()), Is.EqualTo((3, true)));
    }

    [TestCase("")]
    [TestCase("pas du base64")]
    public async Task A_workbook_that_does_not_come_back_whole_is_asked_for_again(string content)
    {
        var draft = await App.DraftAsync();
        using var rssi = await WebVisitor.SignInAsync(App, KeptApp.Rssi);
        var form = (await rssi.OpenAsync($"{KeptApp.PageOf(draft)}/import")).QuerySelector("header form")!;
        form.SetAttribute("action", $"{KeptApp.PageOf(draft)}/import?handler=Keep");
        var refused = await rssi.SendAsync(form, ("content", content));
        Assert.That(refused.QuerySelector("[role=alert]").Words(), Does.Contain("n’est pas revenu entier"));
        Assert.That(rssi.Status, Is.EqualTo(HttpStatusCode.OK));
    }

    private async Task<byte[]> BytesAsync(string path)
    {
        using var response = await App.SendAsync(KeptApp.Rssi, "GET", path);
        return await response.Content.ReadAsByteArrayAsync();
    }

    private static async Task<IDocument> SendAsync(WebVisitor visitor, string draft, byte[] workbook)
    {
        var form = (await visitor.OpenAsync($"{KeptApp.PageOf(draft)}/import")).QuerySelector("form[enctype]")!;
        using var file = new ByteArrayContent(workbook);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return await visitor.SendFileAsync(form, "file", "grille.xlsx", file);
    }
}
