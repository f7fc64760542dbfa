using CrisisKits.Tests.Support;
using Microsoft.Playwright;

namespace CrisisKits.Tests.Browser.Pages;

/// <summary>The page of a kit, as its visitors use it.</summary>
internal sealed class KitPage(IPage page)
{
    public IPage Page => page;

    public ILocator Heading => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public ILocator Faults => page.Locator(".error-summary");

    public ILocator Preview => page.GetByRole(AriaRole.Region, new() { Name = "Ce qui sera imprimé" });

    public static string Address(string level = "beginner", string? assessment = null) =>
        $"/etablissements/{KeptApp.Hospital}/kits/{level}{(assessment is null ? string.Empty : $"?autoevaluation={assessment}")}";

    public ILocator Field(string label) => page.GetByLabel(label, new() { Exact = true });

    public Task FillAsync(string label, string text) => Field(label).FillAsync(text);

    public Task PreviewAsync() => page.GetByRole(AriaRole.Button, new() { Name = "Voir ce que cela change" }).ClickAsync();

    /// <summary>Makes the kit; gives the name and the bytes of the file.</summary>
    public async Task<(string Name, byte[] Bytes)> MakeAsync()
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Fabriquer et télécharger" }).ClickAsync());
        return (download.SuggestedFilename, await File.ReadAllBytesAsync(await download.PathAsync()));
    }
}
