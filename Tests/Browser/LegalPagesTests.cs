namespace CrisisKits.Tests.Browser;

internal sealed class LegalPagesTests : BrowserFixture
{
    [TestCase("/accessibilite")]
    [TestCase("/donnees-personnelles")]
    [TestCase("/mentions-legales")]
    [TestCase("/nulle-part")]
    public async Task The_pages_about_the_service_are_read_by_anyone(string path)
    {
        var page = await OpenAsync();
        await page.GotoAsync(path);
        await AssertAccessibleAsync(page);
        await PictureAsync(page, path[1..]);
        await page.SetViewportSizeAsync(320, 640);
        await AssertFitsAsync(page);
    }
}
