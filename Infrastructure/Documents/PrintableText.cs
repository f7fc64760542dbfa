using CrisisKits.Infrastructure.Documents.Pdf;

namespace CrisisKits.Infrastructure.Documents;

/// <summary>Whether a text can be printed whole with the fonts we ship.</summary>
public static class PrintableText
{
    private static readonly FontFace[] Faces = [FontFace.Regular, FontFace.Bold, FontFace.Italic, FontFace.BoldItalic];

    /// <summary>The characters, each once, that some face has no glyph for; line breaks aside.</summary>
    public static IReadOnlyList<string> Missing(string text)
    {
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var character in text.EnumerateRunes().Distinct().Where(rune => rune.Value is not ('\n' or '\r' or '\t')))
        {
            var written = character.ToString();
            if (Array.Exists(Faces, face => Array.Exists(face.Shape(written).Glyphs, glyph => glyph.Id == 0)))
                missing.Add(written);
        }

        return [.. missing];
    }
}
