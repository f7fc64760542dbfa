using System.Globalization;
using System.Text;

namespace CrisisKits.Infrastructure.Documents;

/// <summary>
/// Texts people typed, as the fonts we ship can print them. The usual signs they lack are spelled (« -> », « [coche] »); any other character
/// without a glyph, or that nobody sees, is written by its code, as « [U+0645] »: a printed page never loses one silently.
/// </summary>
public static class LegibleText
{
    /// <summary>One paragraph per line typed.</summary>
    /// <param name="replaced">Whether some character is written by its code.</param>
    public static IReadOnlyList<string> Lines(string text, out bool replaced)
    {
        var lines = new List<string>();
        replaced = false;
        foreach (var line in text.ReplaceLineEndings("\n").Replace('\t', ' ').Split('\n'))
        {
            var spelled = TypedSigns.Spell(line);
            var legible = WithCodes(spelled);
            replaced |= !ReferenceEquals(legible, spelled);
            if (!string.IsNullOrWhiteSpace(legible))
                lines.Add(legible.Normalize());
        }

        return lines;
    }

    /// <summary>A single line, such as a name.</summary>
    public static string Line(string text) => WithCodes(TypedSigns.Spell(text));

    private static string WithCodes(string text)
    {
        var missing = PrintableText.Missing(text);
        if (missing.Count == 0 && text.EnumerateRunes().All(IsVisible))
            return text;
        var (legible, codes) = (new StringBuilder(), new List<string>());
        foreach (var rune in text.EnumerateRunes())
            if (!IsVisible(rune) || missing.Contains(rune.ToString(), StringComparer.Ordinal))
                codes.Add(string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}"));
            else
            {
                Close();
                legible.Append(rune.ToString());
            }

        Close();
        return legible.ToString();

        void Close()
        {
            if (codes.Count > 0)
                legible.Append('[').AppendJoin(' ', codes).Append(']');
            codes.Clear();
        }
    }

    // U+FFFD stands for a text that was lost before it came here: a screen reader has no word for it
    private static bool IsVisible(Rune rune) => rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
