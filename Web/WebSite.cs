using System.IO.Compression;
using System.Text.Unicode;
using CrisisKits.Web.Assessments.Themes;
using CrisisKits.Web.Kits.Making;
using CrisisKits.Web.Shared;
using CrisisKits.Web.Site;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.WebEncoders;

namespace CrisisKits.Web;

/// <summary>
/// The pages for people, mounted in the one host. Features are folders at the root of this project. Files are served by middleware, not as
/// endpoints: in Development those come with a fallback that hides the API's 405 answers.
/// </summary>
public static class WebSite
{
    /// <summary>Where a failed request for a page is shown; <c>{0}</c> is the status.</summary>
    public const string ErrorPath = "/erreur/{0}";

    /// <param name="services">Of the host.</param>
    /// <param name="isLocal">On a developer's machine, plain http is allowed.</param>
    public static IServiceCollection AddWebSite(this IServiceCollection services, bool isLocal)
    {
        services.AddRazorPages(options =>
        {
            options.RootDirectory = "/";
            // a page that says nothing asks who looks at it
            options.Conventions.AuthorizeFolder("/");
        }).AddMvcOptions(options => options.Filters.Add<CheckForm>());
        services.Configure<FormOptions>(options => options.ValueLengthLimit = CheckForm.MostCharactersOfAField);
        // accents as they are written, not as references five times as long
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new(UnicodeRanges.All));
        services.AddSingleton<BrandFiles>();
        services.AddSingleton<CheckTypedKit>();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = isLocal ? "crisiskits-form" : "__Host-crisiskits-form";
            options.Cookie.SecurePolicy = isLocal ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            options.HeaderName = Wire.TokenHeader;
        });
        services.Configure<CookieTempDataProviderOptions>(options =>
        {
            options.Cookie.Name = isLocal ? "crisiskits-said" : "__Host-crisiskits-said";
            options.Cookie.SecurePolicy = isLocal ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        });
        // BREACH needs a secret that stays the same beside words of the attacker, asked for many times with the victim's cookie: our only secrets are
        // antiforgery tokens, encrypted anew in each response; the session cookie is not sent with what other sites load; no page of answers repeats what its address asks
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml"];
        });
        // a fifth fewer bytes than the fastest, for less than a millisecond
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        return services.AddSingleton<SaveTyped>();
    }

    /// <summary>Before whatever answers with a page or a file.</summary>
    public static void UseWebSiteCompression(this IApplicationBuilder app) => app.UseResponseCompression();

    /// <summary>
    /// An address that carries the version of its file is kept for good; any other file is asked about each time, also under a version it does not
    /// have: a proxy could be made to keep it in the place of the next one.
    /// </summary>
    public static void UseWebSiteFiles(this WebApplication app)
    {
        var versions = app.Services.GetRequiredService<IFileVersionProvider>();
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
                file.Context.Request is { Path: var path, QueryString: { HasValue: true } version } && versions.AddFileVersionToPath(string.Empty, path) == path + version
                    ? "public, max-age=31536000, immutable"
                    : "no-cache",
        });
    }

    /// <summary>After routing: which page was asked is known.</summary>
    public static void UseWebSiteMethods(this WebApplication app) => app.UseMiddleware<RefuseOtherMethods>();

    public static void MapWebSite(this WebApplication app)
    {
        app.Services.GetRequiredService<BrandFiles>().Map(app);
        app.MapRazorPages();
    }
}
