using CrisisKits.Infrastructure.Documents.Blocks;
using CrisisKits.Infrastructure.Documents.Layout.Flows;
using CrisisKits.Infrastructure.Documents.Pdf;

namespace CrisisKits.Infrastructure.Documents.Layout;

/// <summary>The cover of a bundle: audience and level in words and bars that are told apart from three metres, in black and white.</summary>
internal static class CoverPage
{
    public static void Draw(PdfPage page, Cover cover, Geometry geometry, Tag tag, IReadOnlyList<Mark> documents, Func<int, PdfPage> pages)
    {
        var (x, width) = (geometry.Left, geometry.BodyWidth);
        var y = geometry.Top + 4;
        var bandHeight = 118.0;
        page.Block(null, x, y, width, bandHeight, Ink.Accent);
        Bars(page, cover.Mark, x + width - 20, y + 20, bandHeight - 40);
        var size = Math.Min(54, (width - 150) / FontFace.Bold.Width(cover.Audience.ToUpperInvariant(), 1));
        page.Text(tag.Add("P"), x + 20, y + 58, FontFace.Bold, size, Ink.White, cover.Audience.ToUpperInvariant());
        page.Text(tag.Add("P"), x + 20, y + 96, FontFace.Bold, 24, Ink.White, cover.Level);
        y += bandHeight + 26;
        y = Stack(page, Flow.Lines([new Text(cover.Title)], TextStyle.DocumentTitle.Scaled(1.2), width, tag.Add("H1"), 0), x, y);
        y = Stack(page, Flow.Lines([new Text(cover.Subtitle)], TextStyle.Lead, width, tag.Add("P"), 0), x, y + 6);
        if (cover.MadeFor is { } madeFor)
            y = Stack(page, Flow.Lines([new Text(madeFor, Bold: true)], TextStyle.Lead, width, tag.Add("P"), 0), x, y + 6);
        y += 14;
        y = Stack(page, DocumentOpening.Contents(documents, width, tag, pages), x, y);
        var notices = cover.Notices.SelectMany(notice =>
            Flow.Lines([new Text(notice)], TextStyle.Small, width - 24, tag.Add("P"), 4)).ToList();
        var height = Flow.HeightOf(notices) + 16;
        var bottom = geometry.Top + geometry.BodyHeight;
        var top = Math.Max(y + 10, bottom - height);
        page.Frame(null, x, top, width, height, 0.8, Ink.Black);
        Stack(page, notices, x + 12, top + 8);
    }

    /// <summary>One to three vertical bars: the level's shape.</summary>
    private static void Bars(PdfPage page, int mark, double right, double y, double height)
    {
        const double bar = 20;
        for (var i = 0; i < 3; i++)
        {
            var x = right - (3 - i) * (bar + 9) + 9;
            var rise = height * (0.45 + 0.275 * i);
            if (i < mark)
                page.Block(null, x, y + height - rise, bar, rise, Ink.White);
            else
                page.Frame(null, x, y + height - rise, bar, rise, 1, Ink.White);
        }
    }

    private static double Stack(PdfPage page, List<Slice> slices, double x, double y)
    {
        Flow.DrawStack(slices, page, x, y);
        return y + Flow.HeightOf(slices);
    }
}
