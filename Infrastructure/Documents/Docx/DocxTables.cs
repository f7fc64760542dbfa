using System.Globalization;
using CrisisKits.Infrastructure.Documents.Blocks;
using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace CrisisKits.Infrastructure.Documents.Docx;

/// <summary>What stands in a grid: tables, framed boxes, and what a pen would fill in. Widths are twentieths of a point.</summary>
internal sealed class DocxTables(DocxFlow flow)
{
    private const int CellMargins = 180;
    private const double LineMm = 8;

    public W.Table Of(Block block, DocxPlace place) => block switch
    {
        Table table => Of(table, place),
        Card card => Of(card, place),
        FormLines form => Of(form, place),
        RuledLines ruled => Of(ruled, place),
        Signatures signatures => Of(signatures, place),
        _ => throw new NotSupportedException($"{block.GetType().Name} cannot be edited in Word"),
    };

    private W.Table Of(Table table, DocxPlace place)
    {
        var columns = table.Widths.Count > 0 ? table.Widths : [.. Enumerable.Repeat(1.0, Math.Max(table.Header.Count, table.Rows.Count > 0 ? table.Rows[0].Count : 0))];
        var widths = columns.Select(width => (int)(place.Width * width / columns.Sum())).ToList();
        var rows = new List<W.TableRow>();
        if (table.Header.Count > 0)
            rows.Add(Row(table.Header.Select((cell, i) => Cell(cell.Content, place.InCell("TableHeading", widths[i] - CellMargins), widths[i], DocxStyles.Wash)), heading: true));
        rows.AddRange(table.Rows.Select(row => Row(
            row.Select((cell, i) => Cell(cell.Content, place.InCell(cell.Heading ? "TableHeading" : "TableText", widths[i] - CellMargins), widths[i])), table.MinimumRowMm)));
        for (var i = 0; i < table.BlankRows; i++)
            rows.Add(Row(widths.Select(width => Cell([], place.InCell("TableText", width), width)), Math.Max(table.MinimumRowMm, LineMm)));
        return Grid("TableGrid", widths, rows);
    }

    /// <summary>A framed box is a table of one cell: it stays whole and can be typed in.</summary>
    private W.Table Of(Card card, DocxPlace place)
    {
        var inner = place.InCell("Normal", place.Width - CellMargins);
        var cell = Cell(card.Content, inner, place.Width, card.Kind == CardKind.Example ? DocxStyles.Wash : null);
        if (card.Caption is { } caption)
            cell.InsertAfter(flow.Paragraph("CardTitle", [new Text(caption)], inner), cell.TableCellProperties);
        cell.TableCellProperties!.TableCellBorders = card.Kind switch
        {
            CardKind.Important => Frame(12, "000000", left: 36),
            CardKind.Speech => new(DocxStyles.Side<W.LeftBorder>(18, DocxStyles.Accent, W.BorderValues.Double)),
            CardKind.Example => null,
            _ => Frame(6, DocxStyles.Rule, left: 6),
        };
        return Grid("Card", [place.Width], [Row([cell])]);
    }

    /// <summary>Labels, each before a ruled cell; one or two fields a row.</summary>
    private W.Table Of(FormLines form, DocxPlace place)
    {
        const int longLabel = 40;
        int[] widths = [place.Width * 27 / 100, place.Width * 23 / 100, place.Width * 27 / 100, place.Width * 23 / 100];
        return Grid("Form", widths, form.Rows.Select(row => Row(row.SelectMany(field => Field(field, row.Count)), LineMm * row.Max(field => field.Lines))));

        IEnumerable<W.TableCell> Field(FormField field, int fields)
        {
            var label = fields > 1 ? 1 : field.Label.Length > longLabel ? 2 : 1;
            var rule = 4 / fields - label;
            var blank = Cell([], place.InCell("TableText", widths[1]), 0, span: rule);
            blank.TableCellProperties!.TableCellBorders = new(DocxStyles.Side<W.BottomBorder>());
            var text = Cell([new Paragraph(Phrase.Of(field.Label))], place.InCell("TableText", widths[0]), 0, span: label);
            text.TableCellProperties!.TableCellVerticalAlignment = new() { Val = W.TableVerticalAlignmentValues.Bottom };
            return [text, blank];
        }
    }

    /// <summary>Ruled lines become one frame as high, so that typed text runs on.</summary>
    private W.Table Of(RuledLines ruled, DocxPlace place) =>
        Grid("TableGrid", [place.Width], [Row([Cell([], place.InCell("TableText", place.Width), place.Width)], ruled.Count * LineMm)]);

    private W.Table Of(Signatures signatures, DocxPlace place)
    {
        const double frameMm = 31;
        int[] widths = [place.Width / 2, place.Width / 2];
        return Grid("TableGrid", widths, signatures.Labels.Chunk(2).Select(pair =>
            Row(pair.Select(label => Cell([Phrase.BoldLine(label)], place.InCell("TableText", widths[0]), widths[0])), frameMm)));
    }

    private static W.Table Grid(string style, IReadOnlyList<int> widths, IEnumerable<W.TableRow> rows) => new(
    [
        new W.TableProperties(
            new W.TableStyle { Val = style },
            new W.TableWidth { Width = Twips(widths.Sum()), Type = W.TableWidthUnitValues.Dxa },
            new W.TableLayout { Type = W.TableLayoutValues.Fixed },
            new W.TableLook { FirstRow = true }),
        new W.TableGrid(widths.Select(width => new W.GridColumn { Width = Twips(width) })),
        .. rows,
    ]);

    private static W.TableRow Row(IEnumerable<W.TableCell> cells, double minimumMm = 0, bool heading = false)
    {
        var properties = new W.TableRowProperties(new W.CantSplit());
        if (minimumMm > 0)
            properties.AppendChild(new W.TableRowHeight { Val = (uint)(minimumMm * 1440 / 25.4), HeightType = W.HeightRuleValues.AtLeast });
        if (heading)
            properties.AppendChild(new W.TableHeader());
        return new([properties, .. cells]);
    }

    /// <param name="width">0: that of the columns it spans.</param>
    private W.TableCell Cell(IReadOnlyList<Block> content, DocxPlace place, int width, string? fill = null, int span = 1)
    {
        var properties = new W.TableCellProperties
        {
            TableCellWidth = width > 0 ? new() { Width = Twips(width), Type = W.TableWidthUnitValues.Dxa } : null,
            GridSpan = span > 1 ? new() { Val = span } : null,
            Shading = fill is null ? null : new() { Val = W.ShadingPatternValues.Clear, Color = "auto", Fill = fill },
        };
        var elements = flow.Run(content, place).ToList();

        // a cell ends with a paragraph, or Word refuses the file
        if (elements is [] or [.., W.Table])
            elements.Add(flow.Paragraph(place.Style, [], place));
        return new([properties, .. elements]);
    }

    private static W.TableCellBorders Frame(uint size, string colour, uint left) => new(
        DocxStyles.Side<W.TopBorder>(size, colour),
        DocxStyles.Side<W.LeftBorder>(left, colour),
        DocxStyles.Side<W.BottomBorder>(size, colour),
        DocxStyles.Side<W.RightBorder>(size, colour));

    private static string Twips(int width) => width.ToString(CultureInfo.InvariantCulture);
}
