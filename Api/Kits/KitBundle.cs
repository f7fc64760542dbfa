using CrisisKits.Api.Http;
using CrisisKits.Infrastructure.Kits;
using CrisisKits.Infrastructure.Work;
using Microsoft.Net.Http.Headers;

namespace CrisisKits.Api.Kits;

/// <summary>
/// A bundle sent while it is made: each file waits its turn to be made, and none is held while the reader takes it, so that a slow reader costs one
/// file of memory and no place. The fingerprint of a blank kit is known before anything is made; null for what is made for one establishment, which
/// nobody keeps.
/// </summary>
internal sealed class KitBundle(PrintContext context, string? fingerprint, WriteBundle write, WorkLimit limit) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        if (fingerprint is null)
            response.Headers.CacheControl = "no-store";
        else if (Tagged.AlreadyThere(httpContext, $"\"{fingerprint}\""))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = TaggedFile.Zip;
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = KitFileNames.Zip(context) }.ToString();
        await write.RunAsync(context, response.Body, limit.NextTurnAsync, httpContext.RequestAborted);
    }
}
