using CrisisKits.Infrastructure.Documents.Blocks;
using CrisisKits.Infrastructure.Documents.Charts;
using CrisisKits.Infrastructure.Documents.Pdf;

namespace CrisisKits.Infrastructure.Documents.Layout.Flows;

/// <summary>
/// Turns blocks into slices of a width. A null tag makes everything drawn an artifact (repeated table headers).
/// </summary>
/// <param name="Body">The frame of whole-page blocks such as posters, in points.</param>
/// <param name="Scale">Enlarges text, for slides and sheets handed out.</param>
internal sealed record Flow((double Width, double Height) Body, double Scale = 1)
{
    private const double Space = 5.5;

    public List<Slice> Run(IReadOnlyList<Block> blocks, double width, Tag? tag)
    {
        var slices = new List<Slice>();
        var breakBefore = false;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is PageBreak)
            {
                breakBefore = true;
                continue;
            }

            var made = blocks[i] is Heading heading && i + 1 < blocks.Count && blocks[i + 1] is Poster or Tents
                ? HeadedSheet(heading, blocks[++i], width, tag)
                : Run(blocks[i], width, tag);
            if (made.Count == 0)
                continue;
            if (breakBefore)
                made[0] = made[0] with { BreakBefore = true };
            else if (i > 0 && Announces(blocks[i - 1], blocks[i]) && slices.Count > 0)
                slices[^1] = slices[^1] with { KeepWithNext = true };
            breakBefore = false;
            slices.AddRange(made);
        }

        return slices;
    }

    /// <summary>A line that introduces what follows, or whatever stands above signatures, is not left alone at the foot of a page.</summary>
    private static bool Announces(Block before, Block block) => block switch
    {
        Signatures => true,
        ItemList or Table or FormLines or RuledLines => before is Paragraph { Content: var content } && PlainText.Of(content).Length < 160,
        _ => false,
    };

    /// <summary>A heading stands on the page of the sheet it announces; the sheet leaves it the room.</summary>
    private List<Slice> HeadedSheet(Heading heading, Block sheet, double width, Tag? tag)
    {
        var slices = HeadingLines(heading, width, tag);
        slices[0] = slices[0] with { BreakBefore = true };
        var left = Body.Height - HeightOf(slices) - Space;
        var made = (this with { Body = (Body.Width, left) }).Run(sheet, width, tag);
        made[0] = made[0] with { BreakBefore = false, Before = Space / 2 };
        return [.. slices, .. made];
    }

    private List<Slice> Run(Block block, double width, Tag? tag) => block switch
    {
        Heading heading => HeadingLines(heading, width, tag),
        Paragraph paragraph => Lines(paragraph.Content, Style(paragraph.Style), width, tag?.Add("P"), Space * Scale),
        ItemList list => FlowList.Run(this, list, width, tag),
        Table table => FlowTable.Run(this, table, width, tag),
        Card card => FlowCard.Run(this, card, width, tag),
        FormLines form => FlowForm.Run(this, form, width, tag),
        RuledLines ruled => FlowForm.Run(ruled, width),
        Signatures signatures => FlowForm.Run(this, signatures, width, tag),
        Poster poster => FlowSheet.Run(this, poster, tag),
        Badges badges => FlowNameCard.Run(this, badges, tag),
        Tents tents => FlowNameCard.Run(this, tents, tag),
        Slide slide => FlowSheet.Run(this, slide, width, tag),
        HandoutSheet sheet => FlowSheet.Run(this, sheet, width, tag),
        Chart chart => FlowChart.Run(this, chart, width, tag),
        KeepTogether together => Keep(Run(together.Content, width, tag)),
        _ => throw new NotSupportedException(block.GetType().Name),
    };

    /// <summary>Lines of text, with no lone first or last line at a page break.</summary>
    public static List<Slice> Lines(IReadOnlyList<Inline> content, TextStyle style, double width, Tag? tag, double before)
    {
        var lines = TextLines.Break(content, style, width);
        var slices = new List<Slice>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var dx = style.Centered ? (width - line.Width) / 2 : 0;
            var baseline = (style.Leading - style.Size) / 2 + style.Size * 0.82;
            slices.Add(new(style.Leading, (page, x, y) => DrawLine.Run(page, tag, line, style, x + dx, y + baseline))
            {
                Before = i == 0 ? before : 0,
                KeepWithNext = i + 1 < lines.Count && (i == 0 || i + 2 == lines.Count),
            });
        }

        return slices;
    }

    /// <summary>Marks slices to stay on one page together.</summary>
    public static List<Slice> Keep(List<Slice> slices)
    {
        for (var i = 0; i + 1 < slices.Count; i++)
            slices[i] = slices[i] with { KeepWithNext = true };
        return slices;
    }

    /// <summary>Height of slices standing one under the other, without the space above the first.</summary>
    public static double HeightOf(IReadOnlyList<Slice> slices)
    {
        var height = 0.0;
        for (var i = 0; i < slices.Count; i++)
            height += slices[i].Height + (i == 0 ? 0 : slices[i].Before);
        return height;
    }

    /// <summary>Draws slices one under the other, for those that never part (a cell, a sheet).</summary>
    public static void DrawStack(IReadOnlyList<Slice> slices, PdfPage page, double x, double y)
    {
        for (var i = 0; i < slices.Count; i++)
        {
            y += i == 0 ? 0 : slices[i].Before;
            slices[i].Draw(page, x, y);
            y += slices[i].Height;
        }
    }

    private List<Slice> HeadingLines(Heading heading, double width, Tag? tag)
    {
        var style = TextStyle.Heading(heading.Level).Scaled(Scale);
        var title = PlainText.Of(heading.Content);
        var slices = Keep(Lines(heading.Content, style, width, tag?.Add($"H{heading.Level + 1}"), TextStyle.SpaceAboveHeading(heading.Level)));
        slices[0] = slices[0] with { Mark = heading.InOutline ? new(heading.Level, title) : null };
        slices[^1] = slices[^1] with { KeepWithNext = true };
        if (heading.Level == 1)
            slices.Add(new(4, (page, x, y) => page.Line(null, x, y + 2, x + width, y + 2, 0.8, Ink.Accent)) { KeepWithNext = true });
        return slices;
    }

    public TextStyle Style(ParagraphStyle style) => (style switch
    {
        ParagraphStyle.Lead => TextStyle.Lead,
        ParagraphStyle.Small => TextStyle.Small,
        ParagraphStyle.Centered => TextStyle.BodyCentered,
        _ => TextStyle.Body,
    }).Scaled(Scale);
}
