using System.Collections.Concurrent;

namespace CrisisKits.Infrastructure.Documents;

/// <summary>Keeps what was printed lately: the same blank document is asked for again and again. When full, the oldest goes.</summary>
public sealed class PrintOnce(int most)
{
    private readonly ConcurrentDictionary<string, Lazy<PrintedFile>> _printed = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();

    public PrintOnce()
        : this(256)
    {
    }

    /// <param name="key">The same key means the same bytes.</param>
    /// <param name="compose">Called when this was not printed yet; several callers wait for one printing.</param>
    public PrintedFile Run(string key, Func<Publication> compose)
    {
        var fresh = new Lazy<PrintedFile>(() => PrintPublication.Run(compose()));
        var kept = _printed.GetOrAdd(key, fresh);
        if (ReferenceEquals(kept, fresh))
        {
            _order.Enqueue(key);
            while (_printed.Count > most && _order.TryDequeue(out var oldest))
                _printed.TryRemove(oldest, out _);
        }

        return kept.Value;
    }
}
