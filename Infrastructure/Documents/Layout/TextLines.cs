using CrisisKits.Infrastructure.Documents.Blocks;
using CrisisKits.Infrastructure.Documents.Pdf;

namespace CrisisKits.Infrastructure.Documents.Layout;

/// <summary>
/// An unbreakable bit of a line: a shaped word, a dotted blank or a tick box.
/// <paramref name="Space"/>: a space stands before it; <paramref name="Break"/>: the line may end before it.
/// </summary>
internal readonly record struct Atom(FontFace Face, ShapedWord? Word, Inline? Drawn, double Width, bool Space, bool Break);

/// <summary>One line: its atoms and its width in points. <paramref name="Space"/>: a space parts it from the next line.</summary>
internal sealed record TextLine(Atom[] Atoms, double Width, bool Space);

/// <summary>Breaks inlines into lines of a width, ragged right, without hyphenation.</summary>
internal static class TextLines
{
    // a page has hundreds of lines and a kit hundreds of pages: each thread fills the same two lists again
    [ThreadStatic]
    private static List<Atom>? _atoms;

    [ThreadStatic]
    private static List<Atom>? _line;

    public static List<TextLine> Break(IReadOnlyList<Inline> content, TextStyle style, double width)
    {
        var lines = new List<TextLine>();
        var line = _line ??= new(64);
        line.Clear();
        var used = 0.0;
        var atoms = Atoms(content, style);
        for (var i = 0; i < atoms.Count;)
        {
            if (atoms[i].Drawn is LineBreak)
            {
                used = End(lines, line, used, space: true);
                i++;
                continue;
            }

            var end = i + 1;
            var chunk = atoms[i].Width;
            while (end < atoms.Count && !atoms[end].Break && atoms[end].Drawn is not LineBreak)
                chunk += WithSpace(atoms[end++], style);
            var space = line.Count > 0 && atoms[i].Space ? SpaceWidth(atoms[i].Face, style.Size) : 0;
            if (line.Count > 0 && used + space + chunk > width + 0.01)
                used = End(lines, line, used, atoms[i].Space);

            if (chunk > width && end == i + 1 && SplitToFit(atoms, i, style, width))
                continue;
            for (; i < end; i++)
            {
                var atom = line.Count == 0 ? AtLineStart(atoms[i], style) : atoms[i];
                line.Add(atom);
                used += WithSpace(atom, style);
            }
        }

        if (line.Count > 0 || lines.Count == 0)
            End(lines, line, used, space: false);
        return lines;
    }

    /// <summary>Closes a line; the next one starts empty.</summary>
    private static double End(List<TextLine> lines, List<Atom> line, double used, bool space)
    {
        lines.Add(new([.. line], used, space));
        line.Clear();
        return 0;
    }

    /// <summary>The widest unbreakable part and the width on one line, in points.</summary>
    public static (double Minimum, double Natural) Measure(IReadOnlyList<Inline> content, TextStyle style)
    {
        double minimum = 0, chunk = 0, line = 0, natural = 0;
        foreach (var atom in Atoms(content, style))
        {
            if (atom.Drawn is LineBreak)
            {
                (natural, line, chunk) = (Math.Max(natural, line), 0, 0);
                continue;
            }

            chunk = atom.Break ? atom.Width : chunk + WithSpace(atom, style);
            line += WithSpace(atom, style);
            minimum = Math.Max(minimum, chunk);
        }

        return (minimum, Math.Max(natural, line));
    }

    private static Atom AtLineStart(Atom atom, TextStyle style) => atom.Drawn is TickBox box
        ? atom with { Space = false, Width = DrawnWidth(box, style, space: false) }
        : atom with { Space = false };

    private static double WithSpace(Atom atom, TextStyle style) =>
        atom.Space ? atom.Width + SpaceWidth(atom.Face, style.Size) : atom.Width;

    public static double SpaceWidth(FontFace face, double size) => face.Space.Advance * size / face.UnitsPerEm;

    /// <summary>Valid until the next call on the same thread.</summary>
    private static List<Atom> Atoms(IReadOnlyList<Inline> content, TextStyle style)
    {
        var atoms = _atoms ??= new(256);
        atoms.Clear();
        var space = false;
        foreach (var inline in content)
            switch (inline)
            {
                case Text text:
                    space = AddWords(atoms, text, style, space);
                    break;
                case LineBreak:
                    atoms.Add(new(FontFace.Regular, null, inline, 0, false, true));
                    space = false;
                    break;
                default:
                    // « …… h …… » is one blank to fill in
                    var tied = atoms.Count > 1 && inline is Dots && atoms[^1].Word?.Text is "h" && atoms[^2].Drawn is Dots;
                    atoms.Add(new(FontFace.Regular, null, inline, DrawnWidth(inline, style, space), space, !tied && (space || atoms.Count == 0)));
                    space = false;
                    break;
            }
        return atoms;
    }

    private static bool AddWords(List<Atom> atoms, Text text, TextStyle style, bool space)
    {
        var face = FontFace.For(text.Bold || style.Bold, text.Italic);
        var value = text.Value;
        var start = 0;
        var after = atoms.Count > 0 ? atoms[^1].Drawn : null;
        var boxed = after is TickBox || (after is Dots && value.AsSpan().TrimStart(' ') is "h" or "h ");
        var mayBreak = space || atoms.Count == 0;
        for (var i = 0; i <= value.Length; i++)
        {
            var ends = i == value.Length || value[i] is ' ' or '\n';
            var splits = !ends && i > start && value[i] is '-' or '/' && i + 1 < value.Length && i > start + 1 && char.IsLetter(value[i - 1]);
            if (!ends && !splits)
                continue;
            var stop = splits ? i + 1 : i;
            if (stop > start)
            {
                var word = face.Shape(value.AsSpan(start, stop - start));
                atoms.Add(new(face, word, null, word.Advance * style.Size / face.UnitsPerEm, space, mayBreak && !boxed));
                (space, mayBreak, boxed) = (false, splits, false);
            }

            if (ends && i < value.Length)
                (space, mayBreak) = (true, true);
            start = i + 1;
            if (splits)
                start = stop;
        }

        return space;
    }

    /// <summary>A box inside a line stands away from the label before it, so that it clearly belongs to the one after.</summary>
    private static double DrawnWidth(Inline inline, TextStyle style, bool space) =>
        inline is Dots dots ? dots.WidthMm.Mm() : space ? style.Size * 1.6 : style.Size;

    private static readonly char[] NoBreaks = ['\u00A0', '\u202F'];

    /// <summary>Cuts a word wider than the line between two characters, as a last resort (long addresses).</summary>
    private static bool SplitToFit(List<Atom> atoms, int at, TextStyle style, double width)
    {
        var atom = atoms[at];
        if (atom.Word is not { Text: { Length: > 1 } text })
            return false;
        var fits = Fitting(text, atom.Face, style.Size, width);
        if (char.IsLowSurrogate(text[fits]) && fits > 1)
            fits--;

        // rather where somebody forbade a break than inside a word
        if (text.LastIndexOfAny(NoBreaks, fits - 1) is var soft && soft > 0)
            fits = soft + 1;
        atoms[at] = Piece(atom, text[..fits], style) with { Space = atom.Space, Break = atom.Break };
        atoms.Insert(at + 1, Piece(atom, text[fits..], style) with { Space = false, Break = true });
        return true;
    }

    /// <summary>How many characters fit, one at least and the last never: doubled, then halved, as somebody may type thousands without a space.</summary>
    private static int Fitting(string text, FontFace face, double size, double width)
    {
        var (few, many) = (1, 2);
        while (many < text.Length && face.Width(text[..many], size) <= width)
            (few, many) = (many, many * 2);
        many = Math.Min(many, text.Length);
        while (many - few > 1)
            (few, many) = (few + many) / 2 is var middle && face.Width(text[..middle], size) <= width ? (middle, many) : (few, middle);
        return few;
    }

    private static Atom Piece(Atom atom, string text, TextStyle style)
    {
        var word = atom.Face.Shape(text);
        return atom with { Word = word, Width = word.Advance * style.Size / atom.Face.UnitsPerEm };
    }
}
