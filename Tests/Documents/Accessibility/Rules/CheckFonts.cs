using System.Globalization;
using System.Text;
using CrisisKits.Tests.Documents.Accessibility.Reading;
using UglyToad.PdfPig.Fonts.TrueType;
using UglyToad.PdfPig.Tokens;

namespace CrisisKits.Tests.Documents.Accessibility.Rules;

/// <summary>
/// Fonts come with the file, agree with it, and every character shown is a real glyph that maps back to text (PDF/UA-1, 7.21). Only the one kind of
/// font we write is known here; any other is refused.
/// </summary>
internal static class CheckFonts
{
    private const int Symbolic = 1 << 2;
    private const int Nonsymbolic = 1 << 5;

    public static IEnumerable<string> Find(PdfReading pdf) =>
        FontReading.All(pdf).SelectMany(font => new[] { InDictionaries(pdf, font), InProgram(font), InText(pdf, font) }.SelectMany(found => found).Select(finding => $"{font}: {finding}"));

    private static IEnumerable<string> InDictionaries(PdfReading pdf, FontReading font)
    {
        if (pdf.Name(font.Dictionary, "Subtype") != "Type0" || pdf.Name(font.Dictionary, "Encoding") != "Identity-H" || pdf.Name(font.Descendant, "Subtype") != "CIDFontType2")
            yield return "not a composite TrueType font under Identity-H, the only kind these rules read";
        var system = pdf.Get<DictionaryToken>(font.Descendant, "CIDSystemInfo");
        if (pdf.Text(system, "Registry") is null || pdf.Text(system, "Ordering") is null || pdf.Int(system, "Supplement") is null)
            yield return "no CIDSystemInfo (7.21.3.1)";
        if (pdf.Name(font.Descendant, "CIDToGIDMap") != "Identity" && pdf.Get<StreamToken>(font.Descendant, "CIDToGIDMap") is null)
            yield return "no CIDToGIDMap (7.21.3.2)";
        var name = pdf.Name(font.Dictionary, "BaseFont");
        if (name is null || pdf.Name(font.Descendant, "BaseFont") != name || pdf.Name(font.Descriptor, "FontName") != name)
            yield return "its dictionaries do not agree on its name";
        if (((pdf.Int(font.Descriptor, "Flags") ?? 0) & (Symbolic | Nonsymbolic)) is not (Symbolic or Nonsymbolic))
            yield return "Flags: neither symbolic nor nonsymbolic, or both";
    }

    private static IEnumerable<string> InProgram(FontReading font)
    {
        if (font.Program() is not var (program, bytes))
        {
            yield return "no font program that can be read (7.21.4.1)";
            yield break;
        }

        var (glyphs, widths) = (font.Glyphs(), font.Widths());
        var count = program.TableRegister.IndexToLocationTable.GlyphOffsets.Count - 1;
        var missing = Outline(program, bytes, 0);
        foreach (var code in font.Codes.Order())
        {
            var glyph = glyphs(code);
            if (glyph >= count)
                yield return $"code {code} has no glyph among the {count} embedded (7.21.4.1)";
            else if (glyph == 0 || (missing.Length > 0 && Outline(program, bytes, glyph).Span.SequenceEqual(missing.Span)))
                yield return $"code {code} shows .notdef (7.21.8)";
            else if (!program.TryGetAdvanceWidth(glyph, same => same, out var advance) || Math.Abs(1000 * advance / program.GetUnitsPerEm() - widths(code)) > 1)
                yield return string.Create(CultureInfo.InvariantCulture, $"code {code} is {widths(code)} wide here, another width in the font program (7.21.5)");
        }
    }

    private static IEnumerable<string> InText(PdfReading pdf, FontReading font)
    {
        if (pdf.Get<StreamToken>(font.Dictionary, "ToUnicode") is not { } stream)
        {
            yield return "no ToUnicode (7.21.7)";
            yield break;
        }

        var texts = UnicodeMap.Read(pdf.Decode(stream));
        foreach (var code in font.Codes.Order())
            if (!texts.TryGetValue(code, out var text) || text.Length == 0)
                yield return $"code {code} maps to no text (7.21.7)";
        foreach (var (code, text) in texts)
            foreach (var rune in text.EnumerateRunes().Where(IsNoText))
                yield return string.Create(CultureInfo.InvariantCulture, $"code {code} maps to U+{rune.Value:X4}, which is no text (7.21.7)");
    }

    private static bool IsNoText(Rune rune) =>
        rune.Value is 0 or 0xFEFF or 0xFFFE or 0xFFFD || Rune.GetUnicodeCategory(rune) is UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    private static ReadOnlyMemory<byte> Outline(TrueTypeFont program, ReadOnlyMemory<byte> bytes, int glyph)
    {
        var offsets = program.TableRegister.IndexToLocationTable.GlyphOffsets;
        var start = program.TableHeaders["glyf"].Offset;
        return bytes.Slice((int)(start + offsets[glyph]), (int)(offsets[glyph + 1] - offsets[glyph]));
    }
}
