using System.IO.Compression;
using System.Text;
using CrisisKits.Infrastructure.Assessments.Exports;
using CrisisKits.Infrastructure.Assessments.Exports.Reading;
using CrisisKits.Infrastructure.Documents.Spreadsheets;
using CrisisKits.Tests.Support;
using CsCheck;

namespace CrisisKits.Tests.Documents.Exports;

/// <summary>Whatever is sent instead of a workbook gets a refusal, soon, and always the same.</summary>
public sealed class HostileWorkbookTests
{
    private const string AnswersPart = "xl/worksheets/sheet2.xml";
    private static readonly byte[] Valid = WriteWorkbook.Run(GridWorkbook.Filled(AnExport.Grid, AnExport.Hospital, AnExport.Full()));

    private static IEnumerable<TestCaseData<byte[], string>> Files()
    {
        yield return Case("nothing", [], "file-not-excel");
        yield return Case("a text", "Réponse;2"u8.ToArray(), "file-not-excel");
        yield return Case("a PDF", "%PDF-1.7"u8.ToArray(), "file-not-excel");
        yield return Case("a locked or old workbook", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[4096]], "file-locked");
        yield return Case("more than a megabyte", [.. "PK\u0003\u0004"u8, .. new byte[1 << 20]], "file-too-large");
        yield return Case("another archive", Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<a/>")), "file-not-excel");
        yield return Case("a truncated workbook", Valid[..(Valid.Length / 2)], "file-damaged");
        yield return Case("macros", With(("xl/vbaProject.bin", _ => "macro")), "file-with-macros");
        yield return Case("a bomb", With((AnswersPart, sheet => sheet + new string(' ', 6_000_000))), "file-too-heavy");
        yield return Case("a part too large", With((AnswersPart, sheet => sheet + Noise(9_000_000))), "file-too-large");
        yield return Case("many parts", With([.. Enumerable.Range(0, 300).Select(i => ($"xl/media/{i}.png", (Func<string, string?>)(_ => "x")))]), "file-too-heavy");
        yield return Case("two parts of one name", Zip(("xl/workbook.xml", "<a/>"), ("XL/workbook.xml", "<a/>")), "file-damaged");
        yield return Case("an entity", With((AnswersPart, sheet => sheet.Replace("?>", "?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>", StringComparison.Ordinal))), "file-damaged");
        yield return Case("laughs", With((AnswersPart, sheet => sheet.Replace("?>", "?><!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]>", StringComparison.Ordinal))), "file-damaged");
        yield return Case("broken XML", With((AnswersPart, sheet => sheet[..(sheet.Length / 2)])), "file-damaged");
        yield return Case("no such sheet", With(("xl/workbook.xml", book => book.Replace("Réponses", "Autre", StringComparison.Ordinal))), "missing-sheet");
        yield return Case("a sheet elsewhere", With(("xl/_rels/workbook.xml.rels", links => links.Replace("Target=\"/xl/worksheets/sheet2.xml\"", "TargetMode=\"External\" Target=\"http://127.0.0.1:1/sheet.xml\"", StringComparison.Ordinal))), "missing-sheet");
        yield return Case("a sheet up the tree", With(("xl/_rels/workbook.xml.rels", links => links.Replace("/xl/worksheets/sheet2.xml", "../../../../etc/passwd", StringComparison.Ordinal))), "file-damaged");
        yield return Case("an empty sheet", With((AnswersPart, _ => "<worksheet/>")), "missing-column");
        yield return Case("no rows but cells", With((AnswersPart, _ => "<worksheet><c t=\"s\"><v>0</v></c></worksheet>")), "file-damaged");
        yield return Case("a cell written twice", With((AnswersPart, sheet => sheet.Replace("r=\"B2\"", "r=\"A2\"", StringComparison.Ordinal))), "file-damaged");
        yield return Case("rows upwards", With((AnswersPart, sheet => sheet.Replace("<x:row r=\"3\"", "<x:row r=\"1\"", StringComparison.Ordinal))), "file-damaged");
        yield return Case("a column beyond all", With((AnswersPart, sheet => sheet.Replace("r=\"B2\"", "r=\"ZZZZ2\"", StringComparison.Ordinal))), "file-damaged");
        yield return Case("words that do not exist", With((AnswersPart, sheet => SpoiledWorkbook.Cell(sheet, "Question", "s", "<x:v>7</x:v>"))), "file-damaged");
        yield return Case("no number", With((AnswersPart, sheet => SpoiledWorkbook.Cell(sheet, "Question", "n", "<x:v>NaN</x:v>"))), "file-damaged");
        yield return Case("more words than a cell holds", With((AnswersPart, sheet => SpoiledWorkbook.Cell(sheet, "Question", "str", $"<x:v>{Noise(40_000)}</x:v>"))), "file-damaged");
        yield return Case("a row below the last", With((AnswersPart, sheet => sheet.Replace("<x:row r=\"31\"", "<x:row r=\"1048577\"", StringComparison.Ordinal))), "file-damaged");
        yield return Case("bytes that are not those that were packed", WrongChecksum(), "file-damaged");
        yield return Case("thousands of rows", With((AnswersPart, sheet => sheet.Replace("</x:sheetData>", string.Concat(Enumerable.Range(40, 1100).Select(i => $"<x:row r=\"{i}\"><x:c><x:v>{i}</x:v></x:c></x:row>")) + "</x:sheetData>", StringComparison.Ordinal))), "file-too-heavy");
    }

    [TestCaseSource(nameof(Files))]
    public void What_is_no_filled_grid_is_refused_with_its_reason(byte[] file, string code)
    {
        var reading = ReadGridWorkbook.Run(file, AnExport.Empty, AnExport.Grid);
        Assert.That(reading.Refusals.Select(refusal => refusal.Code), Is.EqualTo(new[] { code }));
        Assert.That(reading.Refusals[0].Message, Does.EndWith("."));
    }

    [Test]
    public void Titles_made_to_be_slow_to_read_are_not_read()
    {
        var title = "Identifiant" + string.Concat(Enumerable.Repeat(" grille/", 4000));
        var cells = string.Concat(Enumerable.Range(0, 16_000).Select(_ => "<c t=\"s\"><v>0</v></c>"));
        var file = With(
            (AnswersPart, _ => $"<worksheet><sheetData><row>{cells}</row></sheetData></worksheet>"),
            ("xl/sharedStrings.xml", _ => $"<sst><si><t>{title}</t></si></sst>"),
            ("xl/_rels/workbook.xml.rels", links => links.Replace("</Relationships>", "<Relationship Id=\"rId9\" Type=\"x/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>", StringComparison.Ordinal)));
        Assert.That(Soon(file), Is.EqualTo("missing-column"));
    }

    [Test]
    public void A_format_made_to_be_slow_to_read_is_not_read()
    {
        // words that do not fold away, or it would be taken for a bomb
        var code = Noise(20_000) + new string('[', 1_000_000);
        var file = With(("xl/styles.xml", styles => styles.Replace("</x:numFmts>", $"<x:numFmt numFmtId=\"200\" formatCode=\"{code}\"/></x:numFmts>", StringComparison.Ordinal)));
        Assert.That(Soon(file), Does.Contain("commentaire-29"));
    }

    [Test]
    public void Nobody_reads_on_once_the_sender_has_hung_up() =>
        Assert.That(() => ReadGridWorkbook.Run(Valid, AnExport.Empty, AnExport.Grid, new(canceled: true)), Throws.InstanceOf<OperationCanceledException>());

    /// <summary>The archive and its parts, spoiled byte by byte: a refusal or a reading, the same twice, never an exception.</summary>
    [Test]
    public void Any_bytes_are_answered()
    {
        var parts = new[] { AnswersPart, "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml" };
        var inArchive = Gen.Select(Gen.Int[0, Valid.Length - 1], Gen.Byte).Array[1, 6].Select(changes => Spoil(Valid, changes));
        var inPart = Gen.Select(Gen.Int[0, parts.Length - 1], Gen.Select(Gen.Int[0, 40_000], Gen.Byte).Array[1, 4], (part, changes) => With((parts[part], text => Encoding.Latin1.GetString(Spoil(Encoding.UTF8.GetBytes(text), changes)))));
        var cut = Gen.Int[0, Valid.Length].Select(length => Valid[..length]);
        Gen.Frequency((4, inArchive), (4, inPart), (1, cut), (1, Gen.Byte.Array[0, 200].Select(bytes => (byte[])[.. "PK\u0003\u0004"u8, .. bytes]))).Sample(
            file => Said(file) == Said(file), iter: 1500);
    }

    private static string Said(byte[] file)
    {
        var reading = ReadGridWorkbook.Run(file, AnExport.Empty, AnExport.Grid);
        return reading.Accepted
            ? string.Join('\n', reading.Value.Answers.Select(answer => $"{answer}").Concat(reading.Value.Faults.Select(fault => $"{fault}")))
            : reading.Refusals.Single().Code;
    }

    /// <summary>Generous: what these tests guard against takes many times as long.</summary>
    private static string Soon(byte[] file)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var said = Said(file);
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(4)));
        return said;
    }

    /// <summary>The checksum of each part changed, as if its bytes had been.</summary>
    private static byte[] WrongChecksum()
    {
        var file = (byte[])Valid.Clone();
        for (var at = file.AsSpan().IndexOf("PK\u0001\u0002"u8); at >= 0;)
        {
            file[at + 16] ^= 1;
            var next = file.AsSpan(at + 4).IndexOf("PK\u0001\u0002"u8);
            at = next < 0 ? -1 : at + 4 + next;
        }

        return file;
    }

    private static byte[] Spoil(byte[] bytes, (int At, byte Value)[] changes)
    {
        var spoiled = (byte[])bytes.Clone();
        foreach (var (at, value) in changes)
            spoiled[at % spoiled.Length] = value;
        return spoiled;
    }

    private static TestCaseData<byte[], string> Case(string name, byte[] file, string code) => new TestCaseData<byte[], string>(file, code).SetArgDisplayNames(name, code);

    private static byte[] With(params (string, Func<string, string?>)[] changes) => SpoiledWorkbook.With(Valid, changes);

    /// <summary>Letters that do not compress much.</summary>
    private static string Noise(int length)
    {
        var state = 1u;
        return string.Create(length, state, (text, seed) =>
        {
            for (var i = 0; i < text.Length; i++)
                text[i] = (char)('a' + ((seed = (seed * 1664525) + 1013904223) >> 24) % 26);
        });
    }

    private static byte[] Zip(params (string Path, string Text)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (path, text) in parts)
            {
                using var content = zip.CreateEntry(path).Open();
                content.Write(Encoding.UTF8.GetBytes(text));
            }

        return bytes.ToArray();
    }
}
