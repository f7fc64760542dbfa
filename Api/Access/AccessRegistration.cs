using CrisisKits.Api.Http;
using CrisisKits.Infrastructure.Access;
using CrisisKits.Web.Access;
using Microsoft.AspNetCore.Authentication;

namespace CrisisKits.Api.Access;

/// <summary>Who may knock, and the one door to what is kept.</summary>
public static class AccessRegistration
{
    private const string ByRequest = "ByRequest";

    /// <param name="services">Of the host.</param>
    /// <param name="isLocal">On a developer's machine.</param>
    public static IServiceCollection AddAccess(this IServiceCollection services, bool isLocal)
    {
        services.AddAuthentication(ByRequest)
            .AddPolicyScheme(ByRequest, null, scheme => scheme.ForwardDefaultSelector = SchemeFor)
            .AddScheme<AuthenticationSchemeOptions, ReadBearer>(ReadBearer.Name, null)
            .AddSessionCookie(isLocal, context => context.ChallengeAsync(ReadBearer.Name));
        services.AddAuthorization();
        return services.AddSingleton<KnownTokens>().AddSingleton<DemoContent>().AddSingleton<SeedDemo>()
            .AddSingleton<Admission>().AddSingleton<ListMyEstablishments>().AddSingleton<ListColleagues>();
    }

    /// <summary>
    /// A program says who it is by a token. A browser has its cookie: with it one reads what the API gives, so that a page can offer a file to
    /// download, and changes nothing there: what another site could make a browser send carries no weight.
    /// </summary>
    private static string SchemeFor(HttpContext context) =>
        context.Request.Headers.Authorization.Count > 0
        || (StandardHeaders.IsForPrograms(context.Request.Path) && !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
            ? ReadBearer.Name
            : SessionCookie.Scheme;
}
