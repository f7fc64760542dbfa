using CrisisKits.Tests.Support;
using Microsoft.Playwright;

namespace CrisisKits.Tests.Browser.Pages;

/// <summary>The plan of an assessment, its review and its import, as a person reads them.</summary>
internal sealed class PlanPage(IPage page, string draft)
{
    public IPage Page { get; } = page;

    public string Address { get; } = KeptApp.PageOf(draft);

    public ILocator Alert => Page.GetByRole(AriaRole.Alert);

    public ILocator Status => Page.GetByRole(AriaRole.Status);

    public ILocator Theme(string id) => Page.Locator($"[id='{id}']");

    public ILocator HandOver(string theme) => Theme(theme).Locator("summary");

    public ILocator InCharge(string theme) => Theme(theme).Locator("select");

    public ILocator Message(string theme) => Theme(theme).Locator("textarea");

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name });

    public ILocator Link(string name) => Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = name });

    public Task OpenAsync(string below = "") => Page.GotoAsync(Address + below);
}
