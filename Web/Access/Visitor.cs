using System.Security.Claims;
using CrisisKits.Domain.Access;
using CrisisKits.Infrastructure.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrisisKits.Web.Access;

/// <summary>Who looks at a page that requires a sign-in.</summary>
public static class Visitor
{
    public const string IdClaim = "sub";
    public const string NameClaim = "name";

    /// <summary>What a cookie carries: who somebody is, and nothing that this person may do.</summary>
    public static ClaimsPrincipal Of(Person person) =>
        new(new ClaimsIdentity([new(IdClaim, person.Id), new(NameClaim, person.Name)], SessionCookie.Scheme, NameClaim, null));

    public static bool IsSignedIn(this ClaimsPrincipal user) => user.FindFirst(IdClaim) is not null;

    public static string PersonId(this ClaimsPrincipal user) =>
        user.FindFirstValue(IdClaim) ?? throw new InvalidOperationException("This page requires no sign-in, and asks who looks at it.");

    /// <summary>This person at the door of an establishment.</summary>
    public static Visit Visit(this PageModel page, string finess) => new(page.User.PersonId(), finess);

    /// <summary>The page shown instead of one that this person may not see, or that does not exist: it says which in words.</summary>
    public static IActionResult Deny(this PageModel page, AccessDecision denied)
    {
        page.HttpContext.Items[typeof(AccessDecision)] = denied;
        return new StatusCodeResult(denied.Verdict == Verdict.Forbidden ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound);
    }

    /// <summary>Why the page was denied; null when that was not the reason.</summary>
    public static AccessDecision? Denied(this HttpContext context) => context.Items[typeof(AccessDecision)] as AccessDecision;
}
