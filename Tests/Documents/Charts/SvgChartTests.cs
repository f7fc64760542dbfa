using System.Xml.Linq;
using CrisisKits.Infrastructure.Documents.Charts;
using CsCheck;

namespace CrisisKits.Tests.Documents.Charts;

public sealed class SvgChartTests
{
    private static readonly string[] Elements = ["svg", "title", "desc", "polygon", "polyline", "text"];

    [Test]
    public void It_is_named_and_described_for_those_who_do_not_see_it()
    {
        var chart = GeneratedCharts.OfThemes([45, 62, 38, 71, 20, 55]);
        var svg = XElement.Parse(SvgChart.Write(chart, "themes", 480));
        Assert.That((string?)svg.Attribute("role"), Is.EqualTo("img"));
        var named = ((string?)svg.Attribute("aria-labelledby"))!.Split(' ').Select(id => svg.Elements().Single(each => (string?)each.Attribute("id") == id)).ToList();
        Assert.That(named.Select(each => (each.Name.LocalName, each.Value)), Is.EqualTo(new[] { ("title", chart.Title), ("desc", ChartWords.Run(chart)) }));
        Assert.That(svg.DescendantsAndSelf().Attributes("id").Select(id => id.Value), Has.All.StartWith("themes-").And.Exactly(2).Items);
    }

    [Test]
    public void Whatever_the_labels_it_is_well_formed_and_has_nothing_a_strict_page_would_refuse() =>
        Gen.Select(GeneratedCharts.Any, GeneratedCharts.Width).Sample((chart, width) =>
        {
            var svg = XElement.Parse(SvgChart.Write(chart, "c", width), LoadOptions.PreserveWhitespace);
            var texts = svg.Elements().Where(element => element.Name.LocalName == "text").Select(element => element.Value);
            return svg.DescendantsAndSelf().All(element => Array.Exists(Elements, element.Name.LocalName.Equals))
                && !svg.DescendantsAndSelf().Attributes().Any(attribute => attribute.Name.LocalName is "style" or "href"
                    || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal))
                && texts.SequenceEqual(DrawChart.Run(chart, width).Marks.OfType<ChartText>().Select(text => text.Text), StringComparer.Ordinal);
        }, iter: 200);

    [Test]
    public void Text_that_XML_does_not_allow_or_that_looks_like_it_is_only_text()
    {
        var title = "Alerte\u0000\u0008 et " + '\uD83D' + " <script>alert('x')</script>";
        var written = SvgChart.Write(GeneratedCharts.OfThemes([1, 2, 3, 4, 5, 6]) with { Title = title }, "c", 300);
        Assert.That(XElement.Parse(written).Elements().First().Value, Is.EqualTo("Alerte et \uFFFD <script>alert('x')</script>"));
        Assert.That(written, Does.Not.Contain("<script"));
    }

    [Test]
    public void It_has_no_colour_of_its_own_so_that_forced_colours_hold()
    {
        var svg = XElement.Parse(SvgChart.Write(GeneratedCharts.OfThemes([45, 62, 0, 100, 20, -1], [30, 40, 38, 66, -1, 13]), "c", 480));
        var paints = svg.Descendants().Attributes().Where(attribute => attribute.Name.LocalName is "fill" or "stroke").Select(paint => paint.Value).Distinct(StringComparer.Ordinal);
        Assert.That(paints, Is.EquivalentTo(new[] { "currentColor", "Canvas" }));
        Assert.That(svg.Descendants().Attributes("class").Select(name => name.Value).Distinct(StringComparer.Ordinal), Is.EqualTo(new[] { "accent" }));
    }

    [Test]
    [SetCulture("fr-FR")]
    public void The_same_chart_gives_the_same_text_in_any_culture()
    {
        var chart = GeneratedCharts.OfThemes([45, 62, 38, 71, 20, 55], [30, 40, 38, 66, 46, 13]);
        var french = SvgChart.Write(chart, "c", 480.5);
        Thread.CurrentThread.CurrentCulture = System.Globalization.CultureInfo.InvariantCulture;
        Assert.That(SvgChart.Write(chart, "c", 480.5), Is.EqualTo(french));
        Assert.That(french, Does.Contain("viewBox=\"0 0 480.5 "));
    }
}
