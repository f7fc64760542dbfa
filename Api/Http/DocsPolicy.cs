using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace CrisisKits.Api.Http;

/// <summary>
/// The content policy of <c>/docs</c>: our own files and, by their hash, the scripts written in the page; nothing from outside. Styles are
/// free because the reference component writes them while it runs.
/// </summary>
public sealed partial class DocsPolicy(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments("/docs", StringComparison.OrdinalIgnoreCase))
        {
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

        var html = context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true;
        context.Response.Headers.ContentSecurityPolicy = Policy(html ? Encoding.UTF8.GetString(page.GetBuffer(), 0, (int)page.Length) : "");
        page.Position = 0;
        await page.CopyToAsync(body, context.RequestAborted);
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
