using CrisisKits.Domain.Kits;

namespace CrisisKits.Infrastructure.Documents.Layout;

/// <summary>Lengths of the design are millimetres; lengths of the layout are points.</summary>
internal static class Millimetres
{
    private const double PointsPerMillimetre = 72 / 25.4;

    public static double Mm(this double length) => length * PointsPerMillimetre;

    public static double Mm(this int length) => length * PointsPerMillimetre;
}

/// <summary>A page and the frame its text stands in, in points from the top left.</summary>
internal sealed record Geometry(double Width, double Height, double Left, double Top, double BodyWidth, double BodyHeight)
{
    public static Geometry Of(PageFormat format) => format switch
    {
        PageFormat.A4Landscape => Sheet(297, 210, side: 18),
        PageFormat.A3Landscape => Sheet(420, 297, side: 14),
        _ => Sheet(210, 297, side: 19),
    };

    private static Geometry Sheet(double width, double height, double side)
    {
        const double top = 23;
        const double bottom = 18;
        return new(width.Mm(), height.Mm(), side.Mm(), top.Mm(), (width - 2 * side).Mm(), (height - top - bottom).Mm());
    }
}
