using CrisisKits.Api.Assessments.Keeping.Importing;
using CrisisKits.Api.Http.Reading;

namespace CrisisKits.Api.Http.Failures;

/// <summary>Gives a body to failures of the API that routing leaves empty: unknown addresses, methods and media types.</summary>
public sealed class NameEmptyFailures(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        var response = context.Response;
        // routing does not know that HEAD is answered wherever GET is
        if (response.StatusCode == StatusCodes.Status405MethodNotAllowed && !response.HasStarted && response.Headers.Allow == HttpMethods.Get)
            response.Headers.Allow = $"{HttpMethods.Get}, {HttpMethods.Head}";
        if (response.HasStarted || response.StatusCode < 400 || response.ContentType is not null || !context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
            return;
        await (response.StatusCode switch
        {
            StatusCodes.Status404NotFound => Problem.Of(
                response.StatusCode, "not-found", "Cette adresse n'existe pas : les adresses de l'API sont décrites sur /docs."),
            StatusCodes.Status405MethodNotAllowed => Problem.Of(
                response.StatusCode, "method-not-allowed", $"Méthode {context.Request.Method} non prévue ici ; méthodes possibles : {response.Headers.Allow}."),
            StatusCodes.Status415UnsupportedMediaType => context.Request.Path.Value!.EndsWith("/import", StringComparison.OrdinalIgnoreCase)
                ? WorkbookBody.NotAWorkbook()
                : Body.NotJson(),
            var status => Problem.Of(status, "refused", "La demande a été refusée."),
        }).WriteAsync(context);
    }
}
