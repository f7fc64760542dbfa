using CrisisKits.Api.Http.Failures;

namespace CrisisKits.Api.Http;

/// <summary>Headers of every response: the trace to quote, and what browsers must not do with it.</summary>
public sealed class StandardHeaders(RequestDelegate next)
{
    private const string PagePolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const string ApiPolicy = "default-src 'none'; frame-ancestors 'none'";

    private static readonly PathString[] ForPrograms = ["/api", "/openapi", "/health"];

    public Task InvokeAsync(HttpContext context)
    {
        // set when the response starts, because the exception handler clears the headers set before it
        context.Response.OnStarting(static state =>
        {
            var context = (HttpContext)state;
            var headers = context.Response.Headers;
            headers["Trace-Id"] = Problem.TraceOf(context);
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
            if (headers.ContentSecurityPolicy.Count == 0)
                headers.ContentSecurityPolicy = IsForPrograms(context.Request.Path) ? ApiPolicy : PagePolicy;
            return Task.CompletedTask;
        }, context);
        return next(context);
    }

    /// <summary>Addresses that answer programs; the others answer people, with pages.</summary>
    public static bool IsForPrograms(PathString path) =>
        Array.Exists(ForPrograms, root => path.StartsWithSegments(root, StringComparison.OrdinalIgnoreCase));
}
