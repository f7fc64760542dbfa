using System.Globalization;
using System.Text.RegularExpressions;
using CrisisKits.Tests.Support;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CrisisKits.Tests.Browser;

/// <summary>
/// A server of its own and a real browser for the tests of a fixture. Whatever a page asks of another host, an error of a script or a refusal of
/// the content security policy fails the test that made it.
/// </summary>
[Category("Browser")]
internal abstract partial class BrowserFixture
{
    /// <summary>Where screenshots are left to be looked at.</summary>
    private static readonly string Pictures = Path.Combine(AppContext.BaseDirectory, "screenshots");

    private readonly List<string> _complaints = [];
    private readonly List<IBrowserContext> _contexts = [];

    protected KeptApp App { get; private set; } = null!;

    [SetUp]
    public async Task StartAsync()
    {
        await Chromium.GetAsync();
        App = new();
        _complaints.Clear();
    }

    [TearDown]
    public async Task StopAsync()
    {
        foreach (var context in _contexts)
            await context.CloseAsync();
        _contexts.Clear();
        if (App is not null)
            await App.DisposeAsync();
        Assert.That(_complaints, Is.Empty, "What the browser complained about");
    }

    /// <summary>Somebody at a workstation: cookies and storage of their own. Nobody is signed in.</summary>
    /// <param name="configure">Size of the window, no scripts…</param>
    protected async Task<IPage> OpenAsync(Action<BrowserNewContextOptions>? configure = null)
    {
        var options = new BrowserNewContextOptions
        {
            BaseURL = App.Address.ToString(),
            Locale = "fr-FR",
            TimezoneId = "Europe/Paris",
            ViewportSize = new() { Width = 1280, Height = 800 },
        };
        configure?.Invoke(options);
        var context = await (await Chromium.GetAsync()).NewContextAsync(options);
        context.SetDefaultTimeout(15_000);
        _contexts.Add(context);
        context.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(App.Address.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                _complaints.Add($"request to another host: {request.Url}");
        };
        context.Console += (_, message) =>
        {
            // a request that a test makes fail on purpose is written in the console too
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
                _complaints.Add($"console: {message.Text}");
        };
        context.WebError += (_, error) => _complaints.Add($"script: {error.Error}");
        return await context.NewPageAsync();
    }

    /// <summary>Somebody signed in as a demo person, by the sign-in page.</summary>
    /// <param name="token">As in the README: <c>demo-rssi</c>…</param>
    /// <param name="path">Where that person then stands.</param>
    /// <param name="configure">As for <see cref="OpenAsync"/>.</param>
    protected async Task<IPage> SignInAsync(string token, string path = "/etablissements", Action<BrowserNewContextOptions>? configure = null)
    {
        var page = await OpenAsync(configure);
        await page.GotoAsync($"/connexion?retour={Uri.EscapeDataString(path)}");
        await page.Locator("li", new() { HasTextRegex = new($"Bearer {Regex.Escape(token)}\\s*$") }).GetByRole(AriaRole.Button).ClickAsync();
        await page.WaitForURLAsync($"**{path}");
        return page;
    }

    /// <summary>No violation of WCAG 2.2 A and AA or of axe's best practices, whatever the state of the page; and French typography.</summary>
    /// <param name="page">As it stands.</param>
    /// <param name="forcedColours">The colours are then those of the person: axe would judge ours, on their ground.</param>
    protected static async Task AssertAccessibleAsync(IPage page, bool forcedColours = false)
    {
        var text = await page.EvaluateAsync<string>("document.title + '\\n' + document.body.innerText");
        Assert.That(PlainSpace().Matches(text).Select(match => match.Value), Is.Empty, $"A plain space where French has a narrow no-break one, {page.Url}");
        var found = await page.RunAxe(new AxeRunOptions
        {
            ResultTypes = [ResultType.Violations],
            Rules = new(StringComparer.Ordinal) { ["color-contrast"] = new() { Enabled = !forcedColours } },
        });
        Assert.That(
            found.Violations.Select(violation => $"{violation.Id}: {violation.Help} — {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"), Is.Empty, page.Url);
    }

    /// <summary>Nothing wider than the window: reading never needs two scroll bars.</summary>
    protected static async Task AssertFitsAsync(IPage page) =>
        Assert.That(
            await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"), Is.LessThanOrEqualTo(0), page.Url);

    /// <summary>Leaves a picture of the whole page, to be looked at.</summary>
    protected static Task PictureAsync(IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, string.Create(CultureInfo.InvariantCulture, $"{name}.png")), FullPage = true });

    [GeneratedRegex(".{0,30} [;:!?»%]|« .{0,30}")]
    private static partial Regex PlainSpace();
}
