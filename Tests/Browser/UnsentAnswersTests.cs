using System.Text.RegularExpressions;
using CrisisKits.Tests.Browser.Pages;
using CrisisKits.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrisisKits.Tests.Browser;

/// <summary>Answers that the server has not acknowledged: kept on the workstation for one account, sent when that is possible again, wiped at sign-out.</summary>
internal sealed partial class UnsentAnswersTests : BrowserFixture
{
    private string _draft = "";

    private static string First => KeptApp.Questions[0];

    private static string Second => KeptApp.Questions[1];

    [SetUp]
    public async Task OpenDraftAsync() => _draft = await App.DraftAsync();

    [Test]
    public async Task What_is_given_offline_is_sent_when_the_network_is_back()
    {
        var theme = await OpenThemeAsync();
        await theme.Page.Context.SetOfflineAsync(true);
        await theme.ChooseAsync(First, "2");
        await Expect(theme.State(First)).ToHaveTextAsync("Hors ligne\u202f: sera envoyé au retour du réseau");
        await theme.CommentAsync(First, "Donnée dans le train.");
        Assert.That(await theme.KeptHereAsync(), Is.EqualTo(1));
        await AssertAccessibleAsync(theme.Page);
        await PictureAsync(theme.Page, "theme-hors-ligne");
        await theme.Page.Context.SetOfflineAsync(false);
        await Expect(theme.State(First)).ToHaveTextAsync(SavedAt());
        Assert.That(await theme.KeptHereAsync(), Is.Zero);
        Assert.That(await CommentOfFirstAsync(), Is.EqualTo("Donnée dans le train."));
    }

    [Test]
    public async Task A_session_that_ended_loses_nothing_and_says_where_to_sign_in_again()
    {
        var theme = await OpenThemeAsync();
        await theme.Page.Context.ClearCookiesAsync(new() { Name = "crisiskits" });
        await theme.ChooseAsync(First, "2");
        await Expect(theme.Waiting).ToContainTextAsync("Votre session a expiré. Vos réponses sont gardées sur ce poste");
        await AssertAccessibleAsync(theme.Page);
        await PictureAsync(theme.Page, "theme-session-expiree");
        // the browser asks before leaving, since something is unsent
        theme.Page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await theme.Waiting.GetByRole(AriaRole.Link).ClickAsync();
        await theme.Page.GetByRole(AriaRole.Button, new() { Name = "Rachid" }).ClickAsync();
        await Expect(theme.State(First)).ToHaveTextAsync(SavedAt());
        await Expect(theme.Option(First, "2")).ToBeCheckedAsync();
        await Expect(theme.Waiting).ToBeEmptyAsync();
    }

    [Test]
    public async Task A_window_closed_before_the_network_was_back_sends_from_any_page_of_the_account()
    {
        var theme = await OpenThemeAsync();
        var context = theme.Page.Context;
        await context.SetOfflineAsync(true);
        await theme.ChooseAsync(First, "3");
        await Expect(theme.State(First)).ToContainTextAsync("Hors ligne");
        await theme.Page.CloseAsync();
        await context.SetOfflineAsync(false);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/etablissements");
        await Expect(page.Locator("[data-unsent]")).ToBeEmptyAsync();
        await WaitForAnswersAsync(1);
        Assert.That(await new ThemePage(page).KeptHereAsync(), Is.Zero);
    }

    [Test]
    public async Task Another_account_of_the_workstation_neither_sees_nor_sends_them()
    {
        var theme = await OpenThemeAsync();
        await GoOfflineWithAnAnswerAsync(theme);
        // back on the network, the session is over: nothing can leave in its name
        await theme.Page.Context.ClearCookiesAsync();
        await theme.Page.Context.SetOfflineAsync(false);
        await theme.Page.GotoAsync($"/connexion?retour={Uri.EscapeDataString(ThemePage.PathOf(_draft))}");
        await theme.Page.GetByRole(AriaRole.Button, new() { Name = "Colette" }).ClickAsync();
        await Expect(theme.Block(First)).ToBeVisibleAsync();
        await theme.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Expect(theme.Option(First, "2")).Not.ToBeCheckedAsync();
        await Expect(theme.Waiting).ToBeEmptyAsync();
        Assert.That(await AnswersAsync(), Is.Zero);
    }

    [Test]
    public async Task Signing_out_tells_what_would_be_lost_then_wipes_the_workstation()
    {
        var theme = await OpenThemeAsync();
        await theme.Page.RouteAsync("**/themes/*handler=Answer*", route => route.AbortAsync());
        await theme.ChooseAsync(First, "2");
        await theme.ChooseAsync(Second, "1");
        await Expect(theme.State(Second)).ToContainTextAsync("Hors ligne");
        await theme.Page.GetByRole(AriaRole.Button, new() { Name = "Se déconnecter" }).ClickAsync();
        var dialog = theme.Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync("2 réponses ne sont pas encore envoyées");
        await AssertAccessibleAsync(theme.Page);
        await PictureAsync(theme.Page, "deconnexion-non-envoyees");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Rester connecté" }).ClickAsync();
        Assert.That(await theme.KeptHereAsync(), Is.EqualTo(2));
        await theme.Page.GetByRole(AriaRole.Button, new() { Name = "Se déconnecter" }).ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Se déconnecter et effacer" }).ClickAsync();
        await Expect(theme.Page.GetByRole(AriaRole.Link, new() { Name = "Se connecter", Exact = true })).ToBeVisibleAsync();
        Assert.That(await theme.KeptHereAsync(), Is.Zero);
        Assert.That(await AnswersAsync(), Is.Zero);
    }

    [Test]
    public async Task Signing_out_sends_what_can_still_be_sent()
    {
        var theme = await OpenThemeAsync();
        await GoOfflineWithAnAnswerAsync(theme);
        await theme.Page.RouteAsync("**/*", route => route.ContinueAsync());
        await theme.Page.Context.SetOfflineAsync(false);
        await theme.Page.GetByRole(AriaRole.Button, new() { Name = "Se déconnecter" }).ClickAsync();
        await Expect(theme.Page.GetByRole(AriaRole.Link, new() { Name = "Se connecter", Exact = true })).ToBeVisibleAsync();
        Assert.That(await AnswersAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_server_that_cannot_keep_is_told_and_asked_again()
    {
        var theme = await OpenThemeAsync();
        var refused = 0;
        await theme.Page.RouteAsync("**/themes/*handler=Answer*", route => refused++ == 0 ? route.FulfillAsync(new() { Status = 503 }) : route.ContinueAsync());
        await theme.ChooseAsync(First, "2");
        await Expect(theme.State(First)).ToContainTextAsync("Votre réponse est gardée sur ce poste");
        await PictureAsync(theme.Page, "theme-indisponible");
        await AssertAccessibleAsync(theme.Page);
        await Expect(theme.State(First)).ToHaveTextAsync(SavedAt(), new() { Timeout = 15_000 });
    }

    [Test]
    public async Task The_browser_asks_before_leaving_only_when_something_is_unsent()
    {
        var theme = await OpenThemeAsync();
        var asked = 0;
        theme.Page.Dialog += (_, dialog) =>
        {
            asked++;
            _ = dialog.AcceptAsync();
        };
        await theme.ChooseAsync(First, "2");
        await Expect(theme.State(First)).ToHaveTextAsync(SavedAt());
        await theme.Page.ReloadAsync();
        Assert.That(asked, Is.Zero);
        await theme.CommentAsync(Second, "Sans réponse encore.");
        await theme.Page.ReloadAsync();
        Assert.That(asked, Is.EqualTo(1));
        await Expect(theme.Comment(Second)).ToHaveValueAsync("Sans réponse encore.");
    }

    [Test]
    public async Task An_answer_that_meets_another_after_coming_back_is_chosen_from()
    {
        var theme = await OpenThemeAsync();
        await GoOfflineWithAnAnswerAsync(theme);
        (await App.AnswerAsync(_draft, First, """{"option":3}""", token: KeptApp.Contributor)).Dispose();
        await theme.Page.Context.SetOfflineAsync(false);
        await Expect(theme.Conflict(First)).ToContainTextAsync("Celle de Colette Brigade");
        theme.Page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await theme.Page.GotoAsync("/etablissements");
        await Expect(theme.Waiting).ToContainTextAsync("Une autre réponse a été donnée entre-temps");
        await AssertAccessibleAsync(theme.Page);
        await PictureAsync(theme.Page, "attente-conflit");
        await theme.Waiting.GetByRole(AriaRole.Link).ClickAsync();
        await theme.Conflict(First).GetByRole(AriaRole.Button, new() { Name = "Garder celle de Colette" }).ClickAsync();
        await Expect(theme.Option(First, "3")).ToBeCheckedAsync();
        Assert.That(await theme.KeptHereAsync(), Is.Zero);
    }

    [Test]
    public async Task An_answer_that_came_too_late_is_shown_before_it_is_forgotten()
    {
        var theme = await OpenThemeAsync();
        await App.AnswerAllAsync(_draft, 1);
        await theme.Page.ReloadAsync();
        await GoOfflineWithAnAnswerAsync(theme);
        await App.SubmitAsync(_draft);
        await theme.Page.Context.SetOfflineAsync(false);
        await Expect(theme.State(First)).ToContainTextAsync("Cette autoévaluation est validée");
        theme.Page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await theme.Page.ReloadAsync();
        await Expect(theme.Waiting).ToContainTextAsync("gardée sur ce poste et refusée");
        await AssertAccessibleAsync(theme.Page);
        await PictureAsync(theme.Page, "attente-refusee");
        await theme.Waiting.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(theme.Waiting).ToBeEmptyAsync();
        Assert.That(await theme.KeptHereAsync(), Is.Zero);
    }

    private async Task<ThemePage> OpenThemeAsync()
    {
        var page = await SignInAsync(KeptApp.Rssi);
        await page.GotoAsync(ThemePage.PathOf(_draft));
        return new(page);
    }

    private static async Task GoOfflineWithAnAnswerAsync(ThemePage theme)
    {
        await theme.Page.Context.SetOfflineAsync(true);
        await theme.ChooseAsync(First, "2");
        await Expect(theme.State(First)).ToContainTextAsync("Hors ligne");
    }

    private async Task<int> AnswersAsync() => (await App.GetAsync(_draft)).GetProperty("answers").GetArrayLength();

    private async Task<string?> CommentOfFirstAsync() => (await App.GetAsync(_draft)).GetProperty("answers")[0].GetProperty("comment").GetString();

    private async Task WaitForAnswersAsync(int count)
    {
        for (var waited = 0; waited < 50 && await AnswersAsync() != count; waited++)
            await Task.Delay(100);
        Assert.That(await AnswersAsync(), Is.EqualTo(count));
    }

    [GeneratedRegex(@"^Enregistré à \d\d:\d\d$")]
    private static partial Regex SavedAt();
}
