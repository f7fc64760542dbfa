namespace CrisisKits.Domain.Assessments.Keeping;

/// <summary>What the caller believes is there: nothing yet (<c>If-None-Match: *</c>), or a version (<c>If-Match: "3"</c>).</summary>
/// <param name="Version">Null for nothing.</param>
public sealed record ExpectedVersion(int? Version)
{
    public static readonly ExpectedVersion Nothing = new((int?)null);

    /// <summary>A cleared answer is nothing, and still has a version.</summary>
    public bool Holds(KeptAnswer? current) => Version is null ? current?.Given is null : current?.Version == Version;
}

/// <summary>What became of an answer given or cleared.</summary>
public abstract record AnswerOutcome
{
    private AnswerOutcome()
    {
    }

    /// <summary>To be saved, over the version it was decided on.</summary>
    public sealed record Kept(KeptAnswer Answer) : AnswerOutcome;

    /// <summary>A rule says no.</summary>
    public sealed record Refused(Refusal Refusal) : AnswerOutcome;

    /// <summary>Somebody else was faster: both values, for a person to choose.</summary>
    /// <param name="Current">What is there; null when nothing is.</param>
    /// <param name="Mine">What was to be kept; null for clearing.</param>
    public sealed record Conflict(KeptAnswer? Current, GivenAnswer? Mine) : AnswerOutcome;

    /// <summary>The caller did not say what is expected, and could overwrite a colleague unseen.</summary>
    public sealed record PreconditionMissing : AnswerOutcome;
}
