namespace CrisisKits.Infrastructure.Documents.Blocks;

/// <summary>Short ways to write computed blocks. <c>☐</c> becomes a tick box.</summary>
public static class Phrase
{
    public static IReadOnlyList<Inline> Of(string text, bool bold = false)
    {
        var inlines = new List<Inline>();
        var from = 0;
        for (var at = text.IndexOf('☐', StringComparison.Ordinal); at >= 0; at = text.IndexOf('☐', from))
        {
            if (at > from)
                inlines.Add(new Text(text[from..at], bold));
            inlines.Add(new TickBox());
            from = at + 1;
        }

        if (from < text.Length)
            inlines.Add(new Text(text[from..], bold));
        return inlines;
    }

    public static Paragraph Line(string text, ParagraphStyle style = ParagraphStyle.Body) => new(Of(text), style);

    public static Paragraph BoldLine(string text) => new(Of(text, bold: true));

    /// <summary>« Label : text », the label in bold.</summary>
    public static Paragraph Labelled(string label, string text) => new([.. Of(label + "\u202F: ", bold: true), .. Of(text)]);

    public static Cell Cell(string text) => new(text.Length == 0 ? [] : [Line(text)]);

    public static Cell BoldCell(string text) => new([BoldLine(text)]);

    /// <summary>A cell that heads its row.</summary>
    public static Cell RowHeader(string text) => new([BoldLine(text)], Heading: true);

    /// <summary>The header row of a table.</summary>
    public static IReadOnlyList<Cell> Header(params ReadOnlySpan<string> titles)
    {
        var cells = new List<Cell>(titles.Length);
        foreach (var title in titles)
            cells.Add(Cell(title));
        return cells;
    }
}
