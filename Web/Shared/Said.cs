using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrisisKits.Web.Shared;

/// <summary>What a page says once, at its top, of what was just done on another.</summary>
public static class Said
{
    public const string Done = "said-done";
    public const string Noted = "said-noted";

    /// <summary>It was done.</summary>
    public static void SayDone(this PageModel page, string message) => page.TempData[Done] = message;

    /// <summary>Something is to be known, and nothing was done.</summary>
    public static void SayNoted(this PageModel page, string message) => page.TempData[Noted] = message;
}
