using CrisisKits.Api.Http.Reading;
using CrisisKits.Infrastructure.Sql;
using Microsoft.AspNetCore.Diagnostics;

namespace CrisisKits.Api.Http.Failures;

/// <summary>
/// The one exception handler: unreadable requests become 4xx with their reason, a storage that cannot serve a 503 to retry, anything
/// else a 500 without details.
/// </summary>
public sealed partial class HandleFailures(ILogger<HandleFailures> logger) : IExceptionHandler
{
    private const string StorageRetrySeconds = "10";

    private static readonly Problem StorageUnavailable = Problem.Of(
        StatusCodes.Status503ServiceUnavailable,
        "storage-unavailable",
        "La base de données ne répond pas : votre demande n'est pas confirmée. Réessayez dans un moment.") with
    {
        Title = "Base de données indisponible",
    };

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
            return true;
        if (exception is not BadHttpRequestException)
            LogFailure(logger, exception, httpContext.Request.Method, httpContext.Request.Path);
        var problem = ProblemFor(exception);
        if (exception is StorageUnavailableException)
            httpContext.Response.Headers.RetryAfter = StorageRetrySeconds;
        if (StandardHeaders.IsForPrograms(httpContext.Request.Path))
            await problem.WriteAsync(httpContext);
        else
            httpContext.Response.StatusCode = problem.Status;
        return true;
    }

    private static Problem ProblemFor(Exception exception) => exception switch
    {
        RefusedRequestException refused => refused.Problem,
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Body.TooLarge(),
        BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout } => Problem.Of(
            StatusCodes.Status408RequestTimeout, "request-too-slow", "La demande n'est pas arrivée à temps : renvoyez-la."),
        StorageUnavailableException => StorageUnavailable,
        BadHttpRequestException bad => Body.Unreadable(bad.StatusCode),
        _ => Problem.Of(
            StatusCodes.Status500InternalServerError, "internal-error", "Le service a rencontré une erreur : signalez-la en citant l'identifiant de trace."),
    };

    [LoggerMessage(LogLevel.Error, "{Method} {Path} failed")]
    private static partial void LogFailure(ILogger logger, Exception exception, string method, string path);
}
