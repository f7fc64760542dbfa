using CrisisKits.Infrastructure.Documents.Blocks;
using CrisisKits.Infrastructure.Documents.Pdf;

namespace CrisisKits.Infrastructure.Documents.Layout.Flows;

/// <summary>Badges and table tents, with the dashed lines to cut and fold along.</summary>
internal static class FlowNameCard
{
    private const string Dashes = "4 3";

    public static List<Slice> Run(Flow flow, Badges badges, Tag? tag)
    {
        var (width, height) = (flow.Body.Width / 2, 54.Mm());
        var slices = new List<Slice>();
        for (var i = 0; i < badges.Cards.Count; i += 2)
        {
            var pair = badges.Cards.Skip(i).Take(2).Select(card => Contents(card, width - 24, 19, tag)).ToList();
            slices.Add(new(height, (page, x, y) =>
            {
                foreach (var content in pair)
                {
                    Outline(page, x, y, width, height);
                    Flow.DrawStack(content, page, x + 12, y + (height - Flow.HeightOf(content)) / 2);
                    x += width;
                }
            })
            { Before = i == 0 ? 8 : 0 });
        }

        return slices;
    }

    public static List<Slice> Run(Flow flow, Tents tents, Tag? tag)
    {
        var (width, height) = (flow.Body.Width, Math.Min(118.Mm(), flow.Body.Height / 2 - 1));
        var slices = new List<Slice>();
        foreach (var card in tents.Cards)
        {
            var content = Contents(card, width - 40, 34, tag);
            var style = new TextStyle(1, 1, Ink.Black);
            slices.Add(new(height, (page, x, y) =>
            {
                Outline(page, x, y, width, height);
                page.Line(null, x, y + height / 2, x + width, y + height / 2, 0.5, Ink.Rule, Dashes);
                Flow.DrawStack(content, page, x + 20, y + height / 2 + (height / 2 - Flow.HeightOf(content)) / 2);
                Folded(page, card, x + width / 2, y, width - 40, height / 2);
            }));
        }

        if (slices.Count > 0)
            slices[0] = slices[0] with { BreakBefore = true };
        return slices;
    }

    private static List<Slice> Contents(NameCard card, double width, double size, Tag? tag)
    {
        var cell = new TextStyle(size * 0.5, size * 0.8, Ink.Muted, Bold: true, Centered: true);
        var function = new TextStyle(size, size * 1.22, Ink.Black, Bold: true, Centered: true);
        return
        [
            .. Flow.Lines([new Text(card.Cell)], cell, width, tag?.Add("P"), 0),
            .. Flow.Lines([new Text(card.Function)], function, width, tag?.Add("P"), 2),
        ];
    }

    /// <summary>The other face of a tent, upside down above the fold; the same words, so it is decoration to a screen reader.</summary>
    private static void Folded(PdfPage page, NameCard card, double center, double y, double width, double height)
    {
        const double size = 34;
        var lines = TextLines.Break([new Text(card.Function, Bold: true)], new(size, size * 1.22, Ink.Black, Bold: true), width);
        var top = y + height / 2 + (lines.Count - 1) * size * 0.61 - size * 0.2;
        foreach (var line in lines)
        {
            var text = string.Concat(line.Atoms.Select((atom, i) => (i > 0 && atom.Space ? " " : "") + atom.Word?.Text));
            page.UpsideDown(center, top, FontFace.Bold, size, Ink.Black, text);
            top -= size * 1.22;
        }

        page.UpsideDown(center, y + height / 2 + lines.Count * size * 0.61 + 6, FontFace.Bold, size * 0.5, Ink.Muted, card.Cell);
    }

    private static void Outline(PdfPage page, double x, double y, double width, double height)
    {
        page.Line(null, x, y, x + width, y, 0.5, Ink.Rule, Dashes);
        page.Line(null, x, y + height, x + width, y + height, 0.5, Ink.Rule, Dashes);
        page.Line(null, x, y, x, y + height, 0.5, Ink.Rule, Dashes);
        page.Line(null, x + width, y, x + width, y + height, 0.5, Ink.Rule, Dashes);
    }
}
