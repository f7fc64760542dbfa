using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace CrisisKits.Infrastructure.Documents.Charts;

/// <summary>
/// A chart as an <c>svg</c> element to put in a page. It holds no style and no colour of its own: everything is drawn in <c>currentColor</c> on
/// <c>Canvas</c>, so forced colours work, and a page colours what has the class <c>accent</c>.
/// </summary>
public static class SvgChart
{
    private const double PixelsPerPoint = 4 / 3.0;
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <param name="chart">What to draw.</param>
    /// <param name="id">Unique in the page: the element's title and description take it as prefix.</param>
    /// <param name="width">Points; a screen shows 4 pixels for 3. 300 stays legible on a telephone, 480 suits a desk.</param>
    public static string Write(Chart chart, string id, double width)
    {
        var scene = DrawChart.Run(chart, width);
        return new XElement(Svg + "svg",
            new XAttribute("class", "chart"),
            new XAttribute("role", "img"),
            new XAttribute("aria-labelledby", $"{id}-title {id}-words"),
            new XAttribute("width", Number(scene.Width * PixelsPerPoint)),
            new XAttribute("height", Number(scene.Height * PixelsPerPoint)),
            new XAttribute("viewBox", $"0 0 {Number(scene.Width)} {Number(scene.Height)}"),
            new XAttribute("fill", "none"),
            new XAttribute("stroke-linejoin", "round"),
            new XElement(Svg + "title", new XAttribute("id", id + "-title"), Legal(chart.Title)),
            new XElement(Svg + "desc", new XAttribute("id", id + "-words"), Legal(ChartWords.Run(chart))),
            scene.Marks.Select(mark => mark is ChartText text ? Text(text) : Path((ChartPath)mark))).ToString(SaveOptions.DisableFormatting);
    }

    private static XElement Path(ChartPath path)
    {
        var look = ChartLook.Of(path.Part);
        return new(Svg + (path.Closed ? "polygon" : "polyline"),
            look.Fill == ChartTone.Accent || look.Stroke == ChartTone.Accent || look.Fill == ChartTone.Wash ? new XAttribute("class", "accent") : null,
            new XAttribute("points", string.Join(' ', path.Points.Select(point => $"{Number(point.X)},{Number(point.Y)}"))),
            look.Fill is { } fill ? Paint("fill", fill) : null,
            look.Stroke is { } stroke ? Paint("stroke", stroke).Append(new("stroke-width", Number(look.Thickness))) : null,
            look.Dash is { } dash ? new XAttribute("stroke-dasharray", dash) : null);
    }

    private static XElement Text(ChartText text) => new(Svg + "text",
        text.Tone == ChartTone.Accent ? new XAttribute("class", "accent") : null,
        new XAttribute("x", Number(text.At.X)),
        new XAttribute("y", Number(text.At.Y)),
        new XAttribute("font-size", Number(text.Size)),
        text.Bold ? new XAttribute("font-weight", "700") : null,
        text.Anchor == ChartAnchor.Start ? null : new XAttribute("text-anchor", text.Anchor == ChartAnchor.End ? "end" : "middle"),
        Paint("fill", text.Tone),
        Legal(text.Text));

    private static IEnumerable<XAttribute> Paint(string attribute, ChartTone tone)
    {
        yield return new(attribute, tone == ChartTone.Paper ? "Canvas" : "currentColor");
        if (tone is ChartTone.Muted or ChartTone.Grid or ChartTone.Wash)
            yield return new(attribute + "-opacity", tone switch { ChartTone.Muted => "0.8", ChartTone.Grid => "0.3", _ => "0.12" });
    }

    /// <summary>XML has no place for control characters and halves of pairs; a drawing of them would show nothing either.</summary>
    private static string Legal(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value)));

    private static string Number(double value) => Math.Round(value, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture);
}
