using Microsoft.Playwright;

namespace CrisisKits.Tests.Browser.Pages;

/// <summary>The page where answers are given, as a person reads it.</summary>
internal sealed class ThemePage(IPage page)
{
    public IPage Page { get; } = page;

    /// <summary>The region that tells about answers that wait, on every page.</summary>
    public ILocator Waiting => Page.Locator("[data-unsent]");

    public ILocator CountHere => Page.Locator("[data-count-here]");

    public ILocator CountAll => Page.Locator("[data-count-all]");

    /// <param name="draft">As the API gives it.</param>
    /// <param name="theme">Of the grid.</param>
    public static string PathOf(string draft, string theme = "gouvernance")
    {
        var parts = draft.Split('/');
        return $"/etablissements/{parts[^3]}/autoevaluations/{parts[^1]}/themes/{theme}";
    }

    public ILocator Block(string question) => Page.Locator($"[id='{question}']");

    public ILocator State(string question) => Block(question).Locator("[data-state]");

    public ILocator Who(string question) => Block(question).Locator("[data-who]");

    public ILocator Option(string question, string value) => Block(question).Locator($"input[type=radio][value='{value}']");

    public ILocator Comment(string question) => Block(question).Locator("textarea[name$='.comment']");

    public ILocator Conflict(string question) => Block(question).Locator("[data-conflict]");

    public Task ChooseAsync(string question, string value) => Option(question, value).CheckAsync();

    public async Task CommentAsync(string question, string text)
    {
        if (!await Comment(question).IsVisibleAsync())
            await Block(question).Locator(".notes > summary").ClickAsync();
        await Comment(question).FillAsync(text);
    }

    /// <summary>What this workstation keeps, whoever gave it.</summary>
    public Task<int> KeptHereAsync() => Page.EvaluateAsync<int>("Object.keys(localStorage).filter(key => key.startsWith('crisiskits:unsent:')).length");
}
