using System.Globalization;
using System.Text.RegularExpressions;
using CrisisKits.Tests.Browser.Pages;
using CrisisKits.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrisisKits.Tests.Browser;

/// <summary>Answers given with scripts: saved as given, seen by others, and chosen from when two meet.</summary>
internal sealed partial class ThemeTests : BrowserFixture
{
    private string _draft = "";

    private static string First => KeptApp.Questions[0];

    private static string Second => KeptApp.Questions[1];

    [SetUp]
    public async Task OpenDraftAsync() => _draft = await App.DraftAsync();

    [Test]
    public async Task Somebody_answers_a_theme_with_the_keyboard_only()
    {
        var theme = await OpenThemeAsync(KeptApp.Rssi);
        await AssertAccessibleAsync(theme.Page);
        await PictureAsync(theme.Page, "theme");
        await theme.Page.Keyboard.PressAsync("Tab");
        await Expect(theme.Page.Locator(":focus")).ToHaveTextAsync("Aller au contenu");
        await theme.Page.Keyboard.PressAsync("Enter");
        await TabToAsync(theme.Page, theme.Option(First, "0"));
        await theme.Page.Keyboard.PressAsync("ArrowDown");
        await theme.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(theme.Option(First, "2")).ToBeCheckedAsync();
        await TabToAsync(theme.Page, theme.Block(First).Locator(".notes > summary"));
        await theme.Page.Keyboard.PressAsync("Enter");
        await theme.Page.Keyboard.PressAsync("Tab");
        await theme.Page.Keyboard.TypeAsync("<script>alert(1)</script> Signée en mars.");
        await Expect(theme.State(First)).ToHaveTextAsync(SavedAt());
        await Expect(theme.CountHere).ToHaveTextAsync("1");
        await TabToAsync(theme.Page, theme.Page.Locator("[data-onwards]"));
        await theme.Page.Keyboard.PressAsync("Enter");
        await Expect(theme.Page.Locator("h1")).ToContainTextAsync("2.");
        await theme.Page.GoBackAsync();
        await Expect(theme.Option(First, "2")).ToBeCheckedAsync();
        await Expect(theme.Comment(First)).ToHaveValueAsync("<script>alert(1)</script> Signée en mars.");
        await Expect(theme.Who(First)).ToContainTextAsync("Réponse de Rachid Sentinelle");
        await Expect(theme.CountAll).ToHaveTextAsync("1");
        await AssertAccessibleAsync(theme.Page);
        await PictureAsync(theme.Page, "theme-repondu");
    }

    [Test]
    public async Task Texts_are_saved_after_a_rest_and_sans_objet_waits_for_its_reason()
    {
        var grid = ShippedContent.Grids.Current.Themes.First(each => each.Questions.Any(question => question.AllowsNotApplicable));
        var question = grid.Questions.First(each => each.AllowsNotApplicable).Id;
        var theme = await OpenThemeAsync(KeptApp.Rssi, grid.Id);
        await theme.CommentAsync(question, "À voir.");
        await Expect(theme.State(question)).ToContainTextAsync("Choisissez une réponse");
        await theme.ChooseAsync(question, "without");
        await Expect(theme.State(question)).ToContainTextAsync("Dites pourquoi");
        await PictureAsync(theme.Page, "theme-sans-motif");
        await theme.Block(question).Locator("textarea[name$='.reason']").FillAsync("Pas de bloc opératoire.");
        await Expect(theme.State(question)).ToHaveTextAsync(SavedAt());
        await AssertAccessibleAsync(theme.Page);
        await theme.Page.ReloadAsync();
        await Expect(theme.Block(question).Locator("textarea[name$='.reason']")).ToHaveValueAsync("Pas de bloc opératoire.");
        await Expect(theme.Comment(question)).ToHaveValueAsync("À voir.");
    }

    [Test]
    public async Task Two_people_answer_different_questions_at_once()
    {
        var rachid = await OpenThemeAsync(KeptApp.Rssi);
        var colette = await OpenThemeAsync(KeptApp.Contributor);
        await Task.WhenAll(rachid.ChooseAsync(First, "2"), colette.ChooseAsync(Second, "1"));
        await Expect(rachid.State(First)).ToHaveTextAsync(SavedAt());
        await Expect(colette.State(Second)).ToHaveTextAsync(SavedAt());
        await rachid.Page.ReloadAsync();
        await Expect(rachid.Who(Second)).ToContainTextAsync("Réponse de Colette Brigade");
        await Expect(rachid.CountAll).ToHaveTextAsync("2");
    }

    [TestCase("mine")]
    [TestCase("theirs")]
    public async Task Two_people_answer_the_same_question_and_the_second_chooses(string keep)
    {
        var rachid = await OpenThemeAsync(KeptApp.Rssi);
        var colette = await OpenThemeAsync(KeptApp.Contributor);
        await colette.CommentAsync(First, "Signée par la direction en mars, remise à chacun.");
        await colette.ChooseAsync(First, "3");
        await Expect(colette.State(First)).ToHaveTextAsync(SavedAt());
        await rachid.CommentAsync(First, "Signée par la direction en juin.");
        await rachid.ChooseAsync(First, "2");
        await Expect(rachid.Conflict(First)).ToBeFocusedAsync();
        await Expect(rachid.Conflict(First)).ToContainTextAsync("Celle de Colette Brigade");
        await Expect(rachid.Conflict(First).Locator(".side mark").First).ToHaveTextAsync("juin.");
        await AssertAccessibleAsync(rachid.Page);
        await AssertFitsAsync(rachid.Page);
        await PictureAsync(rachid.Page, "theme-conflit");
        await TabToAsync(rachid.Page, rachid.Conflict(First).Locator($"[data-keep={keep}]"));
        await rachid.Page.Keyboard.PressAsync("Enter");
        await Expect(rachid.Conflict(First)).ToHaveCountAsync(0);
        var (option, who, comment) = keep == "mine" ? ("2", "Rachid", "Signée par la direction en juin.") : ("3", "Colette", "Signée par la direction en mars, remise à chacun.");
        await Expect(rachid.Option(First, option)).ToBeFocusedAsync();
        await Expect(rachid.Who(First)).ToContainTextAsync(who);
        await rachid.Page.ReloadAsync();
        await Expect(rachid.Option(First, option)).ToBeCheckedAsync();
        await Expect(rachid.Comment(First)).ToHaveValueAsync(comment);
        Assert.That(await rachid.KeptHereAsync(), Is.Zero);
    }

    [Test]
    public async Task Another_window_of_the_same_person_follows_and_collides_with_nothing()
    {
        var theme = await OpenThemeAsync(KeptApp.Rssi);
        var other = new ThemePage(await theme.Page.Context.NewPageAsync());
        await other.Page.GotoAsync(theme.Page.Url);
        await theme.ChooseAsync(First, "2");
        await Expect(other.Option(First, "2")).ToBeCheckedAsync();
        await Expect(other.CountAll).ToHaveTextAsync("1");
        await other.ChooseAsync(First, "1");
        await Expect(other.State(First)).ToHaveTextAsync(SavedAt());
        await Expect(theme.Option(First, "1")).ToBeCheckedAsync();
        await Expect(other.Conflict(First)).ToHaveCountAsync(0);
    }

    [Test]
    public async Task An_answer_is_taken_back_and_given_back()
    {
        var theme = await OpenThemeAsync(KeptApp.Rssi);
        await theme.ChooseAsync(First, "2");
        await theme.CommentAsync(First, "Signée.");
        await Expect(theme.State(First)).ToHaveTextAsync(SavedAt());
        await theme.Block(First).Locator("[data-clear]").ClickAsync();
        await Expect(theme.State(First)).ToHaveTextAsync("Réponse effacée.");
        await Expect(theme.CountAll).ToHaveTextAsync("0");
        await Expect(theme.Block(First).Locator("[data-undo]")).ToBeFocusedAsync();
        await AssertAccessibleAsync(theme.Page);
        await PictureAsync(theme.Page, "theme-effacee");
        await theme.Page.Keyboard.PressAsync("Enter");
        await Expect(theme.State(First)).ToHaveTextAsync(SavedAt());
        await Expect(theme.Option(First, "2")).ToBeFocusedAsync();
        await theme.Page.ReloadAsync();
        await Expect(theme.Comment(First)).ToHaveValueAsync("Signée.");
    }

    [Test]
    public async Task Answers_carried_over_are_confirmed()
    {
        var former = await App.SubmittedAsync(1);
        _draft = await App.DraftAsync(json: $$"""{"from":"{{former.Split('/')[^1]}}"}""");
        var theme = await OpenThemeAsync(KeptApp.Rssi);
        await Expect(theme.CountAll).ToHaveTextAsync("0");
        await AssertAccessibleAsync(theme.Page);
        await PictureAsync(theme.Page, "theme-a-confirmer");
        await theme.Block(First).Locator("[data-confirm]").ClickAsync();
        await Expect(theme.CountAll).ToHaveTextAsync("1");
        await Expect(theme.Block(First).Locator("[data-confirm]")).ToHaveCountAsync(0);
        await theme.Page.Locator("[data-to-confirm] a").ClickAsync();
        await AssertAccessibleAsync(theme.Page);
        await PictureAsync(theme.Page, "theme-tout-confirmer");
        await theme.Page.GetByRole(AriaRole.Button, new() { Name = "Oui, confirmer" }).ClickAsync();
        await Expect(theme.CountAll).ToHaveTextAsync("5");
    }

    [Test]
    public async Task Without_scripts_only_answers_that_meet_are_asked_again()
    {
        var theme = await OpenThemeAsync(KeptApp.Rssi, configure: options => options.JavaScriptEnabled = false);
        await PictureAsync(theme.Page, "theme-sans-script");
        (await App.AnswerAsync(_draft, First, """{"option":3,"comment":"Le sien"}""", token: KeptApp.Contributor)).Dispose();
        await theme.ChooseAsync(First, "1");
        await theme.ChooseAsync(Second, "unknown");
        await theme.Page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer et continuer" }).ClickAsync();
        await Expect(theme.Page).ToHaveTitleAsync(new Regex("^Erreur"));
        await Expect(theme.Page.Locator("[data-question]")).ToHaveCountAsync(1);
        await PictureAsync(theme.Page, "theme-sans-script-conflit");
        await theme.Page.GetByLabel("Garder la mienne").CheckAsync();
        await theme.Page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer et continuer" }).ClickAsync();
        await Expect(theme.Page.Locator("h1")).ToContainTextAsync("2.");
        Assert.That((await App.GetAsync(_draft)).GetProperty("answers").EnumerateArray().Select(answer => answer.GetProperty("version").GetInt32()), Is.EquivalentTo(new[] { 2, 1 }));
    }

    [Test]
    public async Task The_pages_of_errors_without_scripts_are_accessible()
    {
        // axe needs scripts: the same pages, of a browser that has them and did not load ours
        var theme = await OpenThemeAsync(KeptApp.Rssi, before: page => page.RouteAsync("**/js/*", route => route.FulfillAsync(new() { ContentType = "text/javascript", Body = "" })));
        (await App.AnswerAsync(_draft, First, """{"option":3,"comment":"Le sien"}""", token: KeptApp.Contributor)).Dispose();
        await theme.ChooseAsync(First, "1");
        await theme.CommentAsync(Second, "Sans réponse.");
        await theme.Page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer", Exact = true }).Last.ClickAsync();
        await Expect(theme.Page.Locator(".error-summary")).ToBeFocusedAsync();
        await Expect(theme.Page.Locator(".error-summary li")).ToHaveCountAsync(2);
        await AssertAccessibleAsync(theme.Page);
        await PictureAsync(theme.Page, "theme-erreur");
        await theme.Page.SetViewportSizeAsync(320, 700);
        await AssertFitsAsync(theme.Page);
    }

    [Test]
    public async Task A_reader_and_a_submitted_assessment_have_nothing_to_fill()
    {
        (await App.AnswerAsync(_draft, First, """{"option":2,"comment":"<i>Vu</i> en réunion."}""")).Dispose();
        var reader = await OpenThemeAsync("demo-reader");
        await Expect(reader.Page.Locator("main input:visible, main textarea, main button")).ToHaveCountAsync(0);
        await Expect(reader.Block(First)).ToContainTextAsync("<i>Vu</i> en réunion.");
        await AssertAccessibleAsync(reader.Page);
        await PictureAsync(reader.Page, "theme-lecteur");
        _draft = await App.SubmittedAsync(2);
        var theme = await OpenThemeAsync(KeptApp.Rssi);
        await Expect(theme.Page.Locator("main input:visible, main textarea, main button")).ToHaveCountAsync(0);
        await AssertAccessibleAsync(theme.Page);
        await PictureAsync(theme.Page, "theme-valide");
    }

    [Test]
    public async Task A_social_structure_reads_its_wording_in_a_narrow_window()
    {
        await App.GrantAsync(KeptApp.Rssi, "879999027");
        _draft = await App.DraftAsync("879999027");
        var theme = await OpenThemeAsync(KeptApp.Rssi, configure: options => options.ViewportSize = new() { Width = 320, Height = 700 });
        await Expect(theme.Block(First).Locator("h2")).ToContainTextAsync(ShippedContent.Grids.Current.Questions.First().Esms!.Text[..40]);
        foreach (var summary in await theme.Page.Locator("summary").AllAsync())
            await summary.ClickAsync();
        await theme.ChooseAsync(First, "2");
        await Expect(theme.State(First)).ToHaveTextAsync(SavedAt());
        await AssertFitsAsync(theme.Page);
        await AssertAccessibleAsync(theme.Page);
        await PictureAsync(theme.Page, "theme-320");
    }

    [Test]
    public async Task The_page_weighs_little_and_less_the_second_time()
    {
        var page = await SignInAsync(KeptApp.Rssi);
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Network.enable");
        var weight = 0.0;
        session.Event("Network.loadingFinished").OnEvent += (_, finished) => weight += finished!.Value.GetProperty("encodedDataLength").GetDouble();
        await page.GotoAsync(ThemePage.PathOf(_draft), new() { WaitUntil = WaitUntilState.NetworkIdle });
        var first = weight;
        weight = 0;
        await page.GotoAsync(ThemePage.PathOf(_draft, "alerte"), new() { WaitUntil = WaitUntilState.NetworkIdle });
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first {first} bytes, then {weight}"));
        Assert.That(first, Is.InRange(5_000, 60_000));
        Assert.That(weight, Is.InRange(3_000, 15_000));
    }

    private async Task<ThemePage> OpenThemeAsync(
        string token, string theme = "gouvernance", Action<BrowserNewContextOptions>? configure = null, Func<IPage, Task>? before = null)
    {
        var page = await SignInAsync(token, configure: configure);
        if (before is not null)
            await before(page);
        await page.GotoAsync(ThemePage.PathOf(_draft, theme));
        return new(page);
    }

    /// <summary>At most as many keys as there are stops on the page.</summary>
    private static async Task TabToAsync(IPage page, ILocator target)
    {
        for (var pressed = 0; pressed < 120; pressed++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
        }

        Assert.Fail($"The keyboard does not reach {target}.");
    }

    [GeneratedRegex(@"^Enregistré à \d\d:\d\d$")]
    private static partial Regex SavedAt();
}
