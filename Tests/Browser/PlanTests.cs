using System.Text.RegularExpressions;
using CrisisKits.Tests.Browser.Pages;
using CrisisKits.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrisisKits.Tests.Browser;

/// <summary>From the dashboard to the submission, as people meet these pages.</summary>
internal sealed partial class PlanTests : BrowserFixture
{
    private const string Dashboard = $"/etablissements/{KeptApp.Hospital}";

    [Test]
    public async Task A_new_establishment_sees_its_year()
    {
        var page = await SignInAsync(KeptApp.Rssi, Dashboard);
        await ProveAsync(page, "tableau-vide");
        var reader = await SignInAsync("demo-reader", Dashboard);
        await ProveAsync(reader, "tableau-lecteur");
        var agency = await SignInAsync("demo-ars", Dashboard);
        await ProveAsync(agency, "tableau-ars-vide");
    }

    [Test]
    public async Task The_dashboard_in_every_state_is_accessible_and_fits()
    {
        var address = await App.SubmittedAsync(1, """{"kitLevel":"intermediate","reason":"Rejouer avec la région."}""");
        await App.SubmittedAsync(2);
        var page = await SignInAsync(KeptApp.Rssi, Dashboard);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Jouez le kit" })).ToBeVisibleAsync();
        await ProveAsync(page, "tableau-valide");
        await page.GetByText("Commencer déjà une nouvelle autoévaluation").ClickAsync();
        await ProveAsync(page, "tableau-recommencer");
        await page.GetByRole(AriaRole.Button, new() { Name = "Commencer l’autoévaluation" }).ClickAsync();
        await ProveAsync(page, "plan-a-confirmer");
        await page.GotoAsync(Dashboard);
        await ProveAsync(page, "tableau-en-cours");
        await App.JsonAsync(System.Net.HttpStatusCode.OK, KeptApp.Rssi, "PUT", $"{(await App.GetAsync(KeptApp.Assessments())).GetProperty("items")[1].GetProperty("href").GetString()}/sharing", """{"detail":true}""");
        var agency = await SignInAsync("demo-ars", Dashboard);
        await ProveAsync(agency, "tableau-ars-partage");
        Assert.That(address, Is.Not.Empty);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Two_people_share_the_themes_and_one_submits(bool scripts)
    {
        var suffix = scripts ? "" : "-sans-script";
        var draft = await App.DraftAsync();
        await App.AnswerAllAsync(draft, 2);
        (await App.SendAsync(KeptApp.Rssi, "DELETE", $"{draft}/answers/{KeptApp.Questions[12]}", null, ("If-Match", "\"1\""))).Dispose();
        (await App.AnswerAsync(draft, KeptApp.Questions[13], """{"dontKnow":true}""", 1)).Dispose();
        var rssi = new PlanPage(await SignInAsync(KeptApp.Rssi, KeptApp.PageOf(draft), options => options.JavaScriptEnabled = scripts), draft);
        await ProveAsync(rssi.Page, "plan" + suffix, scripts);

        await rssi.HandOver("continuite").ClickAsync();
        await rssi.InCharge("continuite").SelectOptionAsync(new SelectOptionValue { Label = "Colette Brigade (contributrice, démonstration)" });
        await rssi.Button("Confier le thème 3").ClickAsync();
        await Expect(rssi.Status.First).ToContainTextAsync("Thème confié à Colette Brigade");
        await Expect(rssi.Message("continuite")).ToBeVisibleAsync();
        await ProveAsync(rssi.Page, "plan-confie" + suffix, scripts);
        if (scripts)
        {
            await rssi.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
            await rssi.Button("Copier le message").ClickAsync();
            await Expect(rssi.Theme("continuite").GetByRole(AriaRole.Status)).ToHaveTextAsync("Message copié.");
            Assert.That(await rssi.Page.EvaluateAsync<string>("navigator.clipboard.readText()"), Does.Contain($"{App.Address}{rssi.Address[1..]}/themes/continuite"));
        }

        var colette = new PlanPage(await SignInAsync(KeptApp.Contributor, Dashboard, options => options.JavaScriptEnabled = scripts), draft);
        await Expect(colette.Page.GetByRole(AriaRole.Heading, new() { Name = "Le thème qui vous est confié" })).ToBeVisibleAsync();
        await ProveAsync(colette.Page, "tableau-contributrice" + suffix, scripts);

        await rssi.OpenAsync("/relecture");
        await ProveAsync(rssi.Page, "relecture-incomplete" + suffix, scripts);
        (await App.AnswerAsync(draft, KeptApp.Questions[12], """{"option":1}""", 2, KeptApp.Contributor)).Dispose();
        await rssi.Page.ReloadAsync();
        await ProveAsync(rssi.Page, "relecture" + suffix, scripts);
        await rssi.Page.GetByLabel("Kit confirmé").CheckAsync();
        await rssi.Button("Valider l’autoévaluation").ClickAsync();
        await Expect(rssi.Alert).ToContainTextAsync("Rien n’est encore validé");
        await Expect(rssi.Alert).ToBeFocusedAsync();
        await ProveAsync(rssi.Page, "relecture-refusee" + suffix, scripts);
        await rssi.Alert.GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(rssi.Page.GetByLabel("Pourquoi un kit plus exigeant")).ToBeFocusedAsync();
        await rssi.Page.GetByLabel("Pourquoi un kit plus exigeant").FillAsync("La direction l’a demandé après l’exercice de mars.");
        await rssi.Page.GetByLabel("J’ai relu").CheckAsync();
        await rssi.Button("Valider l’autoévaluation").ClickAsync();
        await Expect(rssi.Page).ToHaveURLAsync(Result());
        Assert.That(Level(await App.GetAsync($"{draft}/result")), Is.EqualTo("advanced"));
        await rssi.OpenAsync();
        await ProveAsync(rssi.Page, "plan-valide" + suffix, scripts);
    }

    [Test]
    public async Task A_workbook_is_shown_line_by_line_before_it_is_kept_and_refused_with_its_reasons()
    {
        var next = await App.DraftAsync();
        var blank = await BytesAsync("/api/v1/grids/current.xlsx");
        var page = new PlanPage(await SignInAsync(KeptApp.Rssi, $"{KeptApp.PageOf(next)}/import"), next);
        await ProveAsync(page.Page, "import");
        await SendAsync(page, "vide.xlsx", "ce n’est pas un classeur"u8.ToArray());
        await Expect(page.Alert).ToBeFocusedAsync();
        await ProveAsync(page.Page, "import-illisible");
        await SendAsync(page, "gros.xlsx", new byte[3_000_000]);
        await Expect(page.Alert).ToContainTextAsync("dépasse 1 Mo");
        await SendAsync(page, "grille.xlsx", FilledWorkbook.Of(blank, "2", "<b>peut-être</b>", "je ne sais pas"));
        await Expect(page.Alert).ToContainTextAsync("1 case est à corriger");
        await Expect(page.Page.GetByText("<b>peut-être</b>")).ToBeVisibleAsync();
        await ProveAsync(page.Page, "import-refuse");
        await SendAsync(page, "grille.xlsx", FilledWorkbook.Of(blank, "2", "0", "je ne sais pas"));
        await Expect(page.Status).ToContainTextAsync("Rien n’est encore enregistré. 3 réponses seraient reprises");
        await ProveAsync(page.Page, "import-apercu");
        Assert.That((await App.GetAsync(next)).GetProperty("answers").GetArrayLength(), Is.Zero);
        await page.Button("Reprendre ces 3 réponses").ClickAsync();
        await Expect(page.Status).ToContainTextAsync("3 réponses reprises du classeur.");
        await page.OpenAsync("/abandon");
        await ProveAsync(page.Page, "abandon");
        await page.Button("Abandonner le brouillon").ClickAsync();
        await Expect(page.Alert).ToBeFocusedAsync();
        await ProveAsync(page.Page, "abandon-refuse");
    }

    [Test]
    public async Task With_the_keyboard_only_one_goes_from_the_dashboard_to_a_submission()
    {
        var draft = await App.DraftAsync();
        await App.AnswerAllAsync(draft, 1);
        var page = await SignInAsync(KeptApp.Rssi, Dashboard);
        await TabToAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "Relire et valider" }));
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, page.GetByLabel("Kit débutant"));
        await page.Keyboard.PressAsync("ArrowDown");
        await TabToAsync(page, page.GetByLabel("Pourquoi un kit plus exigeant"));
        await page.Keyboard.TypeAsync("Déjà joué deux fois.");
        await TabToAsync(page, page.GetByLabel("J’ai relu"));
        await page.Keyboard.PressAsync("Space");
        await TabToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Valider l’autoévaluation" }));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(Result());
        Assert.That(Level(await App.GetAsync($"{draft}/result")), Is.EqualTo("intermediate"));
    }

    [GeneratedRegex("/resultat$")]
    private static partial Regex Result();

    private static string? Level(System.Text.Json.JsonElement result) => result.GetProperty("chosenKit").GetProperty("level").GetString();

    private static async Task TabToAsync(IPage page, ILocator wanted)
    {
        const int most = 80;
        for (var pressed = 0; pressed < most; pressed++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await wanted.EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
        }

        Assert.Fail($"{wanted} is not reached with the keyboard");
    }

    private static async Task SendAsync(PlanPage page, string name, byte[] file)
    {
        await page.Page.GetByLabel("Le classeur rempli").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = file });
        await page.Button("Voir ce qu’il contient").ClickAsync();
    }

    private async Task<byte[]> BytesAsync(string path)
    {
        using var response = await App.SendAsync(KeptApp.Rssi, "GET", path);
        return await response.Content.ReadAsByteArrayAsync();
    }

    /// <summary>
    /// Accessible as it is, and at 320 pixels, where nothing is wider than the window; with a picture of both. Where scripts are off axe has no clock to
    /// run by; the pages are the same, and it ran on them.
    /// </summary>
    private static async Task ProveAsync(IPage page, string name, bool scripts = true)
    {
        if (scripts)
            await AssertAccessibleAsync(page);
        await PictureAsync(page, name);
        await page.SetViewportSizeAsync(320, 640);
        await AssertFitsAsync(page);
        await PictureAsync(page, name + "-320");
        await page.SetViewportSizeAsync(1280, 800);
    }
}
