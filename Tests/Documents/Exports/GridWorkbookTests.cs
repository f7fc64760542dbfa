using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Assessments.Exports;
using CrisisKits.Infrastructure.Documents.Spreadsheets;
using CrisisKits.Tests.Support;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Pages = CrisisKits.Tests.Support.Pages;

namespace CrisisKits.Tests.Documents.Exports;

public sealed class GridWorkbookTests
{
    private const int IdColumn = 2;
    private const int AnswerColumn = 8;

    [TestCase(KitVariant.Hospital)]
    [TestCase(KitVariant.Esms)]
    public void The_blank_workbook_asks_every_question_in_its_wording_and_Office_finds_no_fault(KitVariant variant)
    {
        var file = WriteWorkbook.Run(GridWorkbook.Blank(AnExport.Grid, variant));
        var rows = OfficeFiles.Rows(file, sheet: 1);
        Assert.That(OfficeFiles.Faults(file), Is.Empty);
        Assert.That(rows[0][IdColumn], Is.EqualTo($"Identifiant · grille 2026.1 · {(variant == KitVariant.Esms ? "ESMS" : "hôpital")}"));
        Assert.That(rows.Skip(1).Select(row => (row[IdColumn], row[3], row[4], row[7])), Is.EqualTo(AnExport.Grid.Questions.Select(question =>
        {
            var (text, options) = variant == KitVariant.Esms && question.Esms is { } esms ? (esms.Text, esms.Options) : (question.Text, question.Options);
            return (question.Id, text, options[0].Label, options[3].Label);
        })));
        Assert.That(string.Join(' ', OfficeFiles.Rows(file).SelectMany(row => row)), Does.Contain("Aucune donnée de patient").And.Contain(AnExport.Grid.Duration));
    }

    [Test]
    public void Only_the_cells_to_fill_in_can_be_written_in()
    {
        using var file = SpreadsheetDocument.Open(new MemoryStream(WriteWorkbook.Run(GridWorkbook.Blank(AnExport.Grid, KitVariant.Hospital))), isEditable: false);
        var sheet = Answers(file);
        var formats = file.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ToList();
        var protection = sheet.Descendants<SheetProtection>().Single();
        Assert.That(protection.Sheet!.Value, Is.True);
        Assert.That(protection.Password?.Value ?? protection.HashValue?.InnerText, Is.Null);
        foreach (var row in sheet.Descendants<Row>())
            Assert.That(row.Elements<Cell>().Select(cell => formats[(int)cell.StyleIndex!.Value].Protection?.Locked?.Value == false),
                Is.EqualTo(Enumerable.Range(0, 12).Select(column => row.RowIndex!.Value > 1 && column >= AnswerColumn)));
    }

    [Test]
    public void The_list_of_answers_offers_sans_objet_only_where_it_is_allowed()
    {
        using var file = SpreadsheetDocument.Open(new MemoryStream(WriteWorkbook.Run(GridWorkbook.Blank(AnExport.Grid, KitVariant.Hospital))), isEditable: false);
        var choices = Answers(file).Descendants<DataValidation>()
            .SelectMany(choice => choice.SequenceOfReferences!.InnerText!.Split(' '), (choice, cell) => (Cell: cell, choice.Formula1!.Text))
            .ToDictionary(each => each.Cell, each => each.Text, StringComparer.Ordinal);
        Assert.That(AnExport.Grid.Questions.Select((question, index) => choices[$"I{index + 2}"]), Is.EqualTo(AnExport.Grid.Questions.Select(question =>
            question.AllowsNotApplicable ? "\"0,1,2,3,je ne sais pas,sans objet\"" : "\"0,1,2,3,je ne sais pas\"")));
    }

    [Test]
    public void A_filled_workbook_holds_every_word_typed_and_says_whose_it_is()
    {
        var sheet = AnExport.Full();
        var file = WriteWorkbook.Run(GridWorkbook.Filled(AnExport.Grid, AnExport.Hospital, sheet));
        var words = OfficeFiles.Rows(file, sheet: 1).SelectMany(row => row).ToList();
        Assert.That(OfficeFiles.Faults(file), Is.Empty);
        Assert.That(sheet.Answers.SelectMany(kept => new[] { kept.Given!.Comment, kept.Given.Evidence }), Is.SubsetOf(words));
        Assert.That(OfficeFiles.Rows(file)[1], Is.EqualTo(new[] { "Établissement", "Centre hospitalier de Valbrune · FINESS 63\u00A0999\u00A0901\u00A00. TLP:AMBER+STRICT." }));
    }

    [Test]
    public void Awkward_words_are_kept_as_words()
    {
        var sheet = AnExport.Full();
        var hostile = sheet with { Answers = [.. sheet.Answers.Select((kept, index) => kept with { Given = kept.Given! with { Comment = AnExport.Awkward[index % AnExport.Awkward.Length] } })] };
        var bytes = WriteWorkbook.Run(GridWorkbook.Filled(AnExport.Grid, AnExport.Hospital, hostile));
        Assert.That(OfficeFiles.Faults(bytes), Is.Empty);
        using var file = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        var formats = file.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ToList();
        var formula = Answers(file).Descendants<Cell>().First(cell => cell.InnerText == "=1+1");
        Assert.That(Answers(file).Descendants<CellFormula>(), Is.Empty);
        Assert.That(formats[(int)formula.StyleIndex!.Value].QuotePrefix?.Value, Is.True);
    }

    [Test]
    public void LibreOffice_opens_and_prints_it()
    {
        var printed = OfficeFiles.Printed([
            ("vierge.xlsx", WriteWorkbook.Run(GridWorkbook.Blank(AnExport.Grid, KitVariant.Hospital))),
            ("remplie.xlsx", WriteWorkbook.Run(GridWorkbook.Filled(AnExport.Grid, AnExport.Hospital, AnExport.Full()))),
        ]);
        Assert.That(Pages.Flat(printed[0]), Does.Contain("Descripteur 3"));
        Assert.That(Pages.Text(printed[1]).ConvertAll(Pages.Flatten), Has.All.Contain("TLP:AMBER+STRICT"));
        Assert.That(Pages.Flat(printed[1]), Does.Contain(AnExport.Token("preuve", 29)));
    }

    private static Worksheet Answers(SpreadsheetDocument file) => file.WorkbookPart!.WorksheetParts.Last().Worksheet!;
}
