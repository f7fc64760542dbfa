using System.Security.Claims;
using CrisisKits.Api.Http.Failures;
using CrisisKits.Infrastructure.Work;
using CrisisKits.Web.Access;

namespace CrisisKits.Api.Http;

/// <summary>
/// Takes a place for the work itself, from when the request has been read until the bytes of the answer are made: a slow sender holds none,
/// nor does a slow reader.
/// </summary>
public sealed class LimitWork(WorkLimit limit) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var person = context.HttpContext.User.FindFirstValue(Visitor.IdClaim);
        using var own = person is null ? null : limit.PerPerson.AttemptAcquire(person);
        using var place = own is { IsAcquired: false } ? own : await limit.Limiter.AcquireAsync(1, context.HttpContext.RequestAborted);
        if (place.IsAcquired)
        {
            var result = await next(context);
            (result as TaggedFile)?.Make(context.HttpContext);
            return result;
        }

        context.HttpContext.Response.Headers.RetryAfter = WorkLimit.RetryAfterSeconds;
        return new ProblemResult(Problem.Of(
            StatusCodes.Status503ServiceUnavailable, "busy", "Trop de demandes en même temps : recommencez dans deux secondes."));
    }
}
