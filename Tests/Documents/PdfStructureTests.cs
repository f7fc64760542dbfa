using CrisisKits.Infrastructure.Documents.Blocks;
using CrisisKits.Tests.Support;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;
using static CrisisKits.Tests.Documents.Samples;

namespace CrisisKits.Tests.Documents;

/// <summary>What a screen reader and other programs find in a file.</summary>
public sealed class PdfStructureTests
{
    private static readonly byte[] Sample = Print(
        Heading(1, "Alerte"),
        new Paragraph([new Text("Appeler "), new Dots(40, "numéro d’astreinte"), new Text(" puis cocher "), new TickBox()]),
        new ItemList(ListKind.Bullets, [[Paragraph("un")], [Paragraph("deux")]]),
        new Table { Header = [Cell("Heure"), Cell("Fait")], Rows = [[Cell("03 h 10"), Cell("Écrans noirs")]] },
        new Card(CardKind.Important, "Titre", [Paragraph("contenu")]),
        new Signatures(["Le directeur"]));

    [Test]
    public void The_file_is_tagged_in_French_and_shows_its_title()
    {
        using var document = PdfDocument.Open(Sample);
        var catalog = document.Structure.Catalog.CatalogDictionary;
        Assert.That(catalog.Data.Keys, Is.SupersetOf(new[] { "StructTreeRoot", "MarkInfo", "Lang", "ViewerPreferences", "Metadata" }));
        Assert.That(((StringToken)catalog.Data["Lang"]).Data, Is.EqualTo("fr-FR"));
        Assert.That(document.Information.Title, Is.EqualTo("Essai"));
    }

    [Test]
    public void Tags_follow_the_reading_order()
    {
        var tree = PdfTools.Run(Sample, "pdfinfo", "-struct-text", "FILE");
        var order = new[] { "H1", "H2", "L (block)", "Table", "TH", "TD", "Sect" };
        var places = order.Select(tag => tree.IndexOf(tag, StringComparison.Ordinal)).ToList();
        Assert.That(places, Has.None.EqualTo(-1), tree);
        Assert.That(places, Is.Ordered, tree);
        Assert.That(tree, Does.Contain("\"Écrans noirs\"").And.Contain("\"Le directeur\""));
    }

    [Test]
    public void Independent_programs_find_no_fault()
    {
        Assert.That(PdfTools.Run(Sample, "qpdf", "--check", "FILE"), Does.Contain("No syntax or stream encoding errors"));
        Assert.That(PdfTools.Run(Sample, "mutool", "draw", "-F", "txt", "FILE"), Does.Contain("Écrans noirs").And.Not.Contain("error"));
    }

    [Test]
    public void Fonts_are_embedded_subset_and_map_back_to_text()
    {
        var fonts = PdfTools.Run(Sample, "pdffonts", "FILE").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();
        Assert.That(fonts, Has.Count.EqualTo(3));
        Assert.That(fonts, Has.All.Match(@"^[A-Z]{6}\+NotoSans-\S+\s+CID TrueType\s+Identity-H\s+yes yes yes"));
    }
}
