using CrisisKits.Infrastructure.Kits;
using CrisisKits.Infrastructure.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace CrisisKits.Web.Kits;

/// <summary>A whole made kit, sent while it is made: each file waits its turn, and none is held while the reader takes it.</summary>
public sealed class SendBundle(PrintContext kit) : ActionResult
{
    public override Task ExecuteResultAsync(ActionContext context)
    {
        var (http, response) = (context.HttpContext, context.HttpContext.Response);
        response.ContentType = "application/zip";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = KitFileNames.Zip(kit) }.ToString();
        var turns = http.RequestServices.GetRequiredService<WorkLimit>();
        return http.RequestServices.GetRequiredService<WriteBundle>().RunAsync(kit, response.Body, turns.NextTurnAsync, http.RequestAborted);
    }
}
