using CrisisKits.Web.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrisisKits.Web.Legal;

/// <summary>The pages that say who answers for the service; their words are here, their facts in the settings.</summary>
[AllowAnonymous]
public sealed class LegalModel(SiteSettings site) : PageModel
{
    public SiteSettings Site => site;

    /// <summary>What the settings say; on a developer's machine, what they do not say yet.</summary>
    public static string Said(string? fact, string what) => fact ?? $"[{what} : à renseigner dans les réglages « Site:Legal »]";
}
