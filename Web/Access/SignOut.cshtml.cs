using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrisisKits.Web.Access;

/// <summary>Leaves: the cookie goes; what the browser had kept for this person was wiped by the script that kept it, and what it keeps for others stays theirs. By its address alone nobody is signed out: the page asks.</summary>
[AllowAnonymous]
public sealed class SignOutModel : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutAsync(SessionCookie.Scheme);
        return LocalRedirect("/");
    }
}
