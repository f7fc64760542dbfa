using CrisisKits.Infrastructure.Documents.Blocks;
using CrisisKits.Infrastructure.Documents.Charts;
using CrisisKits.Tests.Support;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;
using static CrisisKits.Tests.Documents.Samples;

namespace CrisisKits.Tests.Documents.Charts;

public sealed class PdfChartTests
{
    private static readonly RadarChart Radar = GeneratedCharts.OfThemes([45, 62, 0, 100, 20, -1], [30, 40, 38, 66, -1, 13]);

    [Test]
    public void A_chart_is_one_figure_with_its_words_as_alternate_text_and_the_box_it_fills()
    {
        using var document = PdfDocument.Open(Print(Paragraph("Avant."), Radar, Paragraph("Après.")));
        var figure = Tags(document, document.Structure.Catalog.CatalogDictionary.Data["StructTreeRoot"]).Single(tag => Name(tag) == "Figure");
        Assert.That(Words(document, figure.Data["Alt"]), Is.EqualTo(ChartWords.Run(Radar)));
        var attributes = (DictionaryToken)figure.Data["A"];
        Assert.That(((NameToken)attributes.Data["O"]).Data, Is.EqualTo("Layout"));
        var box = ((ArrayToken)attributes.Data["BBox"]).Data.Cast<NumericToken>().Select(number => number.Double).ToList();
        var page = document.GetPage(1);
        var inFigure = page.GetMarkedContents().Where(content => content.Tag == "Figure").ToList();
        Assert.That(inFigure, Has.Count.EqualTo(1));
        var letters = inFigure.Single().Letters;
        Assert.That(string.Concat(letters.Select(letter => letter.Value)), Does.Contain("Sauvegarde, reconstruction").And.Contain("sans objet").And.Contain("100\u202F%"));
        Assert.That(letters.Select(letter => letter.BoundingBox), Has.All.Matches<UglyToad.PdfPig.Core.PdfRectangle>(letter =>
            letter.Left >= box[0] && letter.Bottom >= box[1] && letter.Right <= box[2] && letter.Top <= box[3]));
    }

    [Test]
    public void What_is_drawn_is_what_the_scene_says()
    {
        using var with = PdfDocument.Open(Print(Radar));
        using var without = PdfDocument.Open(Print(Paragraph("Rien.")));
        var expected = DrawChart.Run(Radar, 487.56).Marks.OfType<ChartPath>().Select(path => ChartLook.Of(path.Part))
            .Sum(look => (look.Fill is null ? 0 : 1) + (look.Stroke is null ? 0 : 1));
        Assert.That(with.GetPage(1).Paths.Count - without.GetPage(1).Paths.Count, Is.EqualTo(expected));
    }

    [Test]
    public void It_stands_under_its_title_never_on_another_page([Values(1, 12, 20, 24, 28)] int linesBefore)
    {
        var pages = Pages.Text(Print([.. Enumerable.Repeat(Paragraph("Une ligne."), linesBefore), Radar]));
        var page = pages.Single(text => text.Contains(Radar.Title, StringComparison.Ordinal));
        Assert.That(page, Does.Contain("Moyens de crise et communication"));
    }

    [Test]
    public void The_longest_labels_still_fit_on_a_page([Values] bool asRadar, [Values] bool wide)
    {
        var label = wide ? new string('W', 200) : string.Concat(Enumerable.Repeat("<script> ", 22));
        var items = Enumerable.Repeat(new ChartItem(label, ChartValue.Of(50), ChartValue.Of(5)), 8).ToList();
        var names = new ChartNames(label, label, label, label);
        Chart chart = asRadar ? new RadarChart { Title = label, Names = names, Items = items } : new BarChart { Title = label, Names = names, Items = items };
        Assert.That(Pages.Text(Print(chart)).Count(page => page.Contains("50\u202F%", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public void The_table_beside_it_carries_the_same_values()
    {
        var text = Pages.Flat(Print(ChartTable.Of(Radar).ToBlock()));
        Assert.That(text, Does.Contain("Thème2026").Or.Contain("Thème 2026"));
        foreach (var cell in ChartTable.Of(Radar).Rows.SelectMany(row => row))
            Assert.That(text, Does.Contain(Pages.Flatten(cell)));
    }

    [Test]
    public void The_same_chart_gives_the_same_bytes()
    {
        var first = Print(Radar);
        Assert.That(Print(Radar with { Items = [.. Radar.Items] }), Is.EqualTo(first));
    }

    [Test]
    public void Independent_programs_find_no_fault()
    {
        var pdf = Print(Radar, new BarChart { Title = "En barres", Names = Radar.Names, Items = Radar.Items, Bounds = [new(34, "Intermédiaire")] });
        Assert.That(PdfTools.Run(pdf, "qpdf", "--check", "FILE"), Does.Contain("No syntax or stream encoding errors"));
        Assert.That(PdfTools.Run(pdf, "mutool", "draw", "-F", "txt", "FILE"), Does.Contain("Intermédiaire").And.Not.Contain("error"));
        Assert.That(PdfTools.Run(pdf, "pdfinfo", "-struct-text", "FILE"), Does.Contain("Figure"));
    }

    private static IEnumerable<DictionaryToken> Tags(PdfDocument document, IToken token)
    {
        token = token is IndirectReferenceToken reference ? document.Structure.GetObject(reference.Data).Data : token;
        if (token is ArrayToken several)
            return several.Data.SelectMany(each => Tags(document, each));
        return token is not DictionaryToken tag ? []
            : (tag.Data.ContainsKey("S") ? [tag] : Array.Empty<DictionaryToken>()).Concat(tag.Data.TryGetValue("K", out var content) ? Tags(document, content) : []);
    }

    private static string Name(DictionaryToken tag) => ((NameToken)tag.Data["S"]).Data;

    private static string Words(PdfDocument document, IToken token) => token switch
    {
        IndirectReferenceToken reference => Words(document, document.Structure.GetObject(reference.Data).Data),
        HexToken hex => System.Text.Encoding.BigEndianUnicode.GetString([.. hex.Bytes.ToArray().Skip(2)]),
        _ => ((StringToken)token).Data,
    };
}
