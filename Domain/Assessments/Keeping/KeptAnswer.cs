using CrisisKits.Domain.Access;

namespace CrisisKits.Domain.Assessments.Keeping;

/// <summary>What somebody says of a question: the answer, a comment, where the evidence is. Free texts hold no patient data.</summary>
/// <param name="Answer">A descriptor, <em>je ne sais pas</em> or <em>sans objet</em>.</param>
/// <param name="Comment">At most <see cref="LongestComment"/> characters.</param>
/// <param name="Evidence">A reference, not the document; at most <see cref="LongestEvidence"/> characters.</param>
public sealed record GivenAnswer(Answer Answer, string? Comment = null, string? Evidence = null)
{
    public const int LongestReason = 1000;
    public const int LongestComment = 4000;
    public const int LongestEvidence = 2000;

    /// <summary>As it is kept: texts with plain line ends and nothing around them.</summary>
    public GivenAnswer Tidied() => new(
        Answer is NotApplicable without ? without with { Reason = FreeText.Tidy(without.Reason) ?? string.Empty } : Answer,
        FreeText.Tidy(Comment),
        FreeText.Tidy(Evidence));

    /// <summary>What makes a text impossible to keep and to export.</summary>
    public Refusal? RefuseTexts() =>
        FreeText.Refuse("notApplicable", (Answer as NotApplicable)?.Reason, LongestReason)
        ?? FreeText.Refuse("comment", Comment, LongestComment)
        ?? FreeText.Refuse("evidence", Evidence, LongestEvidence);
}

/// <summary>The last thing said of one question of an assessment.</summary>
/// <param name="QuestionId">One per question.</param>
/// <param name="Given">Null once cleared: the row stays so that its version keeps growing.</param>
/// <param name="Version">1 at first, one more at each change: two people never overwrite each other unseen.</param>
/// <param name="ToConfirm">Carried over from a former assessment and not yet said again.</param>
/// <param name="Answered">Who said it and when; for a carried over answer, who said it then.</param>
public sealed record KeptAnswer(string QuestionId, GivenAnswer? Given, int Version, bool ToConfirm, Stamp Answered);
