namespace CrisisKits.Infrastructure.Content;

/// <summary>A mistake in a content file, said to its author in French.</summary>
public sealed record ContentProblem(string File, int Line, string Message)
{
    public override string ToString() => FormattableString.Invariant($"{File}:{Line} : {Message}");
}

/// <summary>Content that cannot be used; the message names every mistake found with its file and line.</summary>
public sealed class ContentException : Exception
{
    public ContentException()
        : this([])
    {
    }

    public ContentException(string message)
        : base(message) => Problems = [];

    public ContentException(string message, Exception innerException)
        : base(message, innerException) => Problems = [];

    public ContentException(IReadOnlyList<ContentProblem> problems)
        : base(string.Join('\n', problems)) => Problems = problems;

    public IReadOnlyList<ContentProblem> Problems { get; }
}
