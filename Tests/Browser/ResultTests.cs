using CrisisKits.Tests.Browser.Pages;
using CrisisKits.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrisisKits.Tests.Browser;

internal sealed class ResultTests : BrowserFixture
{
    [TestCase(1280)]
    [TestCase(320)]
    public async Task A_first_result_says_what_to_do_next_and_leads_to_the_kit(int width)
    {
        var page = await ResultAsync(await IdAsync(1, "cont-procedures-papier"), KeptApp.Rssi, width);
        await Expect(page.Headline).ToHaveTextAsync("Kit recommandé : débutant. Ce n’est pas une note.".Replace(" :", "\u202F:", StringComparison.Ordinal));
        await Expect(page.Page.Locator(".steps")).ToContainTextAsync("à vérifier d’abord");
        foreach (var details in await page.Page.Locator("details > summary").AllAsync())
            await details.ClickAsync();
        await AssertAccessibleAsync(page.Page);
        await AssertFitsAsync(page.Page);
        await PictureAsync(page.Page, $"resultat-{width}");
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "Ouvrir le kit débutant" }).ClickAsync();
        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Kit débutant");
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "Résultat" }).ClickAsync();
        await Expect(page.Headline).ToBeVisibleAsync();
    }

    [Test]
    public async Task A_second_result_stands_beside_the_first_with_the_kit_chosen_and_its_reason()
    {
        await App.SubmittedAsync(1);
        var second = await App.SubmittedAsync(2, """{ "kitLevel": "advanced", "reason": "Le groupement joue <b>ensemble</b>.\nNous suivons." }""");
        var page = await ResultAsync(second.Split('/')[^1], KeptApp.Rssi);
        await Expect(page.Page.Locator(".typed")).ToContainTextAsync("<b>ensemble</b>");
        await Expect(page.Page.GetByRole(AriaRole.Table)).ToContainTextAsync("+33 points");
        await AssertAccessibleAsync(page.Page);
        await PictureAsync(page.Page, "resultat-compare");
    }

    [Test]
    public async Task The_highest_result_looks_beyond()
    {
        var page = await ResultAsync(await IdAsync(3), KeptApp.Rssi);
        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = "Au-delà" })).ToBeVisibleAsync();
        await AssertAccessibleAsync(page.Page);
        await PictureAsync(page.Page, "resultat-confirme");
    }

    [Test]
    public async Task In_forced_colours_the_charts_are_drawn_in_the_system_s()
    {
        var page = await ResultAsync(await IdAsync(1), KeptApp.Rssi);
        await page.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active, ColorScheme = ColorScheme.Dark });
        await AssertAccessibleAsync(page.Page, forcedColours: true);
        var text = await page.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.headline')).color");
        var drawn = await page.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('svg.chart .accent')].map(mark => getComputedStyle(mark).color)");
        Assert.That(drawn.Distinct(StringComparer.Ordinal), Is.EqualTo(new[] { text }));
        await PictureAsync(page.Page, "resultat-couleurs-forcees");
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task The_detail_is_shared_and_kept_back_at_any_time_by_keyboard_too(bool scripts)
    {
        var page = await ResultAsync(await IdAsync(1), KeptApp.Rssi, scripts: scripts);
        await page.ShareAsync("Partager le détail par thème avec l’ARS");
        await Expect(page.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("l’ARS peut lire le score de chaque thème");
        await Expect(page.Page.GetByLabel("Partager le détail")).ToBeCheckedAsync();
        if (scripts)
            await AssertAccessibleAsync(page.Page);
        await page.Page.GetByLabel("Partager le détail").FocusAsync();
        await page.Page.Keyboard.PressAsync("ArrowUp");
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("l’ARS ne lit pas le détail");
    }

    [Test]
    public async Task Whoever_may_not_decide_reads_the_choice()
    {
        var page = await ResultAsync(await IdAsync(1), KeptApp.Contributor);
        await Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer ce choix" })).ToHaveCountAsync(0);
        await Expect(page.Sharing).ToContainTextAsync("n’est pas partagé");
        await AssertAccessibleAsync(page.Page);
    }

    [Test]
    public async Task The_session_is_enough_to_download_the_report()
    {
        var page = await ResultAsync(await IdAsync(1), KeptApp.Rssi);
        foreach (var link in new[] { "Le rapport (PDF)", "Le classeur (XLSX)", "Les données (JSON)" })
        {
            var href = await page.Page.GetByRole(AriaRole.Link, new() { Name = link }).GetAttributeAsync("href");
            Assert.That((await page.Page.APIRequest.GetAsync(href!)).Status, Is.EqualTo(200), link);
        }
    }

    /// <summary>A submitted assessment with the same option everywhere, but for a question that nobody could answer.</summary>
    private async Task<string> IdAsync(int option, string? unknown = null)
    {
        var address = await App.DraftAsync();
        await App.AnswerAllAsync(address, option);
        if (unknown is not null)
            (await App.AnswerAsync(address, unknown, """{"dontKnow":true}""", 1)).Dispose();
        await App.SubmitAsync(address);
        return address.Split('/')[^1];
    }

    private async Task<ResultPage> ResultAsync(string id, string token, int width = 1280, bool scripts = true) =>
        new(await SignInAsync(token, ResultPage.Address(id), options =>
        {
            options.ViewportSize = new() { Width = width, Height = 800 };
            options.JavaScriptEnabled = scripts;
        }));
}
