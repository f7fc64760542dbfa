using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrisisKits.Web.Access;

/// <summary>Leaves: the cookie goes, and with it what the browser had kept for this person. By its address alone nobody is signed out: the page asks.</summary>
[AllowAnonymous]
public sealed class SignOutModel : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutAsync(SessionCookie.Scheme);
        // also where scripts are off; browsers heed it on https and on this machine only
        Response.Headers["Clear-Site-Data"] = "\"storage\"";
        return LocalRedirect("/");
    }
}
