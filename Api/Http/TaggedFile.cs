using Microsoft.Net.Http.Headers;

namespace CrisisKits.Api.Http;

/// <summary>
/// A file whose ETag is known before it is made: who already has it gets 304, and nothing is made. Making it and sending it are two steps,
/// so that a place for work is held for the first only: a slow reader holds none.
/// </summary>
public sealed class TaggedFile(string? fingerprint, string contentType, string fileName, Func<byte[]> make) : IResult
{
    public const string Pdf = "application/pdf";
    public const string Zip = "application/zip";

    /// <summary>Kestrel copies what it is given before it waits for the reader: sent in slices, a file is never copied whole.</summary>
    private const int SliceBytes = 32 * 1024;

    private byte[]? _bytes;

    /// <summary>A file made for one caller: no tag, and nobody on the way keeps it.</summary>
    public static TaggedFile Once(string contentType, string fileName, Func<byte[]> make) => new(null, contentType, fileName, make);

    /// <summary>The work: the bytes, unless the caller already has them.</summary>
    public void Make(HttpContext context)
    {
        if (fingerprint is null)
            context.Response.Headers.CacheControl = "no-store";
        if (fingerprint is null || !Tagged.AlreadyThere(context, $"\"{fingerprint}\""))
            _bytes ??= make();
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        Make(httpContext);
        var response = httpContext.Response;
        if (_bytes is null)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = contentType;
        response.ContentLength = _bytes.Length;
        // a PDF is read in the browser, the rest is kept
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue(contentType == Pdf ? "inline" : "attachment") { FileName = fileName }.ToString();
        for (var at = 0; at < _bytes.Length; at += SliceBytes)
            await response.Body.WriteAsync(_bytes.AsMemory(at, Math.Min(SliceBytes, _bytes.Length - at)), httpContext.RequestAborted);
    }
}
