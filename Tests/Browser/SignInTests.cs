using System.Text.RegularExpressions;
using CrisisKits.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrisisKits.Tests.Browser;

internal sealed class SignInTests : BrowserFixture
{
    [Test]
    public async Task A_person_signs_in_chooses_an_establishment_and_leaves()
    {
        var page = await OpenAsync();
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Se connecter", Exact = true }).ClickAsync();
        await AssertAccessibleAsync(page);
        await PictureAsync(page, "connexion");
        await page.GetByRole(AriaRole.Button, new() { Name = "Rose Passerelle" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Mes établissements");
        await AssertAccessibleAsync(page);
        await PictureAsync(page, "etablissements");
        await page.GetByRole(AriaRole.Link, new() { Name = "Valmorel" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Tableau de bord");
        await page.GetByRole(AriaRole.Button, new() { Name = "Se déconnecter" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Se connecter", Exact = true })).ToBeVisibleAsync();
        await page.GotoAsync("/etablissements");
        await Expect(page).ToHaveURLAsync(new Regex("/connexion\\?retour="));
    }

    [Test]
    public async Task Whoever_asks_for_a_page_without_being_signed_in_comes_back_to_it()
    {
        var page = await SignInAsync(KeptApp.Rssi, $"/etablissements/{KeptApp.Hospital}");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Tableau de bord");
    }

    [Test]
    public async Task An_establishment_of_others_does_not_exist()
    {
        var page = await SignInAsync(KeptApp.Rssi);
        var response = await page.GotoAsync("/etablissements/389999012");
        Assert.That(response!.Status, Is.EqualTo(404));
        await AssertAccessibleAsync(page);
    }
}
