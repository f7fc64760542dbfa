using System.Collections.Concurrent;

namespace CrisisKits.Infrastructure.Documents;

/// <summary>
/// Keeps the files made lately, PDF or bundle: the same blank kit is asked for again and again, and everyone is sent the same array. When they
/// weigh too much together, the oldest goes.
/// </summary>
public sealed class PrintOnce(long mostBytes)
{
    /// <summary>Twice what one edition of the kits weighs, bundles included.</summary>
    private const long UsualBytes = 64_000_000;

    private readonly ConcurrentDictionary<string, Lazy<PrintedFile>> _made = new(StringComparer.Ordinal);
    private readonly Queue<(string Key, long Bytes)> _order = new();
    private readonly Lock _ordering = new();
    private long _held;

    public PrintOnce()
        : this(UsualBytes)
    {
    }

    /// <param name="key">The same key means the same bytes.</param>
    /// <param name="make">Called when this was not made yet; several callers wait for one making.</param>
    public PrintedFile Run(string key, Func<PrintedFile> make)
    {
        var fresh = new Lazy<PrintedFile>(make);
        var kept = _made.GetOrAdd(key, fresh);
        PrintedFile file;
        try
        {
            file = kept.Value;
        }
        catch
        {
            // a failure is not worth keeping: the next caller tries again
            _made.TryRemove(KeyValuePair.Create(key, kept));
            throw;
        }

        if (ReferenceEquals(kept, fresh))
            Weigh(key, file.Bytes.Length);
        return file;
    }

    private void Weigh(string key, long bytes)
    {
        lock (_ordering)
        {
            _order.Enqueue((key, bytes));
            _held += bytes;
            while (_held > mostBytes && _order.TryDequeue(out var oldest))
            {
                _made.TryRemove(oldest.Key, out _);
                _held -= oldest.Bytes;
            }
        }
    }
}
