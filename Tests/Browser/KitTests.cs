using System.IO.Compression;
using CrisisKits.Tests.Browser.Pages;
using CrisisKits.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrisisKits.Tests.Browser;

internal sealed class KitTests : BrowserFixture
{
    [TestCase(true)]
    [TestCase(false)]
    public async Task A_responsable_makes_the_kit_in_the_name_of_the_establishment(bool scripts)
    {
        var assessment = (await App.SubmittedAsync(1)).Split('/')[^1];
        var kit = new KitPage(await SignInAsync(KeptApp.Rssi, KitPage.Address(assessment: assessment), options => options.JavaScriptEnabled = scripts));
        await Expect(kit.Heading).ToHaveTextAsync("Kit débutant");
        await Expect(kit.Field("Nom, tel qu’il s’imprime")).ToHaveValueAsync("Centre hospitalier de Valmorel-les-Essarts (fictif)");
        await kit.FillAsync("Date de l’exercice", "15/12/2026");
        await kit.FillAsync("Heure du DEBEX", "9 h");
        await kit.FillAsync("Dossier patient (DPI)", "Alizé Soins");
        await kit.Page.GetByText("Qui tient chaque fonction ce jour-là").ClickAsync();
        await kit.FillAsync("Directeur de l’exercice (DIREX)", "Mme Berthier");

        // the Enter key shows what would be printed, and downloads nothing yet
        await kit.Field("Directeur de l’exercice (DIREX)").PressAsync("Enter");
        await Expect(kit.Preview).ToContainTextAsync("exercice du 15/12/2026");
        await Expect(kit.Preview).ToContainTextAsync("DEBEX à 09:00");
        await Expect(kit.Preview).ToContainTextAsync("Alizé Soins");
        await Expect(kit.Preview).ToContainTextAsync("à jouer en priorité");
        if (scripts)
            await AssertAccessibleAsync(kit.Page);
        await PictureAsync(kit.Page, scripts ? "kit-apercu" : "kit-apercu-sans-js");

        var (name, bytes) = await kit.MakeAsync();
        Assert.That(name, Is.EqualTo("crisiskits-2026.1-beginner-centre-hospitalier-de-valmorel-les-2026-12-15-EXERCICE.zip"));
        using var zip = new ZipArchive(new MemoryStream(bytes));
        Assert.That(zip.Entries.Select(entry => entry.FullName), Has.Some.Contains("priorites-direx"));
        await using var note = await zip.Entries.Single(entry => entry.Name.StartsWith("01-note-direction", StringComparison.Ordinal)).OpenAsync();
        using var read = new MemoryStream();
        await note.CopyToAsync(read);
        Assert.That(Support.Pages.Flat(read.ToArray()), Does.Contain("15/12/2026").And.Contain("Mme Berthier"));
    }

    [Test]
    public async Task What_is_wrong_is_told_beside_the_field_and_what_was_typed_stays()
    {
        var kit = new KitPage(await SignInAsync(KeptApp.Rssi, KitPage.Address()));
        await kit.FillAsync("Nom, tel qu’il s’imprime", " ");
        await kit.FillAsync("Date de l’exercice", "31/02/2026");
        await kit.FillAsync("Heure du DEBEX", "matin");
        await kit.FillAsync("Laboratoire", "Labo Dupin");
        await kit.PreviewAsync();
        await Expect(kit.Faults).ToBeVisibleAsync();
        await Expect(kit.Faults).ToBeFocusedAsync();
        await Expect(kit.Faults.GetByRole(AriaRole.Link)).ToHaveCountAsync(3);
        await Expect(kit.Page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^Erreur"));
        await Expect(kit.Field("Date de l’exercice")).ToHaveValueAsync("31/02/2026");
        await Expect(kit.Field("Laboratoire")).ToHaveValueAsync("Labo Dupin");
        await AssertAccessibleAsync(kit.Page);
        await PictureAsync(kit.Page, "kit-erreurs");
        await kit.Faults.GetByRole(AriaRole.Link, new() { Name = "Cette date" }).ClickAsync();
        await Expect(kit.Field("Date de l’exercice")).ToBeFocusedAsync();
        await kit.FillAsync("Nom, tel qu’il s’imprime", "CH");
        await kit.FillAsync("Date de l’exercice", "");
        await kit.FillAsync("Heure du DEBEX", "23:00");
        await kit.PreviewAsync();
        await Expect(kit.Faults).ToContainTextAsync("avant minuit");
        await Expect(kit.Faults.GetByRole(AriaRole.Link)).ToHaveCountAsync(1);
    }

    [TestCase("beginner", 1280)]
    [TestCase("advanced", 1280)]
    [TestCase("beginner", 320)]
    public async Task The_page_of_a_kit_can_be_read_by_anyone_on_any_screen(string level, int width)
    {
        await App.SubmittedAsync(1);
        var page = await SignInAsync(KeptApp.Rssi, KitPage.Address(level), options => options.ViewportSize = new() { Width = width, Height = 800 });
        foreach (var details in await page.Locator("details > summary").AllAsync())
            await details.ClickAsync();
        await AssertAccessibleAsync(page);
        await AssertFitsAsync(page);
        await PictureAsync(page, $"kit-{level}-{width}");
    }

    [Test]
    public async Task What_is_short_of_means_is_told_with_a_lighter_kit()
    {
        var page = await SignInAsync(KeptApp.Rssi, KitPage.Address("intermediate"));
        foreach (var (label, value) in new[] { ("Joueurs", "7"), ("Animateurs", "2"), ("Observateurs", "1"), ("Salle (heures)", "3,5"), ("Préparation (semaines)", "8") })
            await page.GetByLabel(label, new() { Exact = true }).FillAsync(value);
        await page.GetByRole(AriaRole.Button, new() { Name = "Vérifier" }).ClickAsync();
        await Expect(page.Locator("#moyens")).ToContainTextAsync("il en faut au moins 8, vous en avez 7");
        await AssertAccessibleAsync(page);
        await PictureAsync(page, "kit-moyens");
        await page.GetByRole(AriaRole.Link, new() { Name = "Voir le kit débutant" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Kit débutant");
    }

    [TestCase(KeptApp.Contributor, "contributeur")]
    [TestCase("demo-ars", "agence")]
    public async Task Each_is_offered_what_it_may_print(string token, string name)
    {
        await App.SubmittedAsync(1);
        var page = await SignInAsync(token, KitPage.Address());
        await Expect(page.GetByLabel("Tout le kit (ZIP), un dossier par public")).ToHaveCountAsync(0);
        await AssertAccessibleAsync(page);
        await PictureAsync(page, $"kit-{name}");
    }

    [Test]
    public async Task A_kit_that_does_not_exist_shows_those_that_do()
    {
        var page = await SignInAsync(KeptApp.Rssi, KitPage.Address("facile"));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Ce kit n’existe pas");
        await AssertAccessibleAsync(page);
        await PictureAsync(page, "kit-inconnu");
        await page.GetByRole(AriaRole.Link, new() { Name = "Kit confirmé" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Kit confirmé");
    }
}
