using CrisisKits.Tests.Documents.Accessibility.Reading;
using CrisisKits.Tests.Documents.Accessibility.Rules;

namespace CrisisKits.Tests.Documents.Accessibility;

/// <summary>
/// What ISO 14289-1 (PDF/UA-1) lets a machine check, after the conditions of the Matterhorn protocol 1.1; numbers in findings are sections of the standard.
/// </summary>
internal static class CheckAccessibility
{
    private static readonly Func<PdfReading, IEnumerable<string>>[] Rules =
    [
        CheckIdentity.Find,
        CheckSafety.Find,
        CheckContent.Find,
        CheckParentTree.Find,
        CheckTypes.Find,
        CheckHeadings.Find,
        CheckTables.Find,
        CheckAlternates.Find,
        CheckAnnotations.Find,
        CheckFonts.Find,
        CheckNavigation.Find,
    ];

    /// <summary>One sentence per fault, naming the page or the object; none when the file keeps every rule.</summary>
    public static List<string> Run(byte[] pdf)
    {
        using var reading = PdfReading.Of(pdf);
        return [.. Rules.SelectMany(rule => rule(reading))];
    }
}
