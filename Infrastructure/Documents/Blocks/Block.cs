namespace CrisisKits.Infrastructure.Documents.Blocks;

/// <summary>One thing on a page: records without drawing. Layout measures and breaks them, Pdf writes them.</summary>
public abstract record Block;

/// <summary>Level 1 opens a part. <paramref name="InOutline"/>: listed in bookmarks and in the table of contents.</summary>
public sealed record Heading(int Level, IReadOnlyList<Inline> Content, bool InOutline = true) : Block;

public enum ParagraphStyle
{
    Body,
    Lead,
    Small,
    Centered,
}

public sealed record Paragraph(IReadOnlyList<Inline> Content, ParagraphStyle Style = ParagraphStyle.Body) : Block;

public enum ListKind
{
    Bullets,
    Numbers,
    TickBoxes,
}

/// <summary>Each item is a list of blocks (usually one paragraph).</summary>
public sealed record ItemList(ListKind Kind, IReadOnlyList<IReadOnlyList<Block>> Items) : Block;

/// <summary>A cell holds blocks; <paramref name="Heading"/> marks a row header in the structure tree.</summary>
public sealed record Cell(IReadOnlyList<Block> Content, bool Heading = false);

/// <summary>
/// Widths are relative, one per column (empty: measured from the content). <see cref="BlankRows"/> empty rows follow the written ones.
/// Rows are never split over two pages; the header row is repeated.
/// </summary>
public sealed record Table : Block
{
    public required IReadOnlyList<Cell> Header { get; init; }
    public required IReadOnlyList<IReadOnlyList<Cell>> Rows { get; init; }
    public IReadOnlyList<double> Widths { get; init; } = [];
    public int BlankRows { get; init; }
    public double MinimumRowMm { get; init; }

    /// <summary>Text 1.5 points smaller: wide tables such as the chronogram.</summary>
    public bool Dense { get; init; }
}

public enum CardKind
{
    Important,
    Information,
    Example,
    Speech,
}

/// <summary>A framed box with an optional title; kept on one page when it fits on one.</summary>
public sealed record Card(CardKind Kind, string? Title, IReadOnlyList<Block> Content) : Block
{
    /// <summary>What stands at its top: its title, and what it is for.</summary>
    public string? Caption => Kind switch
    {
        CardKind.Speech => Title is null ? "À lire à voix haute" : $"À lire à voix haute — {Title}",
        CardKind.Example => Title is null ? "Exemple" : $"Exemple — {Title}",
        _ => Title,
    };
}

/// <summary>One field to fill in: its label and the number of ruled lines.</summary>
public sealed record FormField(string Label, int Lines = 1);

/// <summary>Rows of fields; each row holds one or two fields side by side.</summary>
public sealed record FormLines(IReadOnlyList<IReadOnlyList<FormField>> Rows) : Block;

/// <summary>Ruled lines to write on.</summary>
public sealed record RuledLines(int Count) : Block;

/// <summary>One signature frame per label, two per row.</summary>
public sealed record Signatures(IReadOnlyList<string> Labels) : Block;

public sealed record PageBreak : Block;

/// <summary>A line of a poster; a giant one is as large as the width allows.</summary>
public sealed record PosterLine(string Text, bool Giant);

/// <summary>A whole page of very large centred text.</summary>
public sealed record Poster(IReadOnlyList<PosterLine> Lines) : Block;

/// <summary>A label to wear or to stand on the table: its cell and its function.</summary>
public sealed record NameCard(string Cell, string Function);

/// <summary>Cards to cut out, eight a page.</summary>
public sealed record Badges(IReadOnlyList<NameCard> Cards) : Block;

/// <summary>Table tents, two a page, each printed twice so that it reads from both sides once folded.</summary>
public sealed record Tents(IReadOnlyList<NameCard> Cards) : Block;

/// <summary>A briefing slide on its own landscape page, with the words to say underneath.</summary>
public sealed record Slide(string Title, IReadOnlyList<Block> Content, IReadOnlyList<Block> Notes) : Block;

/// <summary>
/// A sheet to hand out, alone on its page: <paramref name="Kicker"/> (number, channel, hour) above the title, then the content in large type.
/// </summary>
public sealed record HandoutSheet(string Kicker, string Title, IReadOnlyList<Block> Content) : Block;

/// <summary>Blocks that stay on one page together when they fit on one.</summary>
public sealed record KeepTogether(IReadOnlyList<Block> Content) : Block;
