using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents.Spreadsheets;
using CrisisKits.Tests.Support;
using CsCheck;
using DocumentFormat.OpenXml.Packaging;
using static CrisisKits.Tests.Documents.Spreadsheets.SheetSamples;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace CrisisKits.Tests.Documents.Spreadsheets;

public sealed class WorkbookTests
{
    private static readonly Sheet Wide = Column("un") with
    {
        Name = "Large",
        Paper = PageFormat.A3Landscape,
        Columns = [.. Enumerable.Range(0, 28).Select(i => new SheetColumn($"C{i}", 10)), new("Statut", 9) { Choices = ["joué", "écarté"] }],
        Rows = [new([.. Enumerable.Repeat<SheetValue>("x", 29)], Emphasised: true)],
        FrozenColumns = 2,
        PrintedColumns = 27,
    };

    [Test]
    public void The_same_workbook_gives_the_same_bytes()
    {
        var first = Write(Column("un", "deux"), Wide);
        Assert.That(Write(Column("un", "deux"), Wide), Is.EqualTo(first));
    }

    [Test]
    public void Office_finds_no_fault() => Assert.That(OfficeFiles.Faults(Write(Wide, Column(Hostile))), Is.Empty);

    [Test]
    public void No_words_become_a_formula()
    {
        using var file = SpreadsheetDocument.Open(new MemoryStream(Write(Column(Hostile))), isEditable: false);
        var cells = file.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<X.Cell>().Skip(1).ToList();
        var formats = file.WorkbookPart.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<X.CellFormat>().ToList();
        Assert.Multiple(() =>
        {
            Assert.That(cells, Has.Count.EqualTo(Hostile.Length));
            Assert.That(cells.Select(cell => cell.CellFormula), Has.All.Null);
            Assert.That(cells.Select(cell => cell.DataType?.Value), Has.All.EqualTo(X.CellValues.InlineString));
            Assert.That(cells.Select(cell => formats[(int)cell.StyleIndex!.Value].QuotePrefix?.Value), Has.All.True);
            Assert.That(cells.Select(cell => cell.InnerText), Is.EqualTo(Hostile.Select(words => words.ReplaceLineEndings("\n"))));
        });
    }

    [Test]
    public void Any_words_are_read_back_and_what_XML_forbids_shows_as_a_question_mark() => Gen.String.Sample(words =>
    {
        var read = OfficeFiles.Rows(Write(Column(words)))[1][0];
        return read == ((SheetValue)words).Text && read.All(System.Xml.XmlConvert.IsXmlChar) && read.Length == words.ReplaceLineEndings("\n").Length;
    }, iter: 300);

    // one test for all: their names would hold characters that test reports lose
    [Test]
    public void Strange_characters_neither_break_the_file_nor_vanish() => Assert.Multiple(() =>
    {
        Check("a\u0000b\u001Fc\uFFFE", "a\uFFFDb\uFFFDc\uFFFD");
        Check("\uD83D seul", "\uFFFD seul");
        Check("\U0001F600", "\U0001F600");
        Check("code _x0041_", "code _x005F_x0041_");

        static void Check(string words, string stored)
        {
            var file = Write(Column(words));
            Assert.That(OfficeFiles.Rows(file)[1][0], Is.EqualTo(stored));
            Assert.That(OfficeFiles.Faults(file), Is.Empty);
        }
    });

    [Test]
    public void Hours_dates_and_numbers_are_counted_not_written()
    {
        var sheet = Column() with
        {
            Columns = [new("N°", 5, ColumnKind.Number), new("Heure", 8, ColumnKind.Time), new("Jour", 10, ColumnKind.Date)],
            Rows = [new([12, new TimeOnly(18, 0), new DateOnly(2026, 11, 23)])],
        };
        Assert.That(OfficeFiles.Rows(Write(sheet))[1], Is.EqualTo(new[] { "12", "0.75", "46349" }));
    }

    [Test]
    public void The_header_stays_in_sight_filters_and_comes_back_on_each_printed_page()
    {
        using var file = SpreadsheetDocument.Open(new MemoryStream(Write(Column("un"), Wide)), isEditable: false);
        var names = file.WorkbookPart!.Workbook!.DefinedNames!.Elements<X.DefinedName>().Select(name => $"{name.LocalSheetId} {name.Name} {name.Text}");
        var wide = file.WorkbookPart.WorksheetParts.Last().Worksheet!;
        var pane = wide.Descendants<X.Pane>().Single();
        var page = wide.Descendants<X.PageSetup>().Single();
        Assert.Multiple(() =>
        {
            Assert.That(names, Is.EqualTo(new[] { "0 _xlnm.Print_Titles 'Essai'!$1:$1", "1 _xlnm.Print_Area 'Large'!$A:$AA", "1 _xlnm.Print_Titles 'Large'!$1:$1" }));
            Assert.That((pane.VerticalSplit!.Value, pane.HorizontalSplit!.Value, pane.TopLeftCell!.Value), Is.EqualTo((1, 2, "C2")));
            Assert.That(wide.Descendants<X.AutoFilter>().Single().Reference!.Value, Is.EqualTo("A1:AC2"));
            Assert.That((page.PaperSize!.Value, page.Orientation!.Value, page.FitToWidth!.Value, page.FitToHeight!.Value), Is.EqualTo((8, X.OrientationValues.Landscape, 1, 0)));
            Assert.That(wide.Descendants<X.OddHeader>().Single().Text, Does.Contain("EXERCICE").And.Contain("TLP:CLEAR"));
            Assert.That(wide.Descendants<X.OddFooter>().Single().Text, Does.Contain("Un classeur && ses feuilles").And.Contain("EXERCICE").And.Contain("&P / &N"));
        });
    }

    [Test]
    public void A_column_of_choices_offers_them_in_every_row_to_come()
    {
        using var file = SpreadsheetDocument.Open(new MemoryStream(Write(Wide)), isEditable: false);
        var choice = file.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<X.DataValidation>().Single();
        Assert.That(choice.Formula1!.Text, Is.EqualTo("\"joué,écarté\""));
        Assert.That(choice.SequenceOfReferences!.InnerText, Is.EqualTo("AC2:AC1048576"));
    }

    [Test]
    public void The_file_says_its_title_and_its_language()
    {
        using var file = SpreadsheetDocument.Open(new MemoryStream(Write(Wide)), isEditable: false);
        var properties = file.PackageProperties;
        Assert.That((properties.Title, properties.Creator, properties.Language), Is.EqualTo(("Un classeur & ses feuilles", "CrisisKits", "fr-FR")));
    }

    [Test]
    public void A_long_or_strange_title_does_not_break_the_printed_header()
    {
        var title = string.Concat(Enumerable.Repeat("Centre hospitalier & EHPAD\u0001 ", 20));
        var file = WriteWorkbook.Run(Workbook(Wide) with { Title = title, Header = Samples.Header with { Left = title, Right = title } });
        Assert.That(OfficeFiles.Faults(file), Is.Empty);
        using var read = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        Assert.That(read.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<X.OddHeader>().Single().Text, Has.Length.LessThan(256));
    }

    [Test]
    public void A_row_of_another_length_is_refused() =>
        Assert.That(() => Write(Column() with { Rows = [new(["un", "deux"])] }), Throws.ArgumentException);
}
