using CrisisKits.Tests.Documents.Accessibility.Reading;

namespace CrisisKits.Tests.Documents.Accessibility.Rules;

/// <summary>Headings start at H1, go down one level at a time and are numbered everywhere or nowhere (PDF/UA-1, 7.4).</summary>
internal static class CheckHeadings
{
    public static IEnumerable<string> Find(PdfReading pdf)
    {
        var previous = 0;
        foreach (var element in pdf.Structure.All)
            if (element.HeadingLevel is { } level)
            {
                if (level > previous + 1)
                    yield return previous == 0 ? $"{element}: the first heading is not H1 (7.4.2)" : $"{element}: follows H{previous} (7.4.2)";
                previous = level;
            }

        if (pdf.Structure.All.Find(element => element.Role == "H") is { } plain)
            yield return $"{plain}: a heading without its level; ours are numbered (7.4.4)";
    }
}
