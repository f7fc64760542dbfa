using CrisisKits.Tests.Support;
using Microsoft.Playwright;

namespace CrisisKits.Tests.Browser.Pages;

/// <summary>The page of a result, as its visitors read it.</summary>
internal sealed class ResultPage(IPage page)
{
    public IPage Page => page;

    public ILocator Headline => page.Locator(".headline");

    public ILocator Sharing => page.GetByRole(AriaRole.Region, new() { Name = "Ce que voit votre ARS" });

    public static string Address(string assessment) => $"/etablissements/{KeptApp.Hospital}/autoevaluations/{assessment}/resultat";

    public async Task ShareAsync(string choice)
    {
        await page.GetByLabel(choice).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer ce choix" }).ClickAsync();
    }
}
