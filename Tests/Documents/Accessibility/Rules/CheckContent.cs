using CrisisKits.Tests.Documents.Accessibility.Reading;

namespace CrisisKits.Tests.Documents.Accessibility.Rules;

/// <summary>
/// Everything painted is either content with a tag or an artifact, never both (PDF/UA-1, 7.1), and what is repeated on pages says it is
/// a header or a footer (7.8).
/// </summary>
internal static class CheckContent
{
    /// <summary>Text that no tag holds, this near the edge, is a running header or footer: 20 mm.</summary>
    private const double Margin = 20 * 72 / 25.4;

    public static IEnumerable<string> Find(PdfReading pdf) => pdf.Pages.SelectMany(page => Find(page).Select(finding => $"page {page.Number}: {finding}"));

    private static IEnumerable<string> Find(PageReading page)
    {
        foreach (var fault in page.Content.Faults)
            yield return $"its content {fault}";
        foreach (var sequence in page.Content.Sequences)
        {
            var around = sequence.Outer?.Chain.ToList() ?? [];
            if (sequence.IsArtifact && around.Exists(outer => outer.Mcid is not null))
                yield return "an artifact stands inside tagged content (7.1)";
            if (sequence.Mcid is { } id && around.Exists(outer => outer.IsArtifact))
                yield return $"tagged content {id} stands inside an artifact (7.1)";
            if (sequence.Mcid is { } inner && around.Exists(outer => outer.Mcid is not null))
                yield return $"tagged content {inner} stands inside other tagged content";
            if (sequence.IsArtifact && sequence.Mcid is not null)
                yield return "an artifact has a content identifier (7.1)";
        }

        foreach (var painting in page.Content.Paintings)
        {
            var marks = painting.In?.Chain.ToList() ?? [];
            var at = FormattableString.Invariant($"« {painting.Operator} » at ({painting.X:F0}, {painting.Y:F0})");
            if (marks.Find(mark => mark.IsArtifact) is { } artifact)
            {
                if (painting.IsText && Misplaced(artifact, painting.Y, page.Height) is { } expected)
                    yield return $"{at} is artifact text that does not say it is {expected} (7.8)";
            }
            else if (!marks.Exists(mark => mark.Mcid is not null))
            {
                yield return $"{at} is neither tagged nor an artifact (7.1)";
            }
        }
    }

    /// <summary>What artifact text at this height should say it is; null when it does.</summary>
    private static string? Misplaced(Sequence artifact, double y, double height)
    {
        var expected = y > height - Margin ? "Header" : y < Margin ? "Footer" : null;
        var (type, subtype) = (artifact.Property("Type"), artifact.Property("Subtype"));
        if (expected is null)
            return type is null ? "of a Type" : null;
        return type == "Pagination" && subtype == expected ? null : $"a Pagination artifact, {expected}";
    }
}
