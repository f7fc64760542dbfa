using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Assessments.Keeping;
using Microsoft.AspNetCore.Http;

namespace CrisisKits.Web.Assessments.Themes;

/// <summary>What the fields of one question say, right or wrong, and what they said when they were shown.</summary>
/// <param name="Said"><c>0</c> to <c>3</c>, <see cref="Unknown"/>, <see cref="Without"/>; empty when nothing is chosen.</param>
/// <param name="Version">Of the answer that was shown; 0 for none.</param>
/// <param name="Shown">The <see cref="Fingerprint"/> of what was shown: fields left as they were are not sent over a colleague's answer.</param>
/// <param name="Keep">What to keep of two answers that met: <see cref="Mine"/>, <see cref="Theirs"/>, empty while it is not chosen; null when none met.</param>
public sealed record TypedAnswer(
    string QuestionId, string Said, string Reason, string Comment, string Evidence, int Version, string? Shown = null, string? Keep = null)
{
    public const string Unknown = "unknown";
    public const string Without = "without";
    public const string Mine = "mine";
    public const string Theirs = "theirs";

    /// <summary>What is expected to be there.</summary>
    public ExpectedVersion Expected => Version == 0 ? ExpectedVersion.Nothing : new(Version);

    /// <summary>Different from what was shown.</summary>
    public bool IsChanged => Fingerprint() != Shown;

    public bool IsEmpty => Said.Length == 0 && Comment.Length == 0 && Evidence.Length == 0;

    /// <summary>As fields show what is kept.</summary>
    public static TypedAnswer Of(string questionId, KeptAnswer? kept)
    {
        var given = kept?.Given;
        var said = given?.Answer switch
        {
            Chosen chosen => chosen.Option.ToString(CultureInfo.InvariantCulture),
            DontKnow => Unknown,
            NotApplicable => Without,
            _ => string.Empty,
        };
        return new(questionId, said, (given?.Answer as NotApplicable)?.Reason ?? string.Empty, given?.Comment ?? string.Empty, given?.Evidence ?? string.Empty, kept?.Version ?? 0);
    }

    /// <summary>Null when the form does not ask about this question.</summary>
    /// <param name="form">As sent: anything.</param>
    /// <param name="questionId">Of the grid.</param>
    /// <param name="part">Before the names of the fields, after the question's.</param>
    public static TypedAnswer? Read(IFormCollection form, string questionId, string part = "")
    {
        string Field(string name) => form[$"{questionId}.{part}{name}"].ToString();
        return int.TryParse(Field("version"), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? new(questionId, Field("said"), Plain(Field("reason")), Plain(Field("comment")), Plain(Field("evidence")), version, Field("shown"),
                form.ContainsKey($"{questionId}.{part}conflict") ? Field("keep") : null)
            : null;
    }

    /// <summary>To be kept; null when nothing is chosen.</summary>
    public GivenAnswer? ToGiven()
    {
        Answer? answer = Said switch
        {
            "" => null,
            Unknown => new DontKnow(QuestionId),
            Without => new NotApplicable(QuestionId, Reason),
            // what no form of ours sends is refused by the rule of the grid
            _ => new Chosen(QuestionId, int.TryParse(Said, NumberStyles.None, CultureInfo.InvariantCulture, out var option) ? option : int.MaxValue),
        };
        return answer is null ? null : new(answer, Comment, Evidence);
    }

    /// <summary>Short, the same for the same words on every server.</summary>
    public string Fingerprint()
    {
        var reason = Said == Without ? Reason : string.Empty;
        var words = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"{Said.Length}.{reason.Length}.{Comment.Length}.{Said}{reason}{Comment}{Evidence}")));
        return Convert.ToHexStringLower(words.AsSpan(0, 8));
    }

    /// <summary>Browsers send line ends of their own.</summary>
    private static string Plain(string text) => text.ReplaceLineEndings("\n").Trim();
}
