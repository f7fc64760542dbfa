using Microsoft.Net.Http.Headers;

namespace CrisisKits.Api.Http;

/// <summary>A file whose ETag is known before it is made: who already has it gets 304, and nothing is made.</summary>
public sealed class TaggedFile(string fingerprint, string contentType, string fileName, Func<CancellationToken, Task<byte[]>> make) : IResult
{
    public const string Pdf = "application/pdf";
    public const string Zip = "application/zip";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        if (Tagged.AlreadyThere(httpContext, $"\"{fingerprint}\""))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var bytes = await make(httpContext.RequestAborted);
        response.ContentType = contentType;
        response.ContentLength = bytes.Length;
        // a PDF is read in the browser, a bundle is kept
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue(contentType == Pdf ? "inline" : "attachment") { FileName = fileName }.ToString();
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }
}
