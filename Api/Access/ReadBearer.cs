using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Encodings.Web;
using CrisisKits.Api.Http.Failures;
using CrisisKits.Web.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace CrisisKits.Api.Access;

/// <summary>Knows people by <c>Authorization: Bearer</c>, and asks for it by a 401. The token says who somebody is; what that person may do is granted elsewhere.</summary>
public sealed class ReadBearer(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, KnownTokens tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string Name = "Bearer";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
        !tokens.Any || !AuthenticationHeaderValue.TryParse(Request.Headers.Authorization.ToString(), out var sent)
            || !sent.Scheme.Equals(Name, StringComparison.OrdinalIgnoreCase)
            ? AuthenticateResult.NoResult()
            : sent.Parameter is not null && tokens.Find(sent.Parameter) is { } personId
                ? AuthenticateResult.Success(new(new(new ClaimsIdentity([new(Visitor.IdClaim, personId)], Name)), Name))
                : AuthenticateResult.Fail("unknown token"));

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var unknown = (await HandleAuthenticateOnceSafeAsync()).Failure is not null;
        Response.Headers.WWWAuthenticate = unknown ? $"{Name} error=\"invalid_token\"" : Name;
        await Problem.Of(
            StatusCodes.Status401Unauthorized, unknown ? "unknown-token" : "sign-in-required",
            unknown
                ? "Ce jeton n'est celui de personne : reprenez-le tel qu'on vous l'a donné, sans guillemets."
                : "Cette adresse demande une connexion : envoyez l'en-tête « Authorization: Bearer » suivi de votre jeton.").WriteAsync(Context);
    }
}
