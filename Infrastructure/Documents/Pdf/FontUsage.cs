namespace CrisisKits.Infrastructure.Documents.Pdf;

/// <summary>
/// What one file uses of one face. A glyph standing for two texts gets two codes, so that copied text is exact.
/// Words are encoded once per file.
/// </summary>
internal sealed class FontUsage(FontFace face, string resource)
{
    private readonly Dictionary<(ushort Glyph, string Text), int> _codes = [];
    private readonly List<ushort> _glyphs = [0];
    private readonly List<string> _texts = [""];
    private readonly Dictionary<ShapedWord, byte[]> _encoded = new(ReferenceEqualityComparer.Instance);

    public FontFace Face { get; } = face;

    /// <summary>The name pages call it by, <c>F1</c>…</summary>
    public string Resource { get; } = resource;

    /// <summary>The word as elements of a TJ array, kerning included.</summary>
    public ReadOnlySpan<byte> Encode(ShapedWord word)
    {
        if (_encoded.TryGetValue(word, out var bytes))
            return bytes;
        var target = new PdfBuffer();
        target.Raw('<');
        for (var i = 0; i < word.Glyphs.Length; i++)
        {
            var glyph = word.Glyphs[i];
            target.Hex16(Code(glyph));
            var kern = glyph.Natural - glyph.Advance;
            if (kern != 0)
                target.Raw('>').Number((int)Math.Round(kern * 1000.0 / Face.UnitsPerEm)).Raw('<');
        }

        bytes = target.Raw('>').Written.ToArray();
        _encoded[word] = bytes;
        return bytes;
    }

    /// <summary>Writes the font with its subset and its map back to text; returns the object number.</summary>
    public int Write(PdfObjects objects)
    {
        var subset = EmbeddedFont.Of(Face, _glyphs);
        var name = subset.Name;
        var program = objects.AddWritten(subset.Program, subset.Entries);
        var unicode = objects.AddStream(ToUnicode().Written, "");
        objects.Begin(out var descriptor).Raw("<</Type/FontDescriptor/FontName/").Raw(name)
            .Raw("/Flags ").Number(Face.ItalicAngle != 0 ? 68 : 4)
            .Raw("/FontBBox[").Number((double)Scaled(Face.Box[0])).Number((double)Scaled(Face.Box[1]))
            .Number((double)Scaled(Face.Box[2])).Number((double)Scaled(Face.Box[3]))
            .Raw("]/ItalicAngle ").Number(Face.ItalicAngle).Raw("/Ascent ").Number(Scaled(Face.Ascent))
            .Raw("/Descent ").Number(Scaled(Face.Descent)).Raw("/CapHeight ").Number(Scaled(Face.CapHeight))
            .Raw("/StemV ").Number(Face.IsBold ? 140 : 80).Raw("/FontFile2 ").Reference(program).Raw(">>");
        var buffer = objects.Begin(out var descendant).Raw("<</Type/Font/Subtype/CIDFontType2/BaseFont/").Raw(name)
            .Raw("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/FontDescriptor ")
            .Reference(descriptor).Raw("/DW 0/W[0[");
        foreach (var glyph in _glyphs)
            buffer.Number((double)Scaled(Face.NaturalAdvance(glyph)));
        buffer.Raw("]]>>");
        objects.Begin(out var font).Raw("<</Type/Font/Subtype/Type0/Encoding/Identity-H/BaseFont/").Raw(name)
            .Raw("/DescendantFonts[").Reference(descendant).Raw("]/ToUnicode ").Reference(unicode).Raw(">>");
        return font;
    }

    private int Code(ShapedGlyph glyph)
    {
        var key = (glyph.Id, glyph.Text);
        if (!_codes.TryGetValue(key, out var code))
        {
            code = _glyphs.Count;
            _codes[key] = code;
            _glyphs.Add(glyph.Id);
            _texts.Add(glyph.Text);
        }

        return code;
    }

    private PdfBuffer ToUnicode()
    {
        var map = new PdfBuffer().Raw("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n")
            .Raw("/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n")
            .Raw("/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        const int block = 100;
        for (var start = 1; start < _texts.Count; start += block)
        {
            var end = Math.Min(start + block, _texts.Count);
            map.Number(end - start).Raw(" beginbfchar\n");
            for (var code = start; code < end; code++)
            {
                map.Raw('<').Hex16(code).Raw("> <");
                foreach (var unit in _texts[code].Length == 0 ? "\u200B" : _texts[code])
                    map.Hex16(unit);
                map.Raw(">\n");
            }

            map.Raw("endbfchar\n");
        }

        return map.Raw("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    }

    private int Scaled(int units) => (int)Math.Round(units * 1000.0 / Face.UnitsPerEm);
}
