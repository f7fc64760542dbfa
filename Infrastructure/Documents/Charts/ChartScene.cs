namespace CrisisKits.Infrastructure.Documents.Charts;

/// <summary>A chart as it is drawn everywhere: marks to draw in order, in a box in points from its top left corner, y downwards.</summary>
public sealed record ChartScene(double Width, double Height, IReadOnlyList<ChartMark> Marks);

public readonly record struct ChartPoint(double X, double Y);

public abstract record ChartMark;

/// <summary>A line, a polyline or, closed, a polygon; <see cref="ChartLook"/> says how its part looks.</summary>
public sealed record ChartPath(ChartPart Part, bool Closed, IReadOnlyList<ChartPoint> Points) : ChartMark;

/// <summary>One line of text; <paramref name="At"/> is on the baseline, <paramref name="Width"/> in points as measured in Noto Sans.</summary>
public sealed record ChartText(ChartPoint At, ChartAnchor Anchor, string Text, double Size, bool Bold, ChartTone Tone, double Width) : ChartMark
{
    /// <summary>Where the text starts.</summary>
    public double Left => At.X - Width * (Anchor switch { ChartAnchor.Start => 0, ChartAnchor.Middle => 0.5, _ => 1 });
}

/// <summary>Which part of the text stands at its point.</summary>
public enum ChartAnchor
{
    Start,
    Middle,
    End,
}

public enum ChartTone
{
    Ink,
    Muted,
    Grid,
    Accent,
    Wash,
    Paper,
}

/// <summary>What a path is.</summary>
public enum ChartPart
{
    Grid,
    Axis,
    MissingAxis,
    Area,
    Contour,
    Dot,
    EarlierContour,
    EarlierDot,
    Bar,
    EarlierBar,
    Hatch,
    Bound,
    Halo,
}

/// <summary>
/// How a part looks; thickness and dashes in points. Series differ by line, mark and hatching, so that they are told apart in black and white.
/// </summary>
public readonly record struct ChartLook(ChartTone? Fill, ChartTone? Stroke = null, double Thickness = 0, string? Dash = null)
{
    public static ChartLook Of(ChartPart part) => part switch
    {
        ChartPart.Grid => new(null, ChartTone.Grid, 0.5),
        ChartPart.Axis => new(null, ChartTone.Grid, 0.8),
        ChartPart.MissingAxis => new(null, ChartTone.Grid, 0.8, "1 3"),
        ChartPart.Area => new(ChartTone.Wash),
        ChartPart.Halo => new(ChartTone.Paper),
        ChartPart.Contour => new(null, ChartTone.Accent, 1.8),
        ChartPart.Dot or ChartPart.Bar => new(ChartTone.Accent),
        ChartPart.EarlierContour => new(null, ChartTone.Muted, 1.1, "4 2.5"),
        ChartPart.EarlierDot or ChartPart.EarlierBar => new(ChartTone.Paper, ChartTone.Muted, 0.9),
        ChartPart.Hatch => new(null, ChartTone.Muted, 0.6),
        _ => new(null, ChartTone.Ink, 0.8, "3 2"),
    };
}
