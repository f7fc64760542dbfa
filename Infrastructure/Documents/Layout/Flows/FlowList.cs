using System.Globalization;
using CrisisKits.Infrastructure.Documents.Blocks;
using CrisisKits.Infrastructure.Documents.Pdf;

namespace CrisisKits.Infrastructure.Documents.Layout.Flows;

/// <summary>Bulleted, numbered and tickable lists.</summary>
internal static class FlowList
{
    public static List<Slice> Run(Flow flow, ItemList list, double width, Tag? tag)
    {
        var numbering = list.Kind == ListKind.Numbers ? "Decimal" : list.Kind == ListKind.Bullets ? "Disc" : "Square";
        var listTag = tag?.Add("L", "/O/List/ListNumbering/" + numbering);
        var indent = (list.Kind == ListKind.Bullets ? 13 : 19) * flow.Scale;
        var style = TextStyle.Body.Scaled(flow.Scale);
        var slices = new List<Slice>();
        for (var i = 0; i < list.Items.Count; i++)
        {
            var itemTag = listTag?.Add("LI");
            var labelTag = itemTag?.Add("Lbl");
            var item = flow.Run(list.Items[i], width - indent, itemTag?.Add("LBody"));
            if (item.Count == 0)
                item.Add(Slice.Gap(style.Leading));
            var first = item[0];
            var marker = Marker(list.Kind, i, style, labelTag);
            item[0] = first.Shifted(indent) with
            {
                // an item kept together is a little section of its own: it stands apart
                Before = (i == 0 ? 4 : list.Items[i] is [KeepTogether] ? 8 : list.Kind == ListKind.TickBoxes ? 3 : 2) * flow.Scale,
                Draw = (page, x, y) =>
                {
                    marker(page, x, y);
                    first.Draw(page, x + indent, y);
                },
            };
            for (var s = 1; s < item.Count; s++)
                item[s] = item[s].Shifted(indent);
            slices.AddRange(item);
        }

        return slices;
    }

    private static Draw Marker(ListKind kind, int index, TextStyle style, Tag? tag)
    {
        var baseline = (style.Leading - style.Size) / 2 + style.Size * 0.82;
        return kind switch
        {
            ListKind.TickBoxes => (page, x, y) => DrawLine.TickBox(page, WithText(tag, "☐"), x, y + baseline, style.Size * 1.1),
            ListKind.Numbers => (page, x, y) =>
                page.Text(tag, x, y + baseline, FontFace.Bold, style.Size, Ink.Accent, (index + 1).ToString(CultureInfo.InvariantCulture) + "."),
            _ => (page, x, y) => page.Text(tag, x + 2, y + baseline, FontFace.Bold, style.Size, Ink.Accent, "•"),
        };
    }

    private static Tag? WithText(Tag? tag, string text) => tag?.Add(new Tag("Span") { ActualText = text });
}
