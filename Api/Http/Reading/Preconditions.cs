using System.Globalization;
using System.Text.RegularExpressions;
using CrisisKits.Api.Http.Failures;
using CrisisKits.Domain.Assessments.Keeping;

namespace CrisisKits.Api.Http.Reading;

/// <summary>
/// Reads what the sender of a change believes is there: <c>If-None-Match: *</c> for nothing yet, <c>If-Match: "3"</c> for a version. A weak tag
/// never matches (RFC 9110, 13.1.1). <c>If-Match: *</c> says nothing of which version, and would overwrite a colleague unseen: it counts as not said.
/// </summary>
public static partial class Preconditions
{
    private const string Any = "*";

    /// <summary>Versions start at 1.</summary>
    private static readonly ExpectedVersion Never = new(0);

    /// <returns>Null when nothing was said.</returns>
    /// <exception cref="RefusedRequestException">400: what is said cannot be read.</exception>
    public static ExpectedVersion? Read(string? ifMatch, string? ifNoneMatch)
    {
        if (ifMatch is not null && ifNoneMatch is not null)
            throw Malformed("If-None-Match", "Donnez If-Match ou If-None-Match, pas les deux.");
        if (ifNoneMatch is not null)
            return ifNoneMatch.Trim() == Any
                ? ExpectedVersion.Nothing
                : throw Malformed("If-None-Match", "Donnez « If-None-Match: * » pour une première réponse, ou la version connue par « If-Match: \"3\" ».");
        if (ifMatch is null || ifMatch.Trim() == Any)
            return null;
        var tag = Tag().Match(ifMatch.Trim());
        if (!tag.Success)
            throw Malformed("If-Match", "Donnez la version de la réponse entre guillemets, telle que son ETag la donne : « If-Match: \"3\" ».");
        return !tag.Groups["weak"].Success && int.TryParse(tag.Groups["version"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? new(version)
            : Never;
    }

    public static Problem Required() => Problem.Of(
        StatusCodes.Status428PreconditionRequired, "precondition-required",
        "Dites ce que vous pensez remplacer, pour ne pas écraser la réponse d'un collègue : « If-None-Match: * » pour une première réponse, « If-Match: \"3\" » avec la version que vous avez lue.");

    /// <summary>What is cleared was there: nothing else than its version will do.</summary>
    public static Problem RequiredToClear() => Problem.Of(
        StatusCodes.Status428PreconditionRequired, "precondition-required",
        "Dites quelle réponse vous effacez, pour ne pas effacer celle d'un collègue : « If-Match: \"3\" » avec la version que vous avez lue.");

    private static RefusedRequestException Malformed(string header, string message) =>
        new(Problem.Of(StatusCodes.Status400BadRequest, [new(header, "malformed-precondition", message)]));

    [GeneratedRegex("\\A(?<weak>W/)?\"(?<version>[0-9]{1,40})\"\\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
