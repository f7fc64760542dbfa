using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Infrastructure.Assessments.Exports;
using CrisisKits.Infrastructure.Assessments.Exports.Reading;
using CrisisKits.Infrastructure.Documents.Spreadsheets;
using CrisisKits.Tests.Support;
using CsCheck;

namespace CrisisKits.Tests.Documents.Exports;

/// <summary>What is taken out of a kept assessment comes back in, to the letter.</summary>
public sealed class GridRoundTripTests
{
    [Test]
    public void Whatever_was_kept_is_read_back_equal() => AnExport.Sheets.Sample(sheet =>
    {
        var reading = Read(Write(sheet));
        return reading.Faults.Count == 0
            && reading.Answers.Select(answer => answer.Given).SequenceEqual(sheet.Answers.Select(kept => kept.Given))
            && reading.Empty == AnExport.Grid.Questions.Count() - sheet.Answers.Count;
    }, iter: 100, print: sheet => string.Join('\n', sheet.Answers.Select(kept => $"{kept.Given}")));

    [Test]
    public void What_LibreOffice_saved_again_is_read_back_equal()
    {
        var awkward = AnExport.Awkward.Concat([new string('é', GivenAnswer.LongestComment)]).ToList();
        var sheet = AnExport.Draft(AnExport.Grid.Questions.Select((question, index) => new GivenAnswer(
            index % 5 == 4 ? new DontKnow(question.Id) : new Chosen(question.Id, index % 4), awkward[index % awkward.Count]).Tidied()));
        var reading = Read(OfficeFiles.Resaved("grille.xlsx", Write(sheet)));
        Assert.That(reading.Faults, Is.Empty);
        Assert.That(reading.Answers.Select(answer => answer.Given), Is.EqualTo(sheet.Answers.Select(kept => kept.Given)));
    }

    [Test]
    public void A_blank_workbook_gives_no_answer_and_no_fault()
    {
        var reading = Read(WriteWorkbook.Run(GridWorkbook.Blank(AnExport.Grid, Domain.Kits.KitVariant.Esms)));
        Assert.That((reading.Answers.Count, reading.Faults.Count, reading.Empty), Is.EqualTo((0, 0, AnExport.Grid.Questions.Count())));
    }

    [Test]
    public void An_answer_still_to_confirm_is_written_but_not_taken_back()
    {
        var sheet = AnExport.Full();
        var carried = sheet with { Answers = [.. sheet.Answers.Select((kept, index) => kept with { ToConfirm = index == 3 })] };
        var reading = Read(Write(carried));
        Assert.Multiple(() =>
        {
            Assert.That(reading.Answers, Has.Count.EqualTo(sheet.Answers.Count - 1));
            Assert.That(reading.Faults.Select(fault => (fault.Row, fault.Code, fault.Cell)), Is.EqualTo(new[] { (5, "to-confirm", "M5") }));
            Assert.That(OfficeFiles.Rows(Write(carried), sheet: 1)[4], Does.Contain(AnExport.Token("commentaire", 3)));
        });
    }

    private static byte[] Write(KeptSheet sheet) => WriteWorkbook.Run(GridWorkbook.Filled(AnExport.Grid, AnExport.Hospital, sheet));

    private static GridWorkbookReading Read(byte[] file)
    {
        var reading = ReadGridWorkbook.Run(file, AnExport.Grid);
        Assert.That(reading.Refusals, Is.Empty);
        return reading.Value!;
    }
}
