using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrisisKits.Web.Shared;

/// <summary>
/// What a page is sent is a form that can be read, for a handler that exists: anything else is answered before the page begins, as the sender's
/// fault. Comes after the limits a page sets for its own forms, before the antiforgery token is looked for in them.
/// </summary>
public sealed class CheckForm : IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <summary>Longer than the longest text that is kept, typed in the widest letters.</summary>
    public const int MostCharactersOfAField = 64 * 1024;

    private const string Handler = "handler";

    /// <summary>Limits are 900, antiforgery is 1000.</summary>
    public int Order => 950;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (context.ActionDescriptor is not CompiledPageActionDescriptor page || HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            return;
        var fault = Has(page, request) ? await ReadAsync(request) : StatusCodes.Status404NotFound;
        if (fault != StatusCodes.Status200OK)
            context.Result = new StatusCodeResult(fault);
    }

    /// <summary>A name nobody handles falls back on the handler without one, or on a page that was never made ready.</summary>
    private static bool Has(CompiledPageActionDescriptor page, HttpRequest request)
    {
        var name = request.Query[Handler].ToString();
        // the page shown in place of what failed has no handler of its own
        return page.HandlerMethods.Count == 0 || page.HandlerMethods.Any(handler =>
            string.Equals(handler.HttpMethod, request.Method, StringComparison.OrdinalIgnoreCase)
            && string.Equals(handler.Name ?? string.Empty, name, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<int> ReadAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
            return request.ContentLength is 0 or null && request.ContentType is null ? StatusCodes.Status200OK : StatusCodes.Status415UnsupportedMediaType;
        try
        {
            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return form.Any(field => field.Key.Contains('\0', StringComparison.Ordinal) || field.Value.Any(value => value?.Contains('\0', StringComparison.Ordinal) == true))
                ? StatusCodes.Status400BadRequest
                : StatusCodes.Status200OK;
        }
        catch (BadHttpRequestException refused)
        {
            return refused.StatusCode;
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException)
        {
            return StatusCodes.Status400BadRequest;
        }
        catch (Exception unknown) when (unknown is NotSupportedException or ArgumentException)
        {
            // an alphabet that nobody writes
            return StatusCodes.Status415UnsupportedMediaType;
        }
    }
}
