using CrisisKits.Api.Access;
using CrisisKits.Api.Assessments;
using CrisisKits.Api.Assessments.Keeping;
using CrisisKits.Api.Establishments;
using CrisisKits.Api.Grids;
using CrisisKits.Api.Http;
using CrisisKits.Api.Http.Failures;
using CrisisKits.Api.Http.Reading;
using CrisisKits.Api.Kits;
using CrisisKits.Infrastructure.Content;
using CrisisKits.Infrastructure.Establishments;
using CrisisKits.Infrastructure.Grids;
using CrisisKits.Infrastructure.Kits;
using CrisisKits.Infrastructure.Sql;
using CrisisKits.Infrastructure.Work;
using CrisisKits.Web;
using CrisisKits.Web.Site;
using FluentValidation;

namespace CrisisKits.Api;

/// <summary>The composition of the one host: what it is made of, then in which order a request meets it. Development and Production are the same.</summary>
public static class Composition
{
    public static void AddCrisisKits(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Body.MostBytesDiscarded;
        });
        var services = builder.Services;
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(json => StrictJson.Configure(json.SerializerOptions));
        services.AddExceptionHandler<HandleFailures>();
        services.AddValidatorsFromAssemblyContaining<ScoreRequestValidator>(ServiceLifetime.Singleton);
        services.AddSingleton<WorkLimit>();
        services.AddApiDescription();

        services.AddStorage(builder.Configuration);
        services.AddSingleton(_ => ContentFiles.Embedded());
        services.AddSingleton<GridLibrary>();
        services.AddSingleton<KitLibrary>();
        services.AddKits();
        services.AddSingleton<GradeAnswers>();
        services.AddSingleton<ScoreAnswers>();
        services.AddAccess(builder.Environment.IsDevelopment());
        services.AddSingleton<ReadEstablishment>().AddSingleton<ReadDashboard>();
        services.AddSingleton<SearchEstablishments>().AddSingleton<CorrectEstablishment>();
        services.AddKeptAssessments();

        services.AddSingleton(_ => SiteSettings.Of(builder.Configuration, mustBeComplete: !builder.Environment.IsDevelopment()));
        // outside Development too: the pages' own files are found without a launch profile
        builder.WebHost.UseStaticWebAssets();
        services.AddWebSite(builder.Environment.IsDevelopment());
    }

    public static void UseCrisisKits(this WebApplication app)
    {
        // wrong content stops the program here, with its list of mistakes, rather than at the first visitor's
        app.Services.GetRequiredService<KitLibrary>();

        app.UseMiddleware<AnswerHead>();
        app.UseMiddleware<StandardHeaders>();
        app.UseWhen(
            context => !StandardHeaders.IsForPrograms(context.Request.Path),
            pages =>
            {
                pages.UseWebSiteCompression();
                pages.UseStatusCodePagesWithReExecute(WebSite.ErrorPath);
            });
        app.UseExceptionHandler(_ => { });
        app.UseMiddleware<NameEmptyFailures>();
        app.UseMiddleware<DocsPage>();
        app.UseWebSiteFiles();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseWebSiteMethods();

        var api = app.MapGroup("/api/v1");
        api.MapGrids();
        api.MapScores();
        api.MapGridPrint();
        api.MapKits();
        api.MapMadeKits();
        api.MapEstablishments();
        api.MapDirectory();
        api.MapKeptAssessments();
        app.MapHealth();
        app.MapWebSite();
        app.MapApiDescription();
    }
}
