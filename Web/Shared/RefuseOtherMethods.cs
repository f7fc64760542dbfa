using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrisisKits.Web.Shared;

/// <summary>
/// A method that a page has no handler for, or any but reading on a file, is a 405: left alone, a page would first ask for an antiforgery
/// token and answer 400.
/// </summary>
public sealed class RefuseOtherMethods(RequestDelegate next, IWebHostEnvironment environment)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
            return next(context);
        var possible = Possible(context);
        // the page that tells about a failure is shown whatever was asked
        if (possible is null || possible.Contains(context.Request.Method, StringComparer.OrdinalIgnoreCase)
            || context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
            return next(context);
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = string.Join(", ", possible);
        return Task.CompletedTask;
    }

    /// <summary>Null when this is neither a page nor a file.</summary>
    private List<string>? Possible(HttpContext context)
    {
        if (context.GetEndpoint() is { } endpoint)
            return endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>() is { } page
                ? [HttpMethods.Get, HttpMethods.Head, .. page.HandlerMethods.Select(handler => handler.HttpMethod.ToUpperInvariant()).Where(method => !HttpMethods.IsGet(method)).Distinct(StringComparer.Ordinal)]
                : null;
        return environment.WebRootFileProvider.GetFileInfo(context.Request.Path).Exists ? [HttpMethods.Get, HttpMethods.Head] : null;
    }
}
