using CrisisKits.Web.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisKits.Web.Access;

/// <summary>How a browser stays signed in: a cookie that scripts cannot read, for thirty minutes after the last page and ten hours at most.</summary>
public static class SessionCookie
{
    public const string Scheme = "Session";

    private const string StartedAt = "started";
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(10);

    /// <param name="builder">Of the host.</param>
    /// <param name="isLocal">On a developer's machine, plain http is allowed.</param>
    /// <param name="challengePrograms">How a program, which cannot follow a redirection to a page, is told to sign in.</param>
    public static AuthenticationBuilder AddSessionCookie(this AuthenticationBuilder builder, bool isLocal, Func<HttpContext, Task> challengePrograms) =>
        builder.AddCookie(Scheme, cookie =>
        {
            cookie.Cookie.Name = isLocal ? "crisiskits" : "__Host-crisiskits";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = isLocal ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            cookie.ExpireTimeSpan = Idle;
            cookie.SlidingExpiration = true;
            cookie.LoginPath = SignInModel.Path;
            cookie.ReturnUrlParameter = SignInModel.ReturnParameter;
            cookie.Events = new()
            {
                OnSigningIn = signing =>
                {
                    signing.Properties.SetString(StartedAt, signing.Properties.IssuedUtc?.ToString("O"));
                    return Task.CompletedTask;
                },
                OnValidatePrincipal = EndAfterLongestAsync,
                OnRedirectToLogin = redirect =>
                {
                    if (AsksForPage(redirect.Request))
                        redirect.Response.Redirect(redirect.RedirectUri);
                    else
                        return challengePrograms(redirect.HttpContext);
                    return Task.CompletedTask;
                },
            };
        });

    /// <summary>A script asks without wanting a page: it is told by the status alone.</summary>
    private static bool AsksForPage(HttpRequest request) => !Wire.IsScript(request) && !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    private static async Task EndAfterLongestAsync(CookieValidatePrincipalContext session)
    {
        var now = session.Options.TimeProvider!.GetUtcNow();
        if (DateTimeOffset.TryParse(session.Properties.GetString(StartedAt), System.Globalization.CultureInfo.InvariantCulture, out var started)
            && now - started < Longest)
            return;
        session.RejectPrincipal();
        await session.HttpContext.SignOutAsync(Scheme);
    }
}
