namespace CrisisKits.Api.Http;

/// <summary>
/// HEAD wherever GET is answered: everything behind sees a GET and gives its status and headers; the server, which knows the method that was
/// really asked, sends no body.
/// </summary>
public sealed class AnswerHead(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }

        context.Request.Method = HttpMethods.Get;
        try
        {
            await next(context);
        }
        finally
        {
            // what is measured and logged about the request is what was asked
            context.Request.Method = HttpMethods.Head;
        }
    }
}
