using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace CrisisKits.Api.Http;

/// <summary>
/// The page at <c>/docs</c>, whose writing is not ours: its language, and its content policy: our own files and, by their hash, the scripts
/// written in the page; nothing from outside. Styles are free because the reference component writes them while it runs.
/// </summary>
public sealed partial class DocsPage(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments("/docs", StringComparison.OrdinalIgnoreCase, out var rest))
        {
            await next(context);
            return;
        }

        if (rest.Value?.EndsWith(".js", StringComparison.Ordinal) == true)
        {
            // a script is megabytes and has nothing to be read from: it goes straight through
            context.Response.OnStarting(SetPolicy, (context.Response, Policy("")));
            await next(context);
            return;
        }

        var body = context.Response.Body;
        using var page = new MemoryStream();
        context.Response.Body = page;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }

        if (page.Length > 0)
            await SendAsync(context, Encoding.UTF8.GetString(page.GetBuffer(), 0, (int)page.Length));
    }

    private static async Task SendAsync(HttpContext context, string html)
    {
        var bytes = Encoding.UTF8.GetBytes(html.Replace("<html>", "<html lang=\"fr\">", StringComparison.Ordinal));
        await SetPolicy((context.Response, Policy(html)));
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private static Task SetPolicy(object state)
    {
        var (response, policy) = ((HttpResponse, string))state;
        // an address without a page is answered by a page of ours, under its own policy
        if (response.StatusCode < StatusCodes.Status400BadRequest)
            response.Headers.ContentSecurityPolicy = policy;
        return Task.CompletedTask;
    }

    private static string Policy(string html)
    {
        var hashes = InlineScript().Matches(html).Select(script => $" 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script.Groups["code"].Value)))}'");
        return $"default-src 'none'; script-src 'self'{string.Concat(hashes)}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
            "font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    [GeneratedRegex("<script(?![^>]*\\ssrc=)[^>]*>(?<code>.*?)</script>", RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex InlineScript();
}
