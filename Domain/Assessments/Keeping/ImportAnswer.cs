namespace CrisisKits.Domain.Assessments.Keeping;

/// <summary>What an answer of a workbook does to the one that is kept.</summary>
public enum ImportEffect
{
    /// <summary>There was none.</summary>
    Added,

    /// <summary>It replaces another.</summary>
    Changed,

    /// <summary>Carried over from the former assessment, read again and left as it was.</summary>
    Confirmed,

    /// <summary>It is the one that is kept.</summary>
    Unchanged,

    /// <summary>Carried over, and left « à confirmer » in the workbook: nobody has read it again, so nothing is done.</summary>
    ToConfirm,
}

/// <summary>Why an answer of a workbook would not be kept as it is.</summary>
public enum ImportConflict
{
    /// <summary>Somebody answered or cleared the question after the workbook was taken out.</summary>
    ChangedSince,

    /// <summary>The workbook does not say what it was filled over: whoever filled it may never have seen the answer that is there.</summary>
    Unseen,

    /// <summary>It is marked « à confirmer » and says something new: one of the two is a slip.</summary>
    StillToConfirm,
}

/// <summary>An answer read from a workbook.</summary>
/// <param name="Given">Tidied.</param>
/// <param name="Version">That of the answer it was filled over, 0 for none; null when the workbook does not say, or was another draft's.</param>
/// <param name="ToConfirm">Still marked « à confirmer ».</param>
public sealed record SentAnswer(GivenAnswer Given, int? Version, bool ToConfirm = false);

/// <summary>What is to be done with it: exactly one of the two.</summary>
public sealed record ImportDecision(ImportEffect? Effect, ImportConflict? Conflict);

/// <summary>
/// Decides for one answer of a workbook. A workbook spends days in meetings while colleagues answer on screen: what it was not filled over is
/// replaced only on demand.
/// </summary>
public static class ImportAnswer
{
    /// <param name="current">What is kept for this question; null when nothing ever was.</param>
    /// <param name="sent">What the workbook says.</param>
    /// <param name="overwrite">Replace even what the workbook was not filled over.</param>
    public static ImportDecision Run(KeptAnswer? current, SentAnswer sent, bool overwrite)
    {
        if (current is not null && current.Given == sent.Given)
            return new(!current.ToConfirm ? ImportEffect.Unchanged : sent.ToConfirm ? ImportEffect.ToConfirm : ImportEffect.Confirmed, null);
        var seen = sent.Version is { } version ? version == (current?.Version ?? 0) : current?.Given is null;
        if (!seen && !(overwrite && !sent.ToConfirm))
            return new(null, sent.Version is null ? ImportConflict.Unseen : ImportConflict.ChangedSince);
        if (sent.ToConfirm)
            return new(null, ImportConflict.StillToConfirm);
        return new(current?.Given is null ? ImportEffect.Added : ImportEffect.Changed, null);
    }
}
