using CrisisKits.Infrastructure.Documents.Blocks;
using CrisisKits.Infrastructure.Documents.Pdf;

namespace CrisisKits.Infrastructure.Documents.Layout.Flows;

/// <summary>Blocks that take a page of their own: posters, slides, sheets handed out.</summary>
internal static class FlowSheet
{
    private const double SlideScale = 1.75;
    private const double HandoutScale = 1.45;

    public static List<Slice> Run(Flow flow, Poster poster, Tag? tag)
    {
        var (width, height) = flow.Body;
        var inner = width - 60;
        var lines = new List<Slice>();
        var section = tag?.Add("Sect");
        foreach (var line in poster.Lines)
        {
            var style = new TextStyle(1, 1.2, Ink.Black, Bold: line.Giant, Centered: true);
            var size = line.Giant ? Fitting(line.Text, inner, 90) : 28;
            lines.AddRange(Flow.Lines([new Text(line.Text)], style.Scaled(size), inner, section?.Add("P"), size * 0.5));
        }

        var used = Flow.HeightOf(lines);
        return
        [
            new(height - 1, (page, x, y) =>
            {
                page.Frame(null, x + 4, y + 4, width - 8, height - 9, 5, Ink.Black);
                Flow.DrawStack(lines, page, x + 30, y + Math.Max(16, (height - used) / 2.2));
            }) { BreakBefore = true },
        ];
    }

    public static List<Slice> Run(Flow flow, Slide slide, double width, Tag? tag)
    {
        const double padding = 22;
        var least = flow.Body.Height * 0.66;
        var section = tag?.Add("Sect");
        var title = Flow.Lines([new Text(slide.Title)], TextStyle.DocumentTitle, width - 2 * padding, section?.Add("H2"), 0);
        var titleHeight = Flow.HeightOf(title) + 14;
        var large = flow with { Scale = Fitting(flow, slide, width - 2 * padding, flow.Body.Height - titleHeight - 2 * padding - 1) };
        var content = large.Run(slide.Content, width - 2 * padding, section);
        var height = Math.Max(least, titleHeight + Flow.HeightOf(content) + 2 * padding);
        var slices = new List<Slice>
        {
            new(height, (page, x, y) =>
            {
                page.Frame(null, x, y, width, height, 1.2, Ink.Accent);
                page.Block(null, x, y, 8, height, Ink.Accent);
                Flow.DrawStack(title, page, x + padding, y + padding - 6);
                page.Line(null, x + padding, y + padding + titleHeight - 12, x + width - padding, y + padding + titleHeight - 12, 0.8, Ink.Accent);
                Flow.DrawStack(content, page, x + padding, y + padding + titleHeight);
            }) { BreakBefore = true, Mark = new(1, slide.Title) },
        };
        if (slide.Notes.Count > 0)
        {
            slices.AddRange(Flow.Lines([new Text("Texte à dire")], TextStyle.Label, width, section?.Add("P"), 10));
            slices[^1] = slices[^1] with { KeepWithNext = true };
            slices.AddRange(flow.Run(slide.Notes, width, section));
        }

        return slices;
    }

    public static List<Slice> Run(Flow flow, HandoutSheet sheet, double width, Tag? tag)
    {
        var section = tag?.Add("Sect");
        var slices = Flow.Lines([new Text(sheet.Kicker)], TextStyle.Heading(2), width, section?.Add("H2"), 0);
        slices[0] = slices[0] with { Mark = new(2, sheet.Title.Length == 0 ? sheet.Kicker : $"{sheet.Kicker} — {sheet.Title}") };
        if (sheet.Title.Length > 0)
            slices.AddRange(Flow.Lines([new Text(sheet.Title)], TextStyle.DocumentTitle, width, section?.Add("P"), 4));
        slices.Add(new(10, (page, x, y) => page.Line(null, x, y + 5, x + width, y + 5, 2.2, Ink.Black)));
        slices.AddRange((flow with { Scale = HandoutScale }).Run(sheet.Content, width, section));
        slices[0] = slices[0] with { BreakBefore = true };
        return slices;
    }

    /// <summary>Large, unless what an establishment wrote on the slide takes more than the page.</summary>
    private static double Fitting(Flow flow, Slide slide, double width, double height)
    {
        var scale = SlideScale;
        while (scale > 0.5 && Flow.HeightOf((flow with { Scale = scale }).Run(slide.Content, width, null)) > height)
            scale *= 0.8;
        return scale;
    }

    private static double Fitting(string text, double width, double most)
    {
        var atOne = FontFace.Bold.Width(text, 1);
        return Math.Clamp(width / Math.Max(atOne, 0.1), 30, most);
    }
}
