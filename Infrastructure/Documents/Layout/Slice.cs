using CrisisKits.Infrastructure.Documents.Pdf;

namespace CrisisKits.Infrastructure.Documents.Layout;

/// <summary>Draws a slice with its top left corner at (x, y).</summary>
internal delegate void Draw(PdfPage page, double x, double y);

/// <summary>Where a heading came to stand, known once pages are made.</summary>
internal sealed record Mark(int Level, string Title)
{
    public int PageIndex { get; set; }
    public double Y { get; set; }
}

/// <summary>A horizontal band of the page that is never cut: a line of text, a table row, a whole sheet.</summary>
internal sealed record Slice(double Height, Draw Draw)
{
    /// <summary>Space above, in points; dropped at the top of a page.</summary>
    public double Before { get; init; }

    /// <summary>Never the last of its page when the next slice fits with it on one.</summary>
    public bool KeepWithNext { get; init; }

    /// <summary>Starts a new page (unless already at the top of one).</summary>
    public bool BreakBefore { get; init; }

    /// <summary>Drawn again above this slice when it opens a page: the header of its table.</summary>
    public Slice? Repeat { get; init; }

    public Mark? Mark { get; init; }

    public Slice Shifted(double dx) => dx is 0 ? this : this with
    {
        Draw = (page, x, y) => Draw(page, x + dx, y),
        Repeat = Repeat?.Shifted(dx),
    };

    public static Slice Gap(double height) => new(height, static (_, _, _) => { });
}
