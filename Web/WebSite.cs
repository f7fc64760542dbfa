using CrisisKits.Web.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisKits.Web;

/// <summary>
/// The pages for people, mounted in the one host. Features are folders at the root of this project. Files are served by middleware, not as
/// endpoints: in Development those come with a fallback that hides the API's 405 answers.
/// </summary>
public static class WebSite
{
    /// <summary>Where a failed request for a page is shown; <c>{0}</c> is the status.</summary>
    public const string ErrorPath = "/erreur/{0}";

    public static IServiceCollection AddWebSite(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddRazorPages(options => options.RootDirectory = "/").AddViewLocalization();
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        return services;
    }

    public static void UseWebSiteFiles(this WebApplication app) => app.UseStaticFiles();

    /// <summary>After routing: which page was asked is known.</summary>
    public static void UseWebSiteMethods(this WebApplication app) => app.UseMiddleware<RefuseOtherMethods>();

    public static void MapWebSite(this WebApplication app) => app.MapRazorPages();
}
