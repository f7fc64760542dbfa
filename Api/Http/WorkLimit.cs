using System.Threading.RateLimiting;
using CrisisKits.Api.Http.Failures;

namespace CrisisKits.Api.Http;

/// <summary>
/// How much anonymous work (scoring, rendering) runs at once; the rest waits in a queue, and what does not fit the queue is asked to come
/// back. Never counted per address: a whole hospital shares one.
/// </summary>
public sealed class WorkLimit(int running, int waiting) : IDisposable
{
    public WorkLimit()
        : this(Math.Max(2, Environment.ProcessorCount), 256)
    {
    }

    public ConcurrencyLimiter Limiter { get; } = new(new()
    {
        PermitLimit = running,
        QueueLimit = waiting,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <summary>
    /// The next turn of an answer already on its way: it can no longer be asked to come back, so it asks again until there is room in the queue.
    /// </summary>
    public async ValueTask<IDisposable> NextTurnAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var turn = await Limiter.AcquireAsync(1, cancellation);
            if (turn.IsAcquired)
                return turn;
            turn.Dispose();
            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellation);
        }
    }

    public void Dispose() => Limiter.Dispose();
}

/// <summary>
/// Takes a place for the work itself, from when the request has been read until the bytes of the answer are made: a slow sender holds none,
/// nor does a slow reader.
/// </summary>
public sealed class LimitWork(WorkLimit limit) : IEndpointFilter
{
    private const string RetryAfterSeconds = "2";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        using var place = await limit.Limiter.AcquireAsync(1, context.HttpContext.RequestAborted);
        if (place.IsAcquired)
        {
            var result = await next(context);
            (result as TaggedFile)?.Make(context.HttpContext);
            return result;
        }

        context.HttpContext.Response.Headers.RetryAfter = RetryAfterSeconds;
        return new ProblemResult(Problem.Of(
            StatusCodes.Status503ServiceUnavailable, "busy", "Trop de demandes en même temps : recommencez dans deux secondes."));
    }
}
