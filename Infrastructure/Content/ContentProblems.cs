namespace CrisisKits.Infrastructure.Content;

/// <summary>Gathers the mistakes of one reading, so that an author corrects them all at once.</summary>
public sealed class ContentProblems
{
    private readonly List<ContentProblem> _found = [];

    public void Add(string file, int line, string message) => _found.Add(new(file, line, message));

    public void Add(Located place, string message) => Add(place.File, place.Line, message);

    /// <summary>Ends a stage of the reading: later checks may rely on what was read.</summary>
    public void ThrowIfAny()
    {
        if (_found.Count > 0)
            throw new ContentException(_found.Distinct().OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line).ToList());
    }
}

/// <summary>A word read from a file, with the place to name when it turns out wrong.</summary>
public sealed record Located(string Value, string File, int Line);
