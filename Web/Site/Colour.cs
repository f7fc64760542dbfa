using System.Globalization;

namespace CrisisKits.Web.Site;

/// <summary>A colour as a deployer writes it, <c>#0d3461</c>, and how well it is read on another (WCAG 2.2, 1.4.3).</summary>
public sealed record Colour(byte Red, byte Green, byte Blue)
{
    public static readonly Colour White = new(255, 255, 255);

    /// <summary>Of normal text on its ground.</summary>
    public const double LeastContrast = 4.5;

    /// <summary>Null unless it is <c>#</c> and six hexadecimal digits.</summary>
    public static Colour? Parse(string text) =>
        text is ['#', _, _, _, _, _, _] && int.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? new((byte)(value >> 16), (byte)(value >> 8), (byte)value)
            : null;

    /// <summary>From 1 (the same) to 21 (black on white).</summary>
    public double ContrastWith(Colour other)
    {
        var (lighter, darker) = (Math.Max(Luminance, other.Luminance), Math.Min(Luminance, other.Luminance));
        return (lighter + 0.05) / (darker + 0.05);
    }

    /// <summary>For what is pointed at.</summary>
    public Colour Darker() => new((byte)(Red * 0.7), (byte)(Green * 0.7), (byte)(Blue * 0.7));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");

    private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    private static double Linear(byte channel)
    {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
