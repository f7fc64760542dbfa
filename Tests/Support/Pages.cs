using UglyToad.PdfPig;

namespace CrisisKits.Tests.Support;

/// <summary>Reads a PDF back as text.</summary>
internal static class Pages
{
    public static List<string> Text(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return [.. document.GetPages().Select(page => page.Text)];
    }

    /// <summary>All pages as one line with plain spaces, so that a sentence broken over lines is found again.</summary>
    public static string Flat(byte[] pdf) => Flatten(string.Join(' ', Text(pdf)));

    public static string Flatten(string text) =>
        string.Join(' ', text.Split([' ', '\n', '\r', '\t', '\u00A0', '\u202F'], StringSplitOptions.RemoveEmptyEntries));
}
