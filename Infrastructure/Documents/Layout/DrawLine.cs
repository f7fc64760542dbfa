using CrisisKits.Infrastructure.Documents.Blocks;
using CrisisKits.Infrastructure.Documents.Pdf;

namespace CrisisKits.Infrastructure.Documents.Layout;

/// <summary>Draws one line of text with its blanks and tick boxes.</summary>
internal static class DrawLine
{
    [ThreadStatic]
    private static List<ShapedWord>? _words;

    public static void Run(PdfPage page, Tag? tag, TextLine line, TextStyle style, double x, double baseline)
    {
        var words = _words ??= new(64);
        words.Clear();
        FontFace? face = null;
        var start = x;
        void Flush()
        {
            if (words.Count > 0)
                page.Words(tag, start, baseline, face!, style.Size, style.Ink, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(words));
            words.Clear();
        }

        void AddSpace(FontFace own)
        {
            if (words.Count == 0)
                (face, start) = (own, x);
            words.Add(face!.Space);
        }

        foreach (var atom in line.Atoms)
        {
            if (atom.Space)
            {
                AddSpace(atom.Face);
                x += TextLines.SpaceWidth(atom.Face, style.Size);
            }

            if (atom.Word is null || !ReferenceEquals(atom.Face, face) || words.Count == 0)
            {
                Flush();
                start = x;
                face = atom.Face;
            }

            if (atom.Word is not null)
                words.Add(atom.Word);
            else
                Drawn(page, tag, atom, style, x, baseline);
            x += atom.Width;
        }

        // read without positions, the last word of a line is still apart from the first of the next
        if (line.Space)
            AddSpace(line.Atoms[^1].Face);
        Flush();
    }

    public static void TickBox(PdfPage page, Tag? tag, double x, double baseline, double size)
    {
        var side = size * 0.78;
        page.Frame(tag, x + size * 0.12, baseline - side + size * 0.06, side, side, 0.9, Ink.Black);
    }

    private static void Drawn(PdfPage page, Tag? tag, Atom atom, TextStyle style, double x, double baseline)
    {
        if (atom.Drawn is Dots dots)
        {
            var says = tag?.Add(new Tag("Span") { ActualText = $"({dots.Label})" });
            page.Line(says, x + 1, baseline + 1.2, x + atom.Width - 1, baseline + 1.2, 0.9, Ink.Muted, "0 2.6");
        }
        else
        {
            TickBox(page, tag?.Add(new Tag("Span") { ActualText = "☐" }), x + atom.Width - style.Size, baseline, style.Size);
        }
    }
}
