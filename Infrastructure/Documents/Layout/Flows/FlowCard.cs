using CrisisKits.Infrastructure.Documents.Blocks;
using CrisisKits.Infrastructure.Documents.Pdf;

namespace CrisisKits.Infrastructure.Documents.Layout.Flows;

/// <summary>Framed boxes. A short box stays whole; a long one may continue on the next page with open edges.</summary>
internal static class FlowCard
{
    private const double Padding = 9;

    public static List<Slice> Run(Flow flow, Card card, double width, Tag? tag)
    {
        var cardTag = tag?.Add("Sect");
        var content = new List<Slice>();
        if (card.Caption is { } title)
            content.AddRange(Flow.Lines([new Text(title, Bold: true)], TitleStyle(card.Kind).Scaled(flow.Scale), width - 2 * Padding, cardTag?.Add("P"), 0));
        content.AddRange(flow.Run(card.Content, width - 2 * Padding, cardTag));
        if (content.Count == 0)
            return content;
        var whole = Flow.HeightOf(content) + 2 * Padding < flow.Body.Height * 0.4;
        var slices = new List<Slice>(content.Count + 2);
        for (var i = 0; i < content.Count; i++)
        {
            var edges = (First: i == 0, Last: i == content.Count - 1);
            slices.Add(Framed(content[i], card.Kind, width, edges, i == 0 ? 0 : content[i].Before) with
            {
                Before = i == 0 ? 7 : 0,
                KeepWithNext = !edges.Last && (whole || content[i].KeepWithNext || i == 0),
            });
        }

        slices.Add(Slice.Gap(5));
        slices[^2] = slices[^2] with { KeepWithNext = true };
        return slices;
    }

    private static Slice Framed(Slice content, CardKind kind, double width, (bool First, bool Last) edges, double before)
    {
        var above = edges.First ? Padding - 2 : before;
        var height = above + content.Height + (edges.Last ? Padding - 2 : 0);
        return content with
        {
            Height = height,
            Repeat = content.Repeat?.Shifted(Padding),
            Draw = (page, x, y) =>
            {
                Frame(page, kind, x, y, width, height, edges);
                content.Draw(page, x + Padding, y + above);
            },
        };
    }

    private static void Frame(PdfPage page, CardKind kind, double x, double y, double width, double height, (bool First, bool Last) edges)
    {
        const double overlap = 0.4;
        if (kind == CardKind.Example)
            page.Block(null, x, y, width, height + (edges.Last ? 0 : overlap), Ink.Wash);
        var thickness = kind == CardKind.Important ? 1.4 : 0.7;
        var ink = kind == CardKind.Important ? Ink.Black : Ink.Rule;
        if (kind == CardKind.Important)
            page.Block(null, x, y, 4, height + (edges.Last ? 0 : overlap), Ink.Black);
        if (kind == CardKind.Speech)
        {
            page.Line(null, x + 1, y, x + 1, y + height, 2, Ink.Accent);
            page.Line(null, x + 4, y, x + 4, y + height, 0.7, Ink.Accent);
            return;
        }

        if (kind == CardKind.Example)
            return;
        page.Line(null, x, y, x, y + height, thickness, ink);
        page.Line(null, x + width, y, x + width, y + height, thickness, ink);
        if (edges.First)
            page.Line(null, x, y, x + width, y, thickness, ink);
        if (edges.Last)
            page.Line(null, x, y + height, x + width, y + height, thickness, ink);
    }

    private static TextStyle TitleStyle(CardKind kind) =>
        kind is CardKind.Important or CardKind.Information ? TextStyle.Heading(3) : TextStyle.Label;
}
