using CrisisKits.Domain.Establishments;

namespace CrisisKits.Infrastructure.Establishments.Importing;

/// <summary>A record that was not imported.</summary>
/// <param name="Place">Where in the file.</param>
/// <param name="Finess">As written; may be anything.</param>
/// <param name="Reason">In French.</param>
public sealed record RefusedEntry(string Place, string? Finess, string Reason);

/// <summary>What an import did, or would do.</summary>
public sealed class ImportReport
{
    /// <summary>As many refusals are told one by one; all are counted.</summary>
    public const int MostTold = 200;

    private readonly int[] _fates = new int[Enum.GetValues<DirectoryFate>().Length];
    private readonly List<RefusedEntry> _refused = [];

    /// <summary>The first of them.</summary>
    public IReadOnlyList<RefusedEntry> Refused => _refused;

    public int RefusedCount { get; private set; }

    /// <summary>Open here and no longer in the file: closed, and counted as such.</summary>
    public int Vanished { get; internal set; }

    /// <summary>Legal entities known by their number only, because the file names none.</summary>
    public int Nameless { get; internal set; }

    /// <summary>Why nothing was written though the file could be read, in French; null when it was written, or would be.</summary>
    public string? Stopped { get; internal set; }

    public int Count(DirectoryFate fate) => _fates[(int)fate];

    internal void Tell(DirectoryFate fate, int count = 1) => _fates[(int)fate] += count;

    internal void Refuse(RefusedEntry entry)
    {
        RefusedCount++;
        if (_refused.Count < MostTold)
            _refused.Add(entry);
    }
}
