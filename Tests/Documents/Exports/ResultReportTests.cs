using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Assessments.Exports;
using CrisisKits.Infrastructure.Documents;
using CrisisKits.Tests.Documents.Accessibility;
using CrisisKits.Tests.Support;
using CsCheck;

namespace CrisisKits.Tests.Documents.Exports;

public sealed class ResultReportTests
{
    private static readonly ExportedResult Result = AnExport.Submitted(AnExport.Full());

    [Test]
    public void The_first_page_says_the_kit_why_and_what_to_do_next()
    {
        var first = Pages.Flatten(Pages.Text(Print(Result))[0]);
        Assert.Multiple(() =>
        {
            Assert.That(first, Does.Contain($"Kit recommandé : {Result.Level.French()}. Ce n’est pas une note."));
            foreach (var gate in Result.FirstGates)
                Assert.That(first, Does.Contain(Pages.Flatten(gate.HowToLift)));
            foreach (var action in Result.Score.Recommendations.Take(3))
                Assert.That(first, Does.Contain(Pages.Flatten(action.Recommendation.How)));
            Assert.That(first, Does.Contain($"Le plus court chemin vers le kit {Result.Score.NextLevel!.Level.French()}"));
            Assert.That(first, Does.Contain("Centre hospitalier de Valbrune · FINESS 63 999 901 0").And.Contain("Validée le 23/11/2026 par Anne Martin"));
        });
    }

    [Test]
    public void The_first_page_has_room_for_the_three_actions_of_who_never_played_and_the_rest_tells_every_gate()
    {
        var result = AnExport.Submitted(AnExport.Full((question, _) => new Chosen(question.Id, 0)));
        var pages = Pages.Text(Print(result)).ConvertAll(Pages.Flatten);
        Assert.That(pages[0], Does.Contain(Pages.Flatten(result.Score.Recommendations[2].Recommendation.Why)));
        Assert.That(result.LaterGates, Is.Not.Empty);
        Assert.That(string.Join(' ', pages), Does.Contain(Pages.Flatten(result.LaterGates[^1].HowToLift)));
    }

    [Test]
    public void Every_word_typed_is_printed()
    {
        var sheet = AnExport.Full((question, _) => question.AllowsNotApplicable ? new NotApplicable(question.Id, "motif-" + question.Id) : new DontKnow(question.Id));
        var text = Pages.Flat(Print(AnExport.Submitted(sheet, new(KitLevel.Advanced, "raison-du-choix"))));
        Assert.Multiple(() =>
        {
            foreach (var given in sheet.Answers.Select(kept => kept.Given!))
                Assert.That(text, Does.Contain(given.Comment).And.Contain(given.Evidence).And.Contain((given.Answer as NotApplicable)?.Reason ?? "à vérifier"));
            Assert.That(text, Does.Contain("raison-du-choix"));
        });
    }

    [Test]
    public void The_figures_printed_are_those_that_were_kept()
    {
        var kept = Result with { Result = Result.Result! with { Overall = new(87, 100), Level = KitLevel.Advanced, GateIds = [] } };
        Assert.That(Pages.Flat(Print(kept)), Does.Contain("Kit recommandé : confirmé").And.Contain("Score d’ensemble : 87 %"));
    }

    [Test]
    public void A_draft_says_on_each_page_that_it_is_provisional()
    {
        var sheet = AnExport.Full();
        var draft = AnExport.Provisional(sheet with { Answers = [.. sheet.Answers.Take(20).Select((kept, index) => kept with { ToConfirm = index == 0 })] });
        var pages = Pages.Text(Print(draft)).ConvertAll(Pages.Flatten);
        Assert.That(pages, Has.All.Contain("PROVISOIRE · TLP:AMBER+STRICT"));
        Assert.That(pages[0], Does.Contain("20 questions répondues sur 30, dont 1 reprise de l’autoévaluation précédente et à confirmer."));
        Assert.That(string.Join(' ', pages), Does.Contain("À confirmer : réponse de l’autoévaluation précédente, donnée par Anne Martin").And.Contain("pas encore donnée"));
    }

    [TestCase(false, "TLP:AMBER+STRICT")]
    [TestCase(true, "TLP:AMBER")]
    public void Each_page_is_marked_as_widely_as_the_detail_is_shared(bool shared, string marking)
    {
        var sheet = Result.Sheet with { Assessment = Result.Sheet.Assessment with { ShareDetail = shared } };
        Assert.That(ResultReport.Of(Result with { Sheet = sheet }).Documents.Single().Header.Right, Is.EqualTo(marking));
    }

    [Test]
    public void A_character_without_glyph_is_written_by_its_code_and_the_reader_is_told()
    {
        var text = Pages.Flat(Print(AnExport.Submitted(Commented("sourire 😀, مر, \u200Bcaché"))));
        Assert.That(text, Does.Contain("sourire [U+1F600], [U+0645 U+0631], [U+200B]caché").And.Contain("leur code Unicode"));
        Assert.That(Pages.Flat(Print(Result)), Does.Not.Contain("leur code Unicode"));
    }

    [Test]
    public void Thousands_of_characters_without_a_space_are_printed_at_once_and_whole()
    {
        var word = string.Concat(Enumerable.Repeat("abcdefghij", GivenAnswer.LongestComment / 10));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var pdf = Print(AnExport.Submitted(Commented(word)));
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(10)));
        Assert.That(Pages.Flat(pdf).Replace(" ", "", StringComparison.Ordinal), Does.Contain(word[..2000]));
    }

    [Test]
    public void Any_report_is_accessible() => Gen.Select(AnExport.Sheets, Gen.Bool, (sheet, esms) => (sheet, esms)).Where(each => each.sheet.Given.Any(answer => answer is not NotApplicable)).Sample(
        each => CheckAccessibility.Run(Print(Any(each.sheet, each.esms))).Count == 0,
        iter: 12, print: each => string.Join('\n', CheckAccessibility.Run(Print(Any(each.sheet, each.esms)))));

    [Test]
    public void A_report_with_its_former_year_is_accessible_and_tells_the_change()
    {
        var pdf = Print(AYearLater());
        Assert.That(CheckAccessibility.Run(pdf), Is.Empty);
        Assert.That(Pages.Flat(pdf), Does.Contain("Depuis le 01/12/2025").And.Contain("points").And.Contain("Le kit recommandé était le kit débutant"));
    }

    [Test]
    public void The_same_result_gives_the_same_bytes()
    {
        var first = Print(Result);
        Assert.That(Print(Result), Is.EqualTo(first));
    }

    internal static ExportedResult AYearLater()
    {
        var then = AnExport.Submitted(AnExport.Full((question, _) => new Chosen(question.Id, 1)));
        var now = AnExport.Submitted(AnExport.Full((question, index) => new Chosen(question.Id, 2 + (index % 2))));
        return now with { Earlier = new(CompareYears.Run(new(AnExport.Grid, then.Result!), new(AnExport.Grid, now.Result!)), ADraft.LastYear.At) };
    }

    private static ExportedResult Any(KeptSheet sheet, bool esms) =>
        AnExport.Provisional(sheet with { Assessment = sheet.Assessment with { Variant = esms ? KitVariant.Esms : KitVariant.Hospital } });

    private static KeptSheet Commented(string comment)
    {
        var sheet = AnExport.Full();
        return sheet with { Answers = [.. sheet.Answers.Select((kept, index) => index == 0 ? kept with { Given = kept.Given! with { Comment = comment } } : kept)] };
    }

    private static byte[] Print(ExportedResult result) => PrintPublication.Run(ResultReport.Of(result)).Bytes;
}
