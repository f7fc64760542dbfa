using System.Net;
using System.Text;
using CrisisKits.Infrastructure.Documents;
using CrisisKits.Infrastructure.Documents.Blocks;

namespace CrisisKits.Tests.Benchmarks;

/// <summary>The same blocks as plain HTML, so that the browser is given exactly the text our pages carry.</summary>
internal static class BlocksAsHtml
{
    public static string Of(Document document)
    {
        var html = new StringBuilder("<!DOCTYPE html><html lang=fr><meta charset=utf-8><title>").Append(WebUtility.HtmlEncode(document.Title))
            .Append("</title><style>body{font:10.5pt sans-serif}table{border-collapse:collapse;width:100%}td,th{border:1px solid;vertical-align:top}</style><h1>")
            .Append(WebUtility.HtmlEncode(document.Title)).Append("</h1>");
        Write(html, document.Body);
        return html.ToString();
    }

    private static void Write(StringBuilder html, IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks)
            Write(html, block);
    }

    private static void Write(StringBuilder html, Block block)
    {
        switch (block)
        {
            case Heading heading:
                Element(html, $"h{heading.Level + 1}", Inlines(heading.Content));
                break;
            case Paragraph paragraph:
                Element(html, "p", Inlines(paragraph.Content));
                break;
            case ItemList list:
                html.Append("<ul>");
                foreach (var item in list.Items)
                {
                    html.Append("<li>");
                    Write(html, item);
                }

                html.Append("</ul>");
                break;
            case Table table:
                Write(html, table);
                break;
            case Card card:
                Element(html, "p", WebUtility.HtmlEncode(card.Title ?? ""));
                Write(html, card.Content);
                break;
            case Slide slide:
                html.Append("<section style='break-before:page'>");
                Element(html, "h2", WebUtility.HtmlEncode(slide.Title));
                Write(html, slide.Content);
                Write(html, slide.Notes);
                html.Append("</section>");
                break;
            case HandoutSheet sheet:
                html.Append("<section style='break-before:page'>");
                Element(html, "h2", WebUtility.HtmlEncode($"{sheet.Kicker} {sheet.Title}"));
                Write(html, sheet.Content);
                html.Append("</section>");
                break;
            case KeepTogether together:
                Write(html, together.Content);
                break;
            case PageBreak:
                html.Append("<div style='break-before:page'></div>");
                break;
            case FormLines form:
                foreach (var field in form.Rows.SelectMany(row => row))
                    Element(html, "p", WebUtility.HtmlEncode(field.Label) + "<hr>");
                break;
            case Poster poster:
                html.Append("<section style='break-before:page'>");
                foreach (var line in poster.Lines)
                    Element(html, "p", WebUtility.HtmlEncode(line.Text));
                html.Append("</section>");
                break;
            case Badges { Cards: var cards }:
                Cards(html, cards);
                break;
            case Tents { Cards: var cards }:
                Cards(html, cards);
                break;
        }
    }

    private static void Write(StringBuilder html, Table table)
    {
        html.Append("<table><thead><tr>");
        foreach (var cell in table.Header)
            Write(html.Append("<th>"), cell.Content);
        html.Append("</thead>");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            foreach (var cell in row)
                Write(html.Append("<td>"), cell.Content);
        }

        for (var i = 0; i < table.BlankRows; i++)
            html.Append("<tr style='height:9mm'>").Insert(html.Length, "<td>", Math.Max(1, table.Header.Count));
        html.Append("</table>");
    }

    private static void Cards(StringBuilder html, IReadOnlyList<NameCard> cards)
    {
        foreach (var card in cards)
            Element(html, "p", WebUtility.HtmlEncode($"{card.Cell} {card.Function}"));
    }

    private static string Inlines(IReadOnlyList<Inline> content) => string.Concat(content.Select(inline => inline switch
    {
        Text { Bold: true } text => $"<b>{WebUtility.HtmlEncode(text.Value)}</b>",
        Text text => WebUtility.HtmlEncode(text.Value),
        TickBox => "☐",
        LineBreak => "<br>",
        _ => "……………",
    }));

    private static void Element(StringBuilder html, string name, string content) => html.Append('<').Append(name).Append('>').Append(content).Append("</").Append(name).Append('>');
}
