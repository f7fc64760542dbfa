using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Assessments.Exports;
using CrisisKits.Infrastructure.Assessments.Exports.Reading;
using CrisisKits.Infrastructure.Documents.Spreadsheets;
using CrisisKits.Tests.Support;

namespace CrisisKits.Tests.Documents.Exports;

/// <summary>What people really type in the workbook, line by line.</summary>
public sealed class FilledLinesTests
{
    private const string AnswersPart = "xl/worksheets/sheet2.xml";
    private const string Here = "ICI";

    private static readonly Question First = AnExport.Grid.Questions.First();
    private static readonly Question Optional = AnExport.Grid.Questions.First(question => question.AllowsNotApplicable);

    private static readonly string Titled = $"Identifiant · grille {AnExport.Grid.Version} · hôpital";

    [TestCase("2", 2)]
    [TestCase(" 2 ", 2)]
    [TestCase("2,0", 2)]
    [TestCase("3.00", 3)]
    [TestCase("0", 0)]
    public void A_number_is_read_however_it_is_typed(string typed, int option) =>
        Assert.That(Only(Typed(First.Id, typed)).Answer, Is.EqualTo(new Chosen(First.Id, option)));

    [TestCase("je ne sais pas")]
    [TestCase("Je  ne sais pas.")]
    [TestCase("JNSP")]
    [TestCase("n.s.p.")]
    [TestCase("NE SAIT PAS")]
    public void Not_knowing_is_read_however_it_is_said(string typed) =>
        Assert.That(Only(Typed(First.Id, typed)).Answer, Is.EqualTo(new DontKnow(First.Id)));

    [TestCase("sans objet")]
    [TestCase("Sans Objet")]
    [TestCase("s.o.")]
    [TestCase("N/A")]
    public void Sans_objet_is_read_with_its_reason(string typed) =>
        Assert.That(Only(Typed(Optional.Id, typed, "Pas d'urgences.")).Answer, Is.EqualTo(new NotApplicable(Optional.Id, "Pas d'urgences.")));

    [TestCase("4", "unreadable-answer")]
    [TestCase("-1", "unreadable-answer")]
    [TestCase("2,5", "unreadable-answer")]
    [TestCase("2 ?", "unreadable-answer")]
    [TestCase("oui", "unreadable-answer")]
    [TestCase("2 ou 3", "unreadable-answer")]
    [TestCase("je ne sais pas ?", "unreadable-answer")]
    [TestCase("２", "unreadable-answer")]
    [TestCase("\uFFFE", "unreadable-answer")]
    [TestCase("sans objet", "not-applicable-refused")]
    public void What_is_no_answer_is_refused_and_shown(string typed, string code)
    {
        var fault = Refused(Typed(First.Id, typed, "Un motif."));
        Assert.That((fault.Row, fault.Cell, fault.Column, fault.Code, fault.Found), Is.EqualTo((2, "B2", "Réponse", code, SheetText(typed))));
        Assert.That(fault.Message, Does.Contain("je\u00A0ne sais pas").Or.Contain("je ne sais pas"));
    }

    [Test]
    public void Each_other_fault_names_its_cell_and_what_would_be_right() => Assert.Multiple(() =>
    {
        Check(Typed(Optional.Id, "sans objet"), "C2", "missing-reason");
        Check(Typed(Optional.Id, "sans objet", " ."), "C2", "missing-reason");
        Check(Typed(First.Id, "2", "un motif"), "C2", "reason-without-not-applicable");
        Check(Typed(First.Id, "", null, "un commentaire"), "B2", "missing-answer");
        Check(Typed("inconnue", "2"), "A2", "unknown-question");
        Check(Typed("", "2"), "A2", "unknown-question");
        Check(Typed(First.Id, "2", null, new string('a', 4001)), "D2", "too-long");
        Check(Typed(First.Id, "2", null, null, new string('a', 2001)), "E2", "too-long");

        static void Check(byte[] file, string cell, string code)
        {
            var fault = Refused(file);
            Assert.That((fault.Cell, fault.Code), Is.EqualTo((cell, code)));
            Assert.That(fault.Message, Is.Not.Empty);
            Assert.That(fault.Found, Has.Length.LessThan(70));
        }
    });

    [Test]
    public void A_question_answered_twice_is_refused_once_with_its_lines_and_an_empty_line_is_no_answer()
    {
        var reading = Read(Sheet([First.Id, "1", null, null, null], [Optional.Id, "1", null, null, null], [First.Id, null, " ", null, null], [First.Id, "2", null, null, null]));
        Assert.That(reading.Faults.Select(fault => (fault.Row, fault.Code)), Is.EqualTo(new[] { (2, "repeated-question") }));
        Assert.That(reading.Faults[0].Message, Does.Contain("La question 1.1 a une réponse aux lignes 2 et 5"));
        Assert.That(reading.Answers.Select(answer => (answer.Row, answer.Sent.Given.Answer.QuestionId)), Is.EqualTo(new[] { (3, Optional.Id) }));
        Assert.That(reading.Empty, Is.EqualTo(1));
    }

    [Test]
    public void A_thousand_lines_of_one_question_make_one_fault_that_names_five()
    {
        var faults = Read(Sheet([.. Enumerable.Range(0, 999).Select(_ => new[] { First.Id, "1", null, null, null })])).Faults;
        Assert.That(faults.Single().Message, Does.Contain("aux lignes 2, 3, 4, 5, 6 et 994 autres"));
    }

    [Test]
    public void Two_hundred_faults_are_listed_and_the_others_counted()
    {
        var faults = Read(Sheet([.. Enumerable.Range(0, 500).Select(line => new[] { $"x{line}", "1", null, null, null })])).Faults;
        Assert.That((faults.Count, faults[199].Code, faults[200].Code), Is.EqualTo((201, "unknown-question", "more-faults")));
        Assert.That(faults[200].Message, Does.StartWith("Et 300 autres erreurs"));
    }

    [Test]
    public void A_column_beyond_those_people_add_is_not_looked_at()
    {
        var titles = GridTitles.Concat(Enumerable.Range(0, 60).Select(index => $"Note {index}")).Append("Commentaire").ToArray();
        Assert.That(ReadGridWorkbook.Run(WriteWorkbook.Run(Workbook("Réponses", titles)), AnExport.Empty, AnExport.Grid).Accepted, Is.True);
    }

    [TestCase("e", "<x:v>#REF!</x:v>", "cell-error", "#REF!")]
    [TestCase("b", "<x:v>1</x:v>", "boolean", "VRAI")]
    [TestCase("d", "<x:v>2026-11-23</x:v>", "date", "2026-11-23")]
    [TestCase("str", "<x:f>1+1</x:f><x:v>2</x:v>", "formula", "une formule")]
    [TestCase("str", "<x:f t=\"shared\" si=\"0\"/><x:v>2</x:v>", "formula", "une formule")]
    [TestCase(null, "<x:f>WEBSERVICE(\"http://x.example\")</x:f>", "formula", "une formule")]
    public void What_the_program_made_of_it_is_refused_in_any_column(string? type, string inside, string code, string found) => Assert.Multiple(() =>
    {
        foreach (var (file, cell) in new[] { (Typed(First.Id, Here), "B2"), (Typed(First.Id, "2", null, Here), "D2"), (Typed(First.Id, "2", null, null, Here), "E2") })
        {
            var fault = Refused(Inside(file, type, inside));
            Assert.That((fault.Cell, fault.Code, fault.Found), Is.EqualTo((cell, code, found)));
        }
    });

    [TestCase(14, true)]
    [TestCase(165, true)]
    [TestCase(1, false)]
    public void A_figure_shown_as_a_date_is_told_apart(int format, bool date)
    {
        var style = 0;
        var file = SpoiledWorkbook.With(Typed(First.Id, "2", null, Here),
            ("xl/styles.xml", styles =>
            {
                style = styles[styles.IndexOf("<x:cellXfs", StringComparison.Ordinal)..].Split("<x:xf ").Length - 1;
                return styles.Replace("</x:cellXfs>", $"<x:xf numFmtId=\"{format}\"/></x:cellXfs>", StringComparison.Ordinal);
            }
        ),
            (AnswersPart, sheet => sheet));
        file = SpoiledWorkbook.With(file, (AnswersPart, sheet => SpoiledWorkbook.Cell(sheet, Here, null, "<x:v>46349</x:v>", $"{style}")));
        var reading = Read(file);
        Assert.That(reading.Faults.Select(fault => fault.Code), Is.EqualTo(date ? new[] { "date" } : []));
        if (!date)
            Assert.That(reading.Answers.Single().Sent.Given.Comment, Is.EqualTo("46349"));
    }

    [TestCase("s", "<x:v>1</x:v>", "deux lignes et un _x0041_")]
    [TestCase("inlineStr", "<x:is><x:r><x:rPr><x:b/></x:rPr><x:t xml:space=\"preserve\">gras </x:t></x:r><x:r><x:t>puis maigre</x:t></x:r><x:rPh sb=\"0\" eb=\"1\"><x:t>phonétique</x:t></x:rPh></x:is>", "gras puis maigre")]
    [TestCase("inlineStr", "<x:is><x:t>une_x000D__x000A_deux _x005F_x0041_</x:t></x:is>", "une\ndeux _x0041_")]
    [TestCase("str", "<x:v>calculé avant</x:v>", "calculé avant")]
    [TestCase(null, "<x:v>2.5</x:v>", "2,5")]
    [TestCase("inlineStr", "<x:is><x:t><![CDATA[<b> & ]]></x:t></x:is>", "<b> &")]
    public void Words_are_read_however_a_program_writes_them(string? type, string inside, string words)
    {
        var file = SpoiledWorkbook.With(Inside(Typed(First.Id, "2", null, Here), type, inside),
            ("xl/sharedStrings.xml", _ => "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>zéro</t></si><si><r><t>deux lignes</t></r><r><t xml:space=\"preserve\"> et un _x005F_x0041_</t></r></si></sst>"),
            ("xl/_rels/workbook.xml.rels", links => links.Replace("</Relationships>",
                "<Relationship Id=\"rId9\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>", StringComparison.Ordinal)));
        Assert.That(Only(file).Comment, Is.EqualTo(words));
    }

    [Test]
    public void Cells_and_rows_that_do_not_say_where_they_stand_follow_one_another() => Assert.That(
        Only(SpoiledWorkbook.With(Typed(First.Id, "3", null, "mot"), (AnswersPart, sheet => System.Text.RegularExpressions.Regex.Replace(sheet, " r=\"[A-Z]*[0-9]+\"", "")))),
        Is.EqualTo(new GivenAnswer(new Chosen(First.Id, 3), "mot")));

    [Test]
    public void Columns_are_found_by_their_titles_wherever_they_stand()
    {
        var file = WriteWorkbook.Run(Workbook("REPONSES", ["preuve (ou la trouver)", "Notes", "reponse", "COMMENTAIRE", Titled.ToUpperInvariant(), "Motif du « sans objet »"],
            ["vu", "ignoré", "1", "dit", First.Id, null]));
        Assert.That(Only(file), Is.EqualTo(new GivenAnswer(new Chosen(First.Id, 1), "dit", "vu")));
    }

    [Test]
    public void A_workbook_of_something_else_is_refused_whole() => Assert.Multiple(() =>
    {
        Check("other-grid", "Réponses", [$"Identifiant · grille 2031.4 · ESMS", .. GridTitles[1..]]);
        Check("other-variant", "Réponses", [$"Identifiant · grille {AnExport.Grid.Version} · ESMS", .. GridTitles[1..]]);
        Check("other-establishment", "Réponses", [$"{Titled} · FINESS 389999012", .. GridTitles[1..]]);
        Check("missing-column", "Réponses", [Titled + new string(' ', 100), .. GridTitles[1..]]);
        Check("missing-column", "Réponses", [Titled, "Réponse", "Motif du « sans objet »", "Commentaire"]);
        Check("missing-column", "Réponses", GridTitles[1..]);
        Check("repeated-column", "Réponses", [.. GridTitles, "Commentaire"]);
        Check("missing-sheet", "Feuil1", GridTitles);

        static void Check(string code, string sheet, string[] titles)
        {
            var reading = ReadGridWorkbook.Run(WriteWorkbook.Run(Workbook(sheet, titles)), AnExport.Empty, AnExport.Grid);
            Assert.That(reading.Refusals.Select(refusal => refusal.Code), Is.EqualTo(new[] { code }));
        }
    });

    private static string[] GridTitles => [Titled, "Réponse", "Motif du « sans objet »", "Commentaire", "Preuve (où la trouver)"];

    private static string SheetText(string typed) => typed.Replace('\uFFFE', '\uFFFD').Trim();

    private static byte[] Typed(string id, string? answer, string? reason = null, string? comment = null, string? evidence = null) => Sheet([id, answer, reason, comment, evidence]);

    private static byte[] Sheet(params string?[][] rows) => WriteWorkbook.Run(Workbook("Réponses", GridTitles, rows));

    private static Workbook Workbook(string name, string[] titles, params string?[][] rows) => new()
    {
        Title = "Grille",
        Subject = "Grille",
        Date = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
        Header = Samples.Header,
        Sheets =
        [
            new() { Name = "Lisez-moi", Paper = PageFormat.A4, Columns = [new("Note", 10)], Rows = [] },
            new() { Name = name, Paper = PageFormat.A4, Columns = [.. titles.Select(title => new SheetColumn(title, 10))], Rows = [.. rows.Select(row => new SheetRow([.. row.Select(cell => (SheetValue)cell)]))] },
        ],
    };

    private static byte[] Inside(byte[] file, string? type, string inside) => SpoiledWorkbook.With(file, (AnswersPart, sheet => SpoiledWorkbook.Cell(sheet, Here, type, inside)));

    private static GivenAnswer Only(byte[] file)
    {
        var reading = Read(file);
        Assert.That(reading.Faults, Is.Empty);
        return reading.Answers.Single().Sent.Given;
    }

    private static WorkbookFault Refused(byte[] file)
    {
        var reading = Read(file);
        Assert.That(reading.Answers, Is.Empty);
        return reading.Faults.Single();
    }

    private static GridWorkbookReading Read(byte[] file)
    {
        var reading = ReadGridWorkbook.Run(file, AnExport.Empty, AnExport.Grid);
        Assert.That(reading.Refusals, Is.Empty);
        return reading.Value!;
    }
}
