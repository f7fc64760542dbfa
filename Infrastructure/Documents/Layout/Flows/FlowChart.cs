using CrisisKits.Infrastructure.Documents.Blocks;
using CrisisKits.Infrastructure.Documents.Charts;
using CrisisKits.Infrastructure.Documents.Pdf;

namespace CrisisKits.Infrastructure.Documents.Layout.Flows;

/// <summary>A chart under its title: one figure, never cut, with its words as alternate text.</summary>
internal static class FlowChart
{
    public static List<Slice> Run(Flow flow, Chart chart, double width, Tag? tag)
    {
        const double space = 6;
        var title = Flow.Lines([new Text(chart.Title, Bold: true)], TextStyle.Body.Scaled(flow.Scale), width, tag?.Add("P"), 2 * space);
        var scene = DrawChart.Run(chart, width);
        var figure = tag?.Add(new Tag("Figure") { Alternate = ChartWords.Run(chart) });
        return Flow.Keep([.. title, new(scene.Height + space, (page, x, y) => Draw(page, figure, scene, x + (width - scene.Width) / 2, y)) { Before = space }]);
    }

    private static void Draw(PdfPage page, Tag? figure, ChartScene scene, double x, double y)
    {
        figure?.Attributes = page.LayoutBox(x, y, scene.Width, scene.Height);
        foreach (var mark in scene.Marks)
            if (mark is ChartText text)
                page.Text(figure, x + text.Left, y + text.At.Y, FontFace.For(text.Bold, italic: false), text.Size, Paint(text.Tone), text.Text);
            else if (mark is ChartPath path)
                Draw(page, figure, path, x, y);
    }

    private static void Draw(PdfPage page, Tag? figure, ChartPath path, double x, double y)
    {
        var look = ChartLook.Of(path.Part);
        var points = path.Points.Select(point => (x + point.X, y + point.Y));
        if (look.Fill is { } fill)
            page.Polygon(figure, points, Paint(fill));
        if (look.Stroke is { } stroke)
            page.Polyline(figure, points, path.Closed, look.Thickness, Paint(stroke), look.Dash);
    }

    private static Ink Paint(ChartTone tone) => tone switch
    {
        ChartTone.Muted => Ink.Muted,
        ChartTone.Grid => new(0.72, 0.72, 0.72),
        ChartTone.Accent => Ink.Accent,
        ChartTone.Wash => new(0.88, 0.90, 0.93),
        ChartTone.Paper => Ink.White,
        _ => Ink.Black,
    };
}
