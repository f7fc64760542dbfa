using System.Text;
using System.Xml;

namespace CrisisKits.Infrastructure.Documents.Packaging;

/// <summary>Text that an Office file can hold: XML has no place for control characters and halves of characters.</summary>
internal static class OfficeText
{
    /// <summary>Line ends become <c>\n</c>; each character XML forbids becomes U+FFFD, so that the reader sees something was there.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
            clean.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? Rune.ReplacementChar.ToString() : rune.ToString());
        return clean.ToString();
    }
}
