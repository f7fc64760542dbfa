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
            && reading.Answers.Select(answer => answer.Sent.Given).SequenceEqual(sheet.Answers.Select(kept => kept.Given))
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
        Assert.That(reading.Answers.Select(answer => answer.Sent.Given), Is.EqualTo(sheet.Answers.Select(kept => kept.Given)));
    }

    [Test]
    public void A_blank_workbook_gives_no_answer_and_no_fault()
    {
        var reading = Read(WriteWorkbook.Run(GridWorkbook.Blank(AnExport.Grid, Domain.Kits.KitVariant.Hospital)));
        Assert.That((reading.Answers.Count, reading.Faults.Count, reading.Empty), Is.EqualTo((0, 0, AnExport.Grid.Questions.Count())));
    }

    [Test]
    public void What_is_still_to_confirm_comes_back_marked()
    {
        var sheet = AnExport.Full();
        var carried = sheet with { Answers = [.. sheet.Answers.Select((kept, index) => kept with { ToConfirm = index == 3 })] };
        var reading = Read(Write(carried));
        Assert.That(reading.Faults, Is.Empty);
        Assert.That(reading.Answers.Where(answer => answer.Sent.ToConfirm).Select(answer => (answer.Row, answer.Cell)), Is.EqualTo(new[] { (5, "I5") }));
        Assert.That(OfficeFiles.Rows(Write(carried), sheet: 1)[4], Does.Contain(AnExport.Token("commentaire", 3)));
    }

    [Test]
    public void Each_answer_comes_back_with_the_version_it_was_filled_over_in_its_own_assessment_only()
    {
        var sheet = AnExport.Full();
        sheet = sheet with { Answers = [.. sheet.Answers.Take(3).Select((kept, index) => kept with { Version = 7 + index })] };
        var file = Write(sheet);
        var elsewhere = ReadGridWorkbook.Run(file, sheet.Assessment with { Id = "e" }, AnExport.Grid).Value!;
        Assert.Multiple(() =>
        {
            Assert.That(Read(file).Answers.Select(answer => answer.Sent.Version), Is.EqualTo(new int?[] { 7, 8, 9 }));
            Assert.That(elsewhere.Answers.Select(answer => answer.Sent.Version), Is.EqualTo(new int?[] { null, null, null }));
            Assert.That(OfficeFiles.Rows(file, sheet: 1)[^1][^1], Is.EqualTo("0"), "a question without answer");
        });
    }

    private static byte[] Write(KeptSheet sheet) => WriteWorkbook.Run(GridWorkbook.Filled(AnExport.Grid, AnExport.Hospital, sheet));

    private static GridWorkbookReading Read(byte[] file)
    {
        var reading = ReadGridWorkbook.Run(file, AnExport.Empty, AnExport.Grid);
        Assert.That(reading.Refusals, Is.Empty);
        return reading.Value!;
    }
}
