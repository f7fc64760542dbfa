using CrisisKits.Infrastructure.Documents.Blocks;
using DocumentFormat.OpenXml;
using Inline = CrisisKits.Infrastructure.Documents.Blocks.Inline;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace CrisisKits.Infrastructure.Documents.Docx;

/// <summary>Where blocks are written: how wide (twentieths of a point), in which style, how deep in lists, and whether they stay with what follows.</summary>
internal sealed record DocxPlace(int Width, string Style = "Normal", int Depth = 0, bool Keep = false)
{
    public DocxPlace InCell(string style, int width) => new(width, style, 0, Keep);
}

/// <summary>A heading of the table of contents, and the bookmark it is reached by.</summary>
internal sealed record DocxMark(int Level, string Title, string Bookmark);

/// <summary>Blocks as the paragraphs and tables of a Word document. What only a printed page can show has no such form, and is refused.</summary>
internal sealed class DocxFlow
{
    private readonly DocxInlines _inlines = new();
    private readonly DocxTables _tables;
    private readonly List<DocxMark> _marks = [];
    private bool _newPage;

    public DocxFlow() => _tables = new(this);

    public DocxLists Lists { get; } = new();

    /// <summary>The headings met so far, in order.</summary>
    public IReadOnlyList<DocxMark> Marks => _marks;

    public IEnumerable<OpenXmlElement> Run(IReadOnlyList<Block> blocks, DocxPlace place) =>
        blocks.SelectMany((block, i) => Run(block, i + 1 < blocks.Count ? blocks[i + 1] : null, place));

    public W.Paragraph Paragraph(string style, IReadOnlyList<Inline> content, DocxPlace place)
    {
        var paragraph = new W.Paragraph([.. _inlines.Of(content)])
        {
            ParagraphProperties = new()
            {
                ParagraphStyleId = new() { Val = style },
                KeepNext = place.Keep ? new() : null,
                PageBreakBefore = _newPage ? new() : null,
                SpacingBetweenLines = _newPage ? new() { Before = "0" } : null,
            },
        };
        _newPage = false;
        return paragraph;
    }

    private IEnumerable<OpenXmlElement> Run(Block block, Block? next, DocxPlace place)
    {
        switch (block)
        {
            case Heading heading:
                return [Heading(heading, place)];
            case Paragraph paragraph:
                var announces = next is Table or FormLines or RuledLines;
                return [Paragraph(paragraph.Style == ParagraphStyle.Body ? place.Style : paragraph.Style.ToString(), paragraph.Content, announces ? place with { Keep = true } : place)];
            case ItemList list:
                return List(list, place);
            case KeepTogether together:
                return Run(together.Content, place with { Keep = true });
            case PageBreak:
                _newPage = true;
                return [];
            default:
                return Apart(block, next, place);
        }
    }

    private W.Paragraph Heading(Heading heading, DocxPlace place)
    {
        var paragraph = Paragraph($"Heading{heading.Level}", heading.Content, place);
        if (heading.InOutline && heading.Level <= 2)
        {
            var id = $"{_marks.Count + 1}";
            _marks.Add(new(heading.Level, paragraph.InnerText, $"_Toc{id}"));
            paragraph.InsertAfter(new W.BookmarkStart { Id = id, Name = $"_Toc{id}" }, paragraph.ParagraphProperties);
            paragraph.AppendChild(new W.BookmarkEnd { Id = id });
        }

        return paragraph;
    }

    /// <summary>Word would join two tables that touch, and glue text to them. At the end of a page, a gap might open an empty one.</summary>
    private IEnumerable<OpenXmlElement> Apart(Block block, Block? next, DocxPlace place)
    {
        if (_newPage)
            yield return Paragraph("AfterTable", [], place);
        yield return _tables.Of(block, place);
        if (next is not PageBreak)
            yield return Paragraph("AfterTable", [], place with { Keep = false });
    }

    private IEnumerable<OpenXmlElement> List(ItemList list, DocxPlace place)
    {
        var numbering = list.Kind == ListKind.Numbers ? Lists.BeginNumbers() : DocxLists.Bullet;
        var inner = place with { Style = "ListContinue", Depth = place.Depth + 1 };
        return list.Items.SelectMany(item =>
        {
            var (head, rest) = item is [Paragraph first, ..] ? (first, [.. item.Skip(1)]) : (new Paragraph([]), item);
            return Run(rest, inner).Select(Indented).Prepend(Item(list.Kind, numbering, head, inner));
        });

        OpenXmlElement Indented(OpenXmlElement element)
        {
            if (element is W.Paragraph { ParagraphProperties: { Indentation: null, NumberingProperties: null } properties })
                properties.Indentation = new() { Left = $"{DocxLists.Step * inner.Depth}" };
            return element;
        }
    }

    private W.Paragraph Item(ListKind kind, int numbering, Paragraph head, DocxPlace place)
    {
        if (kind == ListKind.TickBoxes)
        {
            var box = Paragraph("TickBox", [new TickBox(), new Text(" "), .. head.Content], place);
            box.ParagraphProperties!.Indentation = new() { Left = $"{DocxLists.Step * place.Depth}", Hanging = $"{DocxLists.Step}" };
            return box;
        }

        var item = Paragraph(kind == ListKind.Numbers ? "ListNumber" : "ListBullet", head.Content, place);
        item.ParagraphProperties!.NumberingProperties = new(
            new W.NumberingLevelReference { Val = place.Depth - 1 }, new W.NumberingId { Val = numbering });
        return item;
    }
}
