using CrisisKits.Infrastructure.Documents.Charts;
using CsCheck;

namespace CrisisKits.Tests.Documents.Charts;

public sealed class ChartGeometryTests
{
    private const double Tolerance = 0.05;

    private readonly record struct Box(double Left, double Top, double Right, double Bottom)
    {
        public static Box Of(ChartText text) =>
            new(text.Left, text.At.Y - 0.76 * text.Size, text.Left + text.Width, text.At.Y + 0.24 * text.Size);

        public bool Meets(Box other) =>
            Math.Min(Right, other.Right) - Math.Max(Left, other.Left) > Tolerance && Math.Min(Bottom, other.Bottom) - Math.Max(Top, other.Top) > Tolerance;
    }

    [Test]
    public void Everything_drawn_stands_in_the_box() => Gen.Select(GeneratedCharts.Any, GeneratedCharts.Width).Sample((chart, width) =>
    {
        var scene = DrawChart.Run(chart, width);
        return scene.Width <= width && scene.Marks.All(mark => mark is ChartText text ? Inside(Box.Of(text)) : ((ChartPath)mark).Points.All(point =>
            Inside(new(point.X, point.Y, point.X, point.Y))));
        bool Inside(Box box) => box.Left >= -Tolerance && box.Top >= -Tolerance && box.Right <= scene.Width + Tolerance && box.Bottom <= scene.Height + Tolerance;
    }, iter: 600);

    [Test]
    public void No_text_touches_another() => Gen.Select(GeneratedCharts.Any, GeneratedCharts.Width).Sample((chart, width) =>
    {
        var texts = Texts(DrawChart.Run(chart, width)).ConvertAll(Box.Of);
        return !texts.Where((text, i) => texts.Skip(i + 1).Any(text.Meets)).Any();
    }, iter: 600);

    [Test]
    public void Labels_of_a_radar_stand_outside_its_wheel() => Gen.Select(GeneratedCharts.Radar, GeneratedCharts.Width).Sample((chart, width) =>
    {
        var scene = DrawChart.Run(chart, width);
        var wheel = Paths(scene, ChartPart.Grid)[^1].Points;
        return Texts(scene).Where(text => text.Size > 7).Select(Box.Of).All(box => !Corners(box).Any(corner => Holds(wheel, corner)) && !wheel.Any(corner =>
            box.Meets(new(corner.X - 0.1, corner.Y - 0.1, corner.X + 0.1, corner.Y + 0.1))));
    }, iter: 600);

    [Test]
    public void Each_value_of_a_radar_is_on_its_axis_at_its_share_of_it() => Gen.Select(GeneratedCharts.Radar, GeneratedCharts.Width).Sample((chart, width) =>
    {
        var scene = DrawChart.Run(chart, width);
        var axes = scene.Marks.OfType<ChartPath>().Where(path => path.Part is ChartPart.Axis or ChartPart.MissingAxis).ToList();
        var wanted = chart.Items.Select((item, axis) => (item.Value.Percent, Axis: axes[axis].Points)).Where(value => value.Percent is not null)
            .Select(value => Between(value.Axis[0], value.Axis[1], value.Percent!.Value / 100.0)).ToList();
        var drawn = Paths(scene, ChartPart.Contour).SelectMany(path => path.Points).ToList();
        return wanted.All(point => drawn.Exists(other => Near(point, other))) && drawn.All(point => Near(point, axes[0].Points[0]) || wanted.Exists(other => Near(point, other)));
    }, iter: 300);

    [Test]
    public void The_contour_is_closed_when_every_axis_has_a_value_and_never_joins_over_a_missing_one() => GeneratedCharts.Radar.Sample(chart =>
    {
        var contours = Paths(DrawChart.Run(chart, 480), ChartPart.Contour);
        var missing = chart.Items.Count(item => item.Value.Percent is null);
        if (missing == 0)
            return contours is [{ Closed: true }];
        var starts = chart.Items.Where((item, i) => item.Value.Percent is not null && chart.Items[(i + chart.Items.Count - 1) % chart.Items.Count].Value.Percent is null);
        return contours.TrueForAll(contour => !contour.Closed) && contours.Count == starts.Count();
    }, iter: 300);

    [Test]
    public void Each_bar_is_as_long_as_its_share_of_the_scale() => Gen.Select(GeneratedCharts.Bars, GeneratedCharts.Width).Sample((chart, width) =>
    {
        var single = chart with { Names = chart.Names with { Earlier = null } };
        var scene = DrawChart.Run(single, width);
        var (zero, hundred) = (Paths(scene, ChartPart.Axis)[0].Points[0].X, Paths(scene, ChartPart.Grid)[^1].Points[0].X);
        var lengths = Paths(scene, ChartPart.Bar).Select(bar => (bar.Points[1].X - bar.Points[0].X) / (hundred - zero) * 100);
        var wanted = chart.Items.Where(item => item.Value.Percent > 0).Select(item => (double)item.Value.Percent!.Value);
        return hundred > zero && lengths.Zip(wanted, (length, percent) => Math.Abs(length - percent)).All(gap => gap < 0.001) && lengths.Count() == wanted.Count();
    }, iter: 300);

    [Test]
    public void The_titles_of_the_grid_are_whole_at_every_width([Values(260, 300, 360, 487, 700)] double width, [Values] bool asRadar)
    {
        var radar = GeneratedCharts.OfThemes([45, 62, 0, 100, 20, -1], [30, 40, 38, 66, -1, 13]);
        var chart = asRadar ? (Chart)radar : new BarChart { Title = radar.Title, Names = radar.Names, Items = radar.Items };
        var written = string.Join(' ', Texts(DrawChart.Run(chart, width)).Select(text => text.Text));
        foreach (var theme in GeneratedCharts.Themes)
            Assert.That(written, Does.Contain(theme));
    }

    [Test]
    public void A_label_of_two_hundred_characters_ends_in_an_ellipsis_after_five_lines()
    {
        var label = string.Join(' ', Enumerable.Repeat("mot", 50));
        var texts = Texts(DrawChart.Run(new BarChart { Title = "", Names = new("", "", ""), Items = [new(label, ChartValue.Of(5))] }, DrawChart.LeastWidth));
        var lines = texts.Where(text => text.Text.StartsWith("mot", StringComparison.Ordinal)).ToList();
        Assert.That(lines, Has.Count.EqualTo(5));
        Assert.That(lines[^1].Text, Does.EndWith("…"));
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(9)]
    public void A_radar_of_too_few_or_too_many_axes_is_drawn_as_bars(int axes)
    {
        var scene = DrawChart.Run(new RadarChart { Title = "", Names = new("", "", ""), Items = [.. Enumerable.Repeat(new ChartItem("Thème", ChartValue.Of(40)), axes)] }, 400);
        Assert.That(Paths(scene, ChartPart.Bar), Has.Count.EqualTo(axes));
        Assert.That(Paths(scene, ChartPart.Contour), Is.Empty);
    }

    [Test]
    public void What_cannot_be_drawn_is_refused()
    {
        var chart = GeneratedCharts.OfThemes([1, 2, 3, 4, 5, 6]);
        Assert.That(() => DrawChart.Run(chart, DrawChart.LeastWidth - 1), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => DrawChart.Run(chart with { Items = [] }, 400), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => ChartValue.Of(101), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => ChartValue.Of(-1), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    private static List<ChartText> Texts(ChartScene scene) => [.. scene.Marks.OfType<ChartText>()];

    private static List<ChartPath> Paths(ChartScene scene, ChartPart part) => [.. scene.Marks.OfType<ChartPath>().Where(path => path.Part == part)];

    private static ChartPoint Between(ChartPoint from, ChartPoint to, double share) => new(from.X + share * (to.X - from.X), from.Y + share * (to.Y - from.Y));

    private static bool Near(ChartPoint one, ChartPoint other) => Math.Abs(one.X - other.X) < 0.001 && Math.Abs(one.Y - other.Y) < 0.001;

    private static ChartPoint[] Corners(Box box) => [new(box.Left, box.Top), new(box.Right, box.Top), new(box.Right, box.Bottom), new(box.Left, box.Bottom)];

    /// <summary>Whether a convex polygon, clockwise on a page, holds a point well inside.</summary>
    private static bool Holds(IReadOnlyList<ChartPoint> polygon, ChartPoint point)
    {
        for (var i = 0; i < polygon.Count; i++)
        {
            var (from, to) = (polygon[i], polygon[(i + 1) % polygon.Count]);
            if ((to.X - from.X) * (point.Y - from.Y) - (to.Y - from.Y) * (point.X - from.X) <= Tolerance)
                return false;
        }

        return true;
    }
}
