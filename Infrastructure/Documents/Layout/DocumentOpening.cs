using CrisisKits.Infrastructure.Documents.Blocks;
using CrisisKits.Infrastructure.Documents.Layout.Flows;
using CrisisKits.Infrastructure.Documents.Pdf;

namespace CrisisKits.Infrastructure.Documents.Layout;

/// <summary>The top of a document: its title, what it is for, and its table of contents.</summary>
internal static class DocumentOpening
{
    public static List<Slice> Title(Document document, double width, Tag tag)
    {
        var slices = Flow.Lines([new Text(document.Title)], TextStyle.DocumentTitle, width, tag.Add("H1"), 0);
        slices[0] = slices[0] with { Mark = new(0, document.Title) };
        slices.AddRange(Flow.Lines([new Text(document.Purpose, Italic: true)], TextStyle.Body with { Ink = Ink.Muted }, width, tag.Add("P"), 3));
        slices.Add(new(9, (page, x, y) => page.Line(null, x, y + 6, x + width, y + 6, 2, Ink.Accent)));
        return Flow.Keep(slices);
    }

    /// <summary>One line per heading of the two upper levels; page numbers are read when drawn, once they are known.</summary>
    public static List<Slice> Contents(IReadOnlyList<Mark> marks, double width, Tag tag, Func<int, PdfPage> pages)
    {
        var slices = Flow.Lines([new Text("Sommaire")], TextStyle.Heading(2), width, tag.Add("H2"), 12);
        slices[^1] = slices[^1] with { KeepWithNext = true };
        var table = tag.Add("TOC");
        foreach (var mark in marks)
            slices.Add(Entry(mark, width, table.Add("TOCI").Add("Reference").Add("Link"), pages));
        slices.Add(Slice.Gap(6));
        return slices;
    }

    /// <summary>A line of contents: title, dots, page number, the whole a link.</summary>
    public static Slice Entry(Mark mark, double width, Tag link, Func<int, PdfPage> pages)
    {
        var style = mark.Level <= 1 ? TextStyle.Body : TextStyle.Body.Scaled(0.92);
        var indent = mark.Level <= 1 ? 0 : 14.0;
        var face = mark.Level == 0 ? FontFace.Bold : FontFace.Regular;
        var lines = TextLines.Break([new Text(mark.Title, Bold: mark.Level == 0)], style, width - indent - 40);
        var height = lines.Count * style.Leading + 2;
        return new(height, (page, x, y) =>
        {
            var target = pages(mark.PageIndex);
            var number = target.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            var numberWidth = face.Width(number, style.Size);
            var baseline = y + style.Size;
            foreach (var line in lines)
            {
                DrawLine.Run(page, link, line, style, x + indent, baseline);
                baseline += style.Leading;
            }

            baseline -= style.Leading;
            page.Line(null, x + indent + lines[^1].Width + 6, baseline, x + width - numberWidth - 8, baseline, 0.8, Ink.Rule, "0 3");
            page.Words(link, x + width - numberWidth - FontFace.Regular.Width(" ", style.Size), baseline, face, style.Size, style.Ink, [face.Space, face.Shape(number)]);
            page.Link(new(x, y, width, height, $"{mark.Title}, page {number}", link) { TargetPage = target, TargetY = Math.Max(0, mark.Y - 8) });
        })
        { Before = mark.Level == 0 ? 3 : 0 };
    }
}
