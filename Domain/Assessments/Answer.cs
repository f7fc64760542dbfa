using System.Text;

namespace CrisisKits.Domain.Assessments;

/// <summary>An answer to one question: a descriptor, <em>je ne sais pas</em>, or <em>sans objet</em> with its reason.</summary>
public abstract record Answer(string QuestionId);

/// <summary>The descriptor that can be shown, 0 to 3: as many points.</summary>
public sealed record Chosen(string QuestionId, int Option) : Answer(QuestionId);

/// <summary><em>Je ne sais pas</em>: counts 0 points, in gates too, and becomes something to verify.</summary>
public sealed record DontKnow(string QuestionId) : Answer(QuestionId);

/// <summary><em>Sans objet</em>: the question leaves the sums. Only where the question allows it.</summary>
public sealed record NotApplicable(string QuestionId, string Reason) : Answer(QuestionId)
{
    /// <summary>Whether there is something to read: a letter or a figure, and not only spaces or characters nobody sees.</summary>
    public static bool IsReason(string text) => text.EnumerateRunes().Any(Rune.IsLetterOrDigit);
}
