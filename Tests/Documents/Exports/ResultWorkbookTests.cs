using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Assessments.Exports;
using CrisisKits.Infrastructure.Documents.Spreadsheets;
using CrisisKits.Tests.Support;

namespace CrisisKits.Tests.Documents.Exports;

public sealed class ResultWorkbookTests
{
    [Test]
    public void Every_word_typed_stands_in_a_cell_as_it_was_typed()
    {
        var sheet = AnExport.Full((question, _) => question.AllowsNotApplicable ? new NotApplicable(question.Id, "=motif " + question.Id) : new DontKnow(question.Id));
        var file = Write(AnExport.Submitted(sheet, new(KitLevel.Advanced, "+raison du choix")));
        var words = Enumerable.Range(0, 4).SelectMany(part => OfficeFiles.Rows(file, part)).SelectMany(row => row).ToList();
        Assert.That(OfficeFiles.Faults(file), Is.Empty);
        Assert.That(
            sheet.Answers.Select(kept => kept.Given!).SelectMany(given => new[] { given.Comment, given.Evidence, (given.Answer as NotApplicable)?.Reason }).OfType<string>().Append("+raison du choix"),
            Is.SubsetOf(words));
    }

    [Test]
    public void It_tells_the_result_its_themes_who_answered_and_what_to_do()
    {
        var result = AnExport.Submitted(AnExport.Full());
        var file = Write(result);
        var answer = OfficeFiles.Rows(file, sheet: 3)[1];
        Assert.Multiple(() =>
        {
            Assert.That(OfficeFiles.Rows(file).Select(row => row[1]), Does.Contain("le 23/11/2026 par Anne Martin")
                .And.Contain($"{ExportWords.Capital(result.Level.French())}. Ce n’est pas une note."));
            Assert.That(OfficeFiles.Rows(file).Where(row => row[1].StartsWith(row[0], StringComparison.Ordinal)), Is.Empty, "a label said twice");
            Assert.That(OfficeFiles.Rows(file).Where(row => row[1].TrimEnd().EndsWith(':')), Is.Empty, "a line left hanging");
            Assert.That(OfficeFiles.Rows(file, sheet: 2).Skip(1).Select(row => row[2]),
                Is.EqualTo(result.Grid.Themes.Select(theme => $"{result.PercentOf(theme)}").Append($"{result.Percent}")));
            Assert.That((answer[4], answer[9], answer[10]), Is.EqualTo(("0", "Anne Martin", "46357")), "1 December 2026, as a day a spreadsheet counts");
            Assert.That(OfficeFiles.Rows(file, sheet: 1).Skip(1).Select(row => row[2]), Is.EqualTo(ActionWords.Of(result).Select(line => line.Subject)));
            Assert.That(OfficeFiles.Rows(file, sheet: 1).Skip(2).Select(row => row[3]), Is.EquivalentTo(result.Score.Recommendations.Select(action => action.Recommendation.How)));
        });
    }

    [Test]
    public void A_theme_that_does_not_count_and_one_without_answer_have_no_figure()
    {
        var sheet = AnExport.Full();
        var draft = AnExport.Provisional(sheet with { Answers = [.. sheet.Answers.Take(25)] });
        Assert.That(OfficeFiles.Rows(Write(draft), sheet: 2)[6][2], Is.EqualTo("non répondu"));
        Assert.That(OfficeFiles.Rows(Write(draft)).Select(row => row[0]), Does.Contain("Provisoire"));
    }

    [Test]
    public void Change_since_the_former_result_is_told_theme_by_theme()
    {
        var later = ResultReportTests.AYearLater();
        var rows = OfficeFiles.Rows(Write(later), sheet: 2);
        Assert.That(rows[0][3], Is.EqualTo("Précédente (01/12/2025), en %"));
        Assert.That(rows.Skip(1).Select(row => row[4]), Has.All.Match(@"^\+[0-9]+ points$"));
        Assert.That(OfficeFiles.Faults(Write(later)), Is.Empty);
    }

    private static byte[] Write(ExportedResult result) => WriteWorkbook.Run(ResultWorkbook.Of(result));
}
