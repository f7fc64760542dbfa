using System.Text;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents.Spreadsheets;
using CrisisKits.Tests.Support;
using CsCheck;
using static CrisisKits.Tests.Documents.Spreadsheets.SheetSamples;

namespace CrisisKits.Tests.Documents.Spreadsheets;

public sealed class CsvTests
{
    [Test]
    public void A_French_Excel_finds_the_mark_the_semicolons_and_the_line_ends_it_expects()
    {
        var sheet = new Sheet
        {
            Name = "Essai",
            Paper = PageFormat.A4,
            Columns = [new("N°", 5, ColumnKind.Number), new("Heure", 8, ColumnKind.Time), new("Jour", 10, ColumnKind.Date), new("Fait", 30)],
            Rows = [new([-3, new TimeOnly(9, 5), new DateOnly(2026, 11, 23), "« Écrans »; \"noirs\"\nmédecine A"]), new([default, default, default, default])],
        };
        Assert.That(WriteCsv.Run(sheet), Is.EqualTo(Encoding.UTF8.GetBytes(
            "\uFEFF\"N°\";\"Heure\";\"Jour\";\"Fait\"\r\n\"-3\";\"09:05\";\"2026-11-23\";\"« Écrans »; \"\"noirs\"\"\nmédecine A\"\r\n\"\";\"\";\"\";\"\"\r\n")));
    }

    [TestCaseSource(typeof(SheetSamples), nameof(Hostile))]
    public void Words_that_could_run_are_kept_behind_an_apostrophe(string words) =>
        Assert.That(Read(words), Is.EqualTo("'" + words.ReplaceLineEndings("\n")));

    [TestCase("H+0:05")]
    [TestCase("• Réponse = oui, à 10 h")]
    [TestCase("«\u202F= 3\u202F»")]
    [TestCase("")]
    public void Other_words_are_left_as_they_are(string words) => Assert.That(Read(words), Is.EqualTo(words));

    [Test]
    public void Any_words_are_read_back_and_none_can_run() => Gen.String.Sample(words =>
    {
        var read = Read(words);
        var value = (SheetValue)words;
        return read == (value.LooksLikeFormula ? "'" : string.Empty) + value.Text && read.TrimStart(' ').IndexOfAny(['=', '+', '-', '@', '\t', '\n', '\r']) != 0;
    });

    private static string Read(string words)
    {
        var lines = OfficeFiles.Fields(Encoding.UTF8.GetString(WriteCsv.Run(Column(words)))[1..]);
        Assert.That(lines, Has.Count.EqualTo(2));
        return lines[1].Single();
    }
}
