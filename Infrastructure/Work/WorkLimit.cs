using System.Threading.RateLimiting;

namespace CrisisKits.Infrastructure.Work;

/// <summary>
/// How much anonymous work (scoring, rendering) runs at once, over HTTP and on pages together; the rest waits in a queue, and what does not fit the queue is asked to come
/// back. Never counted per address: a whole hospital shares one.
/// </summary>
public sealed class WorkLimit(int running, int waiting) : IDisposable
{
    /// <summary>When to come back, once there is no room to wait.</summary>
    public const string RetryAfterSeconds = "2";

    private const int MostPerPerson = 6;

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

    /// <summary>What one person may have running and waiting: one person's hundred windows are not everybody's queue.</summary>
    public PartitionedRateLimiter<string> PerPerson { get; } = PartitionedRateLimiter.Create<string, string>(
        person => RateLimitPartition.GetConcurrencyLimiter(person, _ => new() { PermitLimit = MostPerPerson }), StringComparer.Ordinal);

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

    public void Dispose()
    {
        Limiter.Dispose();
        PerPerson.Dispose();
    }
}
