using CrisisKits.Infrastructure.Documents.Blocks;
using CrisisKits.Infrastructure.Documents.Pdf;

namespace CrisisKits.Infrastructure.Documents.Layout.Flows;

/// <summary>What is filled in with a pen: fields, ruled lines, signatures. Lines stand 9 mm apart.</summary>
internal static class FlowForm
{
    private static readonly double LineHeight = 9.Mm();

    public static List<Slice> Run(Flow flow, FormLines form, double width, Tag? tag)
    {
        const double gutter = 14;
        var slices = new List<Slice>();
        foreach (var row in form.Rows)
        {
            var fieldWidth = (width - gutter * (row.Count - 1)) / row.Count;
            var fields = row.Select(field => Field(flow, field, fieldWidth, tag?.Add("P"))).ToList();
            slices.Add(new(fields.Max(field => field.Height), (page, x, y) =>
            {
                foreach (var field in fields)
                {
                    field.Draw(page, x, y);
                    x += fieldWidth + gutter;
                }
            })
            { Before = slices.Count == 0 ? 4 : 0 });
        }

        return slices;
    }

    public static List<Slice> Run(RuledLines ruled, double width)
    {
        var slices = new List<Slice>(ruled.Count);
        for (var i = 0; i < ruled.Count; i++)
            slices.Add(new(LineHeight, (page, x, y) => Rule(page, x, x + width, y + LineHeight - 2))
            {
                KeepWithNext = i == 0 || i == ruled.Count - 2,
            });
        if (slices.Count > 0)
            slices[^1] = slices[^1] with { KeepWithNext = false };
        return slices;
    }

    public static List<Slice> Run(Flow flow, Signatures signatures, double width, Tag? tag)
    {
        const double gutter = 14;
        var height = 31.Mm();
        var boxWidth = (width - gutter) / 2;
        var slices = new List<Slice>();
        for (var i = 0; i < signatures.Labels.Count; i += 2)
        {
            var pair = signatures.Labels.Skip(i).Take(2)
                .Select(label => Flow.Lines([new Text(label, Bold: true)], TextStyle.Body.Scaled(flow.Scale * 0.9), boxWidth - 12, tag?.Add("P"), 0)).ToList();
            slices.Add(new(height, (page, x, y) =>
            {
                foreach (var label in pair)
                {
                    page.Frame(null, x, y, boxWidth, height, 0.8, Ink.Black);
                    Flow.DrawStack(label, page, x + 6, y + 4);
                    x += boxWidth + gutter;
                }
            })
            { Before = 9 });
        }

        return slices;
    }

    private static Slice Field(Flow flow, FormField field, double width, Tag? tag)
    {
        var style = TextStyle.Body.Scaled(flow.Scale);
        IReadOnlyList<Inline> label = [.. Labelled(field.Label)];
        var lines = TextLines.Break(label, style, width);
        var beside = lines.Count == 1 && lines[0].Width < width * 0.72;
        var labelHeight = Math.Max(LineHeight, lines.Count * style.Leading + 4);
        var ruled = beside ? field.Lines - 1 : field.Lines;
        var height = labelHeight + ruled * LineHeight;
        return new(height, (page, x, y) =>
        {
            var baseline = y + labelHeight - 4 - (lines.Count - 1) * style.Leading;
            foreach (var line in lines)
            {
                DrawLine.Run(page, tag, line, style, x, baseline);
                baseline += style.Leading;
            }

            if (beside)
                Rule(page, x + lines[0].Width + 5, x + width, y + labelHeight - 3);
            for (var i = 1; i <= ruled; i++)
                Rule(page, x, x + width, y + labelHeight - 3 + i * LineHeight);
        });
    }

    private static IEnumerable<Inline> Labelled(string label)
    {
        for (var start = 0; start < label.Length;)
        {
            var box = label.IndexOf('☐', start);
            if (box != start)
                yield return new Text(label[start..(box < 0 ? label.Length : box)]);
            if (box < 0)
                yield break;
            yield return new TickBox();
            start = box + 1;
        }
    }

    private static void Rule(PdfPage page, double from, double to, double y) => page.Line(null, from, y, to, y, 0.6, Ink.Rule);
}
