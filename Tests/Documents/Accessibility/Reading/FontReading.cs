using UglyToad.PdfPig.Fonts;
using UglyToad.PdfPig.Fonts.TrueType;
using UglyToad.PdfPig.Fonts.TrueType.Parser;
using UglyToad.PdfPig.Tokens;

namespace CrisisKits.Tests.Documents.Accessibility.Reading;

/// <summary>A composite font as the file has it, and the codes the pages show with it.</summary>
internal sealed class FontReading(PdfReading pdf, long id, DictionaryToken dictionary, IReadOnlySet<int> codes)
{
    public DictionaryToken Dictionary { get; } = dictionary;

    public IReadOnlySet<int> Codes { get; } = codes;

    public DictionaryToken? Descendant { get; } =
        pdf.Get<ArrayToken>(dictionary, "DescendantFonts") is { Length: 1 } fonts ? pdf.Resolve(fonts[0]) as DictionaryToken : null;

    public DictionaryToken? Descriptor => pdf.Get<DictionaryToken>(Descendant, "FontDescriptor");

    public override string ToString() => $"font {pdf.Name(Dictionary, "BaseFont")} (object {id})";

    /// <summary>Every font that pages show text with, once.</summary>
    public static IEnumerable<FontReading> All(PdfReading pdf) =>
        from page in pdf.Pages
        let fonts = pdf.Get<DictionaryToken>(page.Resources, "Font")
        from shown in page.Content.Codes
        group shown.Value by fonts?.Data.GetValueOrDefault(shown.Key) into uses
        select new FontReading(pdf, PdfReading.Id(uses.Key), pdf.Resolve(uses.Key) as DictionaryToken ?? new(new Dictionary<NameToken, IToken>()),
            uses.SelectMany(codes => codes).ToHashSet());

    /// <summary>The font program; null when it is not in the file or is no TrueType font.</summary>
    public (TrueTypeFont Font, ReadOnlyMemory<byte> Bytes)? Program()
    {
        if (pdf.Get<StreamToken>(Descriptor, "FontFile2") is not { } stream)
            return null;
        var bytes = pdf.Decode(stream);
        try
        {
            return (TrueTypeFontParser.Parse(new TrueTypeDataBytes(bytes.ToArray())), bytes);
        }
        catch (Exception wrong) when (wrong is InvalidFontFormatException or InvalidOperationException or IndexOutOfRangeException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Glyph by code: the code itself, or what the map's stream says.</summary>
    public Func<int, int> Glyphs()
    {
        if (pdf.Get<StreamToken>(Descendant, "CIDToGIDMap") is not { } stream)
            return code => code;
        var map = pdf.Decode(stream);
        return code => 2 * code + 1 < map.Length ? map.Span[2 * code] << 8 | map.Span[2 * code + 1] : 0;
    }

    /// <summary>Widths the dictionary gives, in thousandths of the size.</summary>
    public Func<int, double> Widths()
    {
        var widths = new Dictionary<int, double>();
        var list = pdf.Get<ArrayToken>(Descendant, "W")?.Data ?? [];
        for (var i = 0; i + 1 < list.Count;)
        {
            var first = ((NumericToken)list[i]).Int;
            if (pdf.Resolve(list[i + 1]) is ArrayToken each)
            {
                for (var k = 0; k < each.Length; k++)
                    widths[first + k] = ((NumericToken)each[k]).Double;
                i += 2;
            }
            else
            {
                for (var code = first; code <= ((NumericToken)list[i + 1]).Int; code++)
                    widths[code] = ((NumericToken)list[i + 2]).Double;
                i += 3;
            }
        }

        var otherwise = pdf.Get<NumericToken>(Descendant, "DW")?.Double ?? 1000;
        return code => widths.GetValueOrDefault(code, otherwise);
    }
}
