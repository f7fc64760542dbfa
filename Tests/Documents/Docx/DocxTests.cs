using System.IO.Compression;
using CrisisKits.Infrastructure.Documents;
using CrisisKits.Infrastructure.Documents.Blocks;
using CrisisKits.Infrastructure.Documents.Docx;
using CrisisKits.Tests.Support;
using DocumentFormat.OpenXml.Packaging;
using static CrisisKits.Tests.Documents.Samples;
using W = DocumentFormat.OpenXml.Wordprocessing;
using W14 = DocumentFormat.OpenXml.Office2010.Word;

namespace CrisisKits.Tests.Documents.Docx;

public sealed class DocxTests
{
    private static readonly Block[] EveryBlock =
    [
        Heading(1, "Alerte"),
        new Paragraph([new Text("Appeler "), new Dots(40, "numéro d’astreinte"), new Text(" puis "), new Text("cocher", Bold: true, Italic: true), new LineBreak(), new TickBox(), new Text(" fait")]),
        new Paragraph([new Text("Chapeau.")], ParagraphStyle.Lead),
        new Paragraph([new Text("Petit.")], ParagraphStyle.Small),
        new Paragraph([new Text("Milieu.")], ParagraphStyle.Centered),
        new ItemList(ListKind.Bullets, [[Paragraph("un"), new ItemList(ListKind.Numbers, [[Paragraph("un A"), Paragraph("suite")]])], [Paragraph("deux")]]),
        new ItemList(ListKind.Numbers, [[Paragraph("premier")]]),
        new ItemList(ListKind.TickBoxes, [[Paragraph("à faire")]]),
        new Table { Header = [Cell("Heure"), Cell("Fait")], Rows = [[Phrase.RowHeader("03 h 10"), Cell("Écrans noirs")]], Widths = [1, 3], BlankRows = 2, MinimumRowMm = 12 },
        new Table { Header = [], Rows = [[Cell("sans titre"), new Cell([new Table { Header = [], Rows = [[Cell("dedans")]] }])]] },
        new PageBreak(),
        new Card(CardKind.Important, "Titre", [Paragraph("contenu"), new ItemList(ListKind.Bullets, [[Paragraph("puce")]])]),
        new Card(CardKind.Speech, null, [Paragraph("« Bonjour. »")]),
        new Card(CardKind.Example, "cas", [Paragraph("exemple")]),
        new Card(CardKind.Information, null, []),
        new FormLines([[new("Lieu"), new("Type ☐ a ☐ b", 2)], [new("Un intitulé plus long que les autres, sur une seule ligne")]]),
        new RuledLines(3),
        Heading(2, "Signatures"),
        new KeepTogether([Heading(3, "Ensemble"), Paragraph("jusqu’ici")]),
        new Signatures(["Le directeur", "Le DIREX", "La qualité"]),
    ];

    [Test]
    public void Office_finds_no_fault() => Assert.That(OfficeFiles.Faults(Write(EveryBlock)), Is.Empty);

    [Test]
    public void The_same_publication_gives_the_same_bytes_dated_like_it()
    {
        var first = Write(EveryBlock);
        Assert.That(Write(EveryBlock), Is.EqualTo(first));
        using var zip = new ZipArchive(new MemoryStream(first));
        Assert.That(zip.Entries.Select(entry => entry.LastWriteTime.DateTime), Has.All.EqualTo(new DateTime(2026, 11, 23)));
    }

    [Test]
    public void Every_word_of_every_block_is_there_in_order() =>
        Assert.That(Flat(OfficeFiles.Words(Write(EveryBlock))), Is.EqualTo(Flat(BlockText.Of(EveryBlock))));

    [Test]
    public void Blanks_are_fields_with_their_name_and_boxes_can_be_ticked()
    {
        var body = Body(EveryBlock);
        var fields = body.Descendants<W.SdtRun>().Where(control => control.Descendants<W.SdtContentText>().Any()).ToList();
        Assert.That(fields.Select(field => (field.Descendants<W.SdtAlias>().Single().Val!.Value, field.InnerText)), Is.EqualTo(new[] { ("numéro d’astreinte", "[numéro d’astreinte]") }));
        Assert.That(body.Descendants<W14.SdtContentCheckBox>().Count(), Is.EqualTo(4));
        Assert.That(body.Descendants<W.SdtId>().Select(id => id.Val!.Value), Is.Unique);
    }

    [Test]
    public void A_header_row_is_repeated_and_no_row_is_split()
    {
        var rows = Body(EveryBlock).Descendants<W.TableRow>().ToList();
        Assert.That(rows.Select(row => row.Elements<W.TableRowProperties>().Single().Elements<W.CantSplit>().Count()), Has.All.EqualTo(1));
        Assert.That(rows.Where(row => row.Elements<W.TableRowProperties>().Single().Elements<W.TableHeader>().Any()).Select(row => row.InnerText), Is.EqualTo(new[] { "HeureFait" }));
    }

    [Test]
    public void Tables_never_touch_and_every_cell_ends_with_a_paragraph()
    {
        var body = Body(EveryBlock);
        Assert.That(body.Descendants<W.Table>().Where(table => table.NextSibling() is W.Table), Is.Empty);
        Assert.That(body.Descendants<W.TableCell>().Select(cell => cell.LastChild), Has.All.InstanceOf<W.Paragraph>());
    }

    [Test]
    public void A_page_begins_with_what_follows_the_break_and_opens_no_empty_page()
    {
        var body = Body(Paragraph("avant"), new RuledLines(1), new PageBreak(), Heading(1, "après"), new PageBreak(), new RuledLines(1));
        var breaks = body.Descendants<W.Paragraph>().Where(paragraph => paragraph.ParagraphProperties!.PageBreakBefore is not null).ToList();
        Assert.That(breaks.Select(paragraph => paragraph.InnerText), Is.EqualTo(new[] { "après", "" }));
        Assert.That(breaks[0].PreviousSibling(), Is.InstanceOf<W.Table>());
        Assert.That(breaks[1].NextSibling(), Is.InstanceOf<W.Table>());
    }

    [Test]
    public void Each_numbered_list_begins_again_at_one()
    {
        var list = new ItemList(ListKind.Numbers, [[Paragraph("un")], [Paragraph("deux")]]);
        var ids = Body(list, Paragraph("entre"), list).Descendants<W.NumberingId>().Select(id => id.Val!.Value).ToList();
        Assert.That(ids[0], Is.EqualTo(ids[1]));
        Assert.That(ids[2], Is.EqualTo(ids[3]).And.Not.EqualTo(ids[0]));
    }

    [Test]
    public void The_table_of_contents_leads_to_every_heading_of_the_two_upper_levels()
    {
        var body = Read(WriteDocx.Run(Publication(Document(EveryBlock) with { Contents = true })), file => (W.Body)file.MainDocumentPart!.Document!.Body!.CloneNode(deep: true));
        var links = body.Descendants<W.Hyperlink>().ToDictionary(link => link.InnerText, link => link.Anchor!.Value!, StringComparer.Ordinal);
        Assert.That(links.Keys, Is.EqualTo(new[] { "Alerte", "Signatures" }));
        foreach (var (title, anchor) in links)
            Assert.That(body.Descendants<W.BookmarkStart>().Single(mark => mark.Name == anchor).Parent!.InnerText, Is.EqualTo(title));
    }

    [Test]
    public void Each_sheet_says_exercise_twice_who_reads_it_and_its_number()
    {
        var (header, footer) = Read(Write(Paragraph("x")), file =>
            (file.MainDocumentPart!.HeaderParts.Single().Header!.InnerText, file.MainDocumentPart.FooterParts.Single().Footer!.OuterXml));
        Assert.That(header, Is.EqualTo("Kit débutant · 2026.1EXERCICEJOUEURS · TLP:CLEAR"));
        Assert.That(footer, Does.Contain("EXERCICE").And.Contain("PAGE").And.Contain("NUMPAGES").And.Contain("Un document"));
    }

    [Test]
    public void The_file_says_its_title_and_is_spell_checked_in_French()
    {
        var (title, styles) = Read(Write(Paragraph("x")), file => (file.PackageProperties.Title, file.MainDocumentPart!.StyleDefinitionsPart!.Styles!.OuterXml));
        Assert.That(title, Is.EqualTo("Essai"));
        Assert.That(styles, Does.Contain("<w:lang w:val=\"fr-FR\""));
    }

    [Test]
    public void Characters_that_XML_forbids_do_not_break_the_file()
    {
        var file = Write(new Paragraph([new Text("a\u0000b"), new Dots(10, "c\u0001d")]));
        Assert.That(OfficeFiles.Faults(file), Is.Empty);
        Assert.That(OfficeFiles.Words(file), Does.Contain("a\uFFFDb"));
    }

    [Test]
    public void What_only_paper_can_show_is_refused() =>
        Assert.That(() => Write(new Poster([new("STOP", Giant: true)])), Throws.TypeOf<NotSupportedException>().With.Message.Contain("Poster"));

    private static byte[] Write(params Block[] body) => WriteDocx.Run(Publication(Document(body)));

    private static W.Body Body(params Block[] body) => Read(Write(body), file => (W.Body)file.MainDocumentPart!.Document!.Body!.CloneNode(deep: true));

    private static T Read<T>(byte[] docx, Func<WordprocessingDocument, T> read)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        return read(file);
    }

    private static string Flat(string text) => Pages.Flatten(text.Replace('☐', ' '));
}
