using CrisisKits.Infrastructure.Documents.Pdf;

namespace CrisisKits.Infrastructure.Documents.Layout;

/// <summary>How a run of text looks. All typographic decisions of the kits are in this file.</summary>
/// <param name="Size">Points.</param>
/// <param name="Leading">Points from one baseline to the next.</param>
internal sealed record TextStyle(double Size, double Leading, Ink Ink, bool Bold = false, bool Centered = false)
{
    public const double BodySize = 10.5;

    public static readonly TextStyle Body = Of(BodySize, 1.35, Ink.Black);
    public static readonly TextStyle Lead = Of(12, 1.4, Ink.Black);
    public static readonly TextStyle Small = Of(8.5, 1.35, Ink.Muted);
    public static readonly TextStyle BodyCentered = Body with { Centered = true };
    public static readonly TextStyle DocumentTitle = Of(24, 1.15, Ink.Accent, bold: true);
    public static readonly TextStyle Kicker = Of(9, 1.35, Ink.Muted, bold: true);
    public static readonly TextStyle Label = Of(9, 1.35, Ink.Accent, bold: true);
    public static readonly TextStyle Furniture = Of(8, 1.3, Ink.Muted);

    private static readonly TextStyle[] Headings =
        [Of(16.5, 1.22, Ink.Accent, bold: true), Of(13, 1.25, Ink.Accent, bold: true), Of(11, 1.3, Ink.Black, bold: true)];

    public static TextStyle Heading(int level) => Headings[Math.Clamp(level, 1, 3) - 1];

    /// <summary>Space above a heading, in points.</summary>
    public static double SpaceAboveHeading(int level) => level switch { 1 => 20, 2 => 12, _ => 9 };

    public TextStyle Scaled(double factor) =>
        factor is 1 ? this : this with { Size = Size * factor, Leading = Leading * factor };

    private static TextStyle Of(double size, double leading, Ink ink, bool bold = false) => new(size, size * leading, ink, bold);
}
