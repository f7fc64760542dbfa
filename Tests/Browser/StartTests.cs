using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrisisKits.Tests.Browser;

internal sealed class StartTests : BrowserFixture
{
    [TestCase(1280)]
    [TestCase(320)]
    public async Task The_start_page_can_be_read_by_anyone_on_any_screen(int width)
    {
        var page = await OpenAsync(options => options.ViewportSize = new() { Width = width, Height = 800 });
        await page.GotoAsync("/");
        await AssertAccessibleAsync(page);
        await AssertFitsAsync(page);
        await PictureAsync(page, $"accueil-{width}");
    }

    [Test]
    public async Task One_gets_from_the_start_page_to_ones_establishment_and_to_a_kit_without_an_account()
    {
        var page = await OpenAsync();
        await page.GotoAsync("/");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Tout le kit (ZIP) – Kit débutant" }).ClickAsync());
        Assert.That(download.SuggestedFilename, Is.EqualTo("crisiskits-2026.1-beginner-EXERCICE.zip"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Se connecter et commencer" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Qui êtes-vous ?");
    }
}
