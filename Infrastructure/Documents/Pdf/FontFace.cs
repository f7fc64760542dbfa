using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.InteropServices;
using HarfBuzzSharp;
using Buffer = HarfBuzzSharp.Buffer;

namespace CrisisKits.Infrastructure.Documents.Pdf;

/// <summary>A glyph of a shaped word. Advances are in font units; <paramref name="Natural"/> is the width without kerning.</summary>
internal readonly record struct ShapedGlyph(ushort Id, int Advance, int Natural, string Text);

/// <summary>A word shaped and kerned in one face; <paramref name="Advance"/> in font units.</summary>
internal sealed record ShapedWord(string Text, ShapedGlyph[] Glyphs, int Advance);

/// <summary>
/// One TrueType face: its tables, metrics and shaping. Faces are loaded once per process and shared by threads;
/// shaped words are remembered, because a kit repeats its words.
/// </summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "Faces live as long as the process.")]
internal sealed class FontFace
{
    // some ten megabytes for each face, whatever callers have typed; the words of all kits are a fifth of it
    private const int RememberedCharacters = 400_000;

    // what is longer seldom comes back: it would only fill the memory
    private const int LongestRemembered = 100;

    // Ligatures off: one glyph per character keeps copied text exact.
    private static readonly Feature[] Features =
        [Feature.Parse("kern"), Feature.Parse("-liga"), Feature.Parse("-clig")];

    private readonly ConcurrentDictionary<string, ShapedWord> _words = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ShapedWord>.AlternateLookup<ReadOnlySpan<char>> _known;
    private readonly byte[] _data;

    // The shaper reads the blob as long as it lives: the three are kept together, for the life of the process.
    private readonly Blob _blob;
    private readonly Face _face;
    private readonly Font _shaper;
    private int _remembered;
    private readonly Dictionary<string, (int Offset, int Length)> _tables = new(StringComparer.Ordinal);
    private readonly bool _longLoca;
    private readonly int _metrics;

    private FontFace(string name, byte[] data)
    {
        Name = name;
        _known = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        _data = data;
        var count = U16(4);
        for (var i = 0; i < count; i++)
        {
            var entry = 12 + 16 * i;
            var tag = System.Text.Encoding.ASCII.GetString(data, entry, 4);
            _tables[tag] = ((int)U32(entry + 8), (int)U32(entry + 12));
        }

        var head = _tables["head"].Offset;
        UnitsPerEm = U16(head + 18);
        Box = [S16(head + 36), S16(head + 38), S16(head + 40), S16(head + 42)];
        _longLoca = U16(head + 50) == 1;
        _metrics = U16(_tables["hhea"].Offset + 34);
        Ascent = S16(_tables["hhea"].Offset + 4);
        Descent = S16(_tables["hhea"].Offset + 6);
        CapHeight = S16(_tables["OS/2"].Offset + 88);
        ItalicAngle = (short)U16(_tables["post"].Offset + 4);

        // Blob.FromStream leaves the shaper a pointer to memory the collector may move: the data is pinned instead.
        _blob = new(Marshal.UnsafeAddrOfPinnedArrayElement(data, 0), data.Length, MemoryMode.ReadOnly);
        _blob.MakeImmutable();
        _face = new(_blob, 0) { UnitsPerEm = UnitsPerEm };
        _shaper = new(_face);
        _shaper.SetScale(UnitsPerEm, UnitsPerEm);
        _shaper.SetFunctionsOpenType();
        Space = Shape(" ");
    }

    public static FontFace Regular { get; } = Load("NotoSans-Regular");
    public static FontFace Bold { get; } = Load("NotoSans-Bold");
    public static FontFace Italic { get; } = Load("NotoSans-Italic");
    public static FontFace BoldItalic { get; } = Load("NotoSans-BoldItalic");

    public string Name { get; }
    public int UnitsPerEm { get; }
    public int Ascent { get; }
    public int Descent { get; }
    public int CapHeight { get; }
    public int ItalicAngle { get; }
    public IReadOnlyList<int> Box { get; }
    public ShapedWord Space { get; }
    public bool IsBold => Name.Contains("Bold", StringComparison.Ordinal);

    public static FontFace For(bool bold, bool italic) => (bold, italic) switch
    {
        (true, true) => BoldItalic,
        (true, false) => Bold,
        (false, true) => Italic,
        _ => Regular,
    };

    /// <summary>Shapes and kerns one word (or any short text without line breaks).</summary>
    public ShapedWord Shape(ReadOnlySpan<char> text)
    {
        if (_known.TryGetValue(text, out var known))
            return known;
        var shaped = ShapeAnew(text.ToString());
        if (text.Length > LongestRemembered)
            return shaped;
        _remembered += text.Length;
        if (_remembered >= RememberedCharacters)
        {
            _remembered = 0;
            _words.Clear();
        }

        _words[shaped.Text] = shaped;
        return shaped;
    }

    /// <summary>Width of a text in points at a size in points.</summary>
    public double Width(string text, double size) => Shape(text).Advance * size / UnitsPerEm;

    /// <summary>The advance of a glyph without kerning, in font units.</summary>
    public int NaturalAdvance(int glyph) =>
        U16(_tables["hmtx"].Offset + 4 * Math.Min(glyph, _metrics - 1));

    public int LeftSideBearing(int glyph)
    {
        var table = _tables["hmtx"].Offset;
        return glyph < _metrics ? S16(table + 4 * glyph + 2) : S16(table + 4 * _metrics + 2 * (glyph - _metrics));
    }

    /// <summary>The outline bytes of a glyph as they stand in the font.</summary>
    public ReadOnlySpan<byte> Outline(int glyph)
    {
        var loca = _tables["loca"].Offset;
        var (start, end) = _longLoca
            ? ((int)U32(loca + 4 * glyph), (int)U32(loca + 4 * glyph + 4))
            : (2 * U16(loca + 2 * glyph), 2 * U16(loca + 2 * glyph + 2));
        return _data.AsSpan(_tables["glyf"].Offset + start, end - start);
    }

    public ReadOnlySpan<byte> Table(string tag)
    {
        var (offset, length) = _tables[tag];
        return _data.AsSpan(offset, length);
    }

    private ShapedWord ShapeAnew(string text)
    {
        using var buffer = new Buffer();

        // no face has the minus sign: it is drawn as the dash of its width, and copied as what it is
        buffer.AddUtf16(text.Replace('\u2212', '–'));
        buffer.Direction = Direction.LeftToRight;
        buffer.Script = Script.Latin;
        buffer.Language = new Language(CultureInfo.GetCultureInfo("fr"));
        _shaper.Shape(buffer, Features);
        var infos = buffer.GetGlyphInfoSpan();
        var positions = buffer.GetGlyphPositionSpan();
        var glyphs = new ShapedGlyph[infos.Length];
        var advance = 0;
        for (var i = 0; i < infos.Length; i++)
        {
            var start = (int)infos[i].Cluster;
            var end = i + 1 < infos.Length ? (int)infos[i + 1].Cluster : text.Length;
            var id = (ushort)infos[i].Codepoint;
            glyphs[i] = new(id, positions[i].XAdvance, NaturalAdvance(id), end > start ? text[start..end] : "");
            advance += positions[i].XAdvance;
        }

        return new(text, glyphs, advance);
    }

    private static FontFace Load(string name)
    {
        using var stream = typeof(FontFace).Assembly.GetManifestResourceStream($"Fonts/{name}.ttf")
            ?? throw new InvalidOperationException($"Font {name} is not embedded.");
        var data = GC.AllocateUninitializedArray<byte>((int)stream.Length, pinned: true);
        stream.ReadExactly(data);
        return new(name, data);
    }

    private int U16(int offset) => BinaryPrimitives.ReadUInt16BigEndian(_data.AsSpan(offset));

    private int S16(int offset) => BinaryPrimitives.ReadInt16BigEndian(_data.AsSpan(offset));

    private uint U32(int offset) => BinaryPrimitives.ReadUInt32BigEndian(_data.AsSpan(offset));
}
