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
    public void The_first_page_says_the_kit_why_where_to_get_it_and_what_to_do_next()
    {
        var first = Pages.Flatten(Pages.Text(Print(Result))[0]);
        Assert.Multiple(() =>
        {
            Assert.That(first, Does.Contain($"Kit recommandé : {Result.Level.French()}. Ce n’est pas une note.").And.Contain("Un plafond est une condition"));
            foreach (var gate in Result.FirstGates)
                Assert.That(first, Does.Contain(Pages.Flatten(gate.Message)));
            Assert.That(first, Does.Contain("1.Kit débutant, à obtenir et à programmer : téléchargez-le").And.Contain("comptez 6 semaines de préparation")
                .And.Contain("6 à 9 joueurs, 2 animateurs, 1 observateur ; 1 h 45 à 2 h de jeu, 3 h de salle").And.Contain("/api/v1/kits/2026.1/beginner/bundle.zip"));
            foreach (var line in ActionWords.Of(Result).Skip(1).Take(3))
                Assert.That(first, Does.Contain(Pages.Flatten($"{line.Title}\u202F: {line.What}")).And.Contain(Pages.Flatten(line.Leads)));
            Assert.That(first, Does.Contain("Centre hospitalier de Valbrune · FINESS 63 999 901 0").And.Contain("Validée le 23/11/2026 par Anne Martin"));
        });
    }

    [Test]
    public void Each_action_opens_with_its_subject_and_the_number_of_its_question()
    {
        var lines = ActionWords.Of(Result);
        Assert.That(lines.Skip(1).Select(line => line.Title), Has.All.Match(@"^.{5,45} \([1-6]\.[1-5]\)$"));
        Assert.That(lines.Skip(1).Select(line => line.What[..2]).Where(start => char.IsUpper(start[0]) && !char.IsUpper(start[1])), Is.Empty, "after a colon");
        Assert.That(lines.Select(line => line.Title), Has.Some.EqualTo("Coupure du réseau la nuit (1.2)"));
    }

    [Test]
    public void The_first_page_has_room_for_the_kit_and_three_actions_of_who_never_played_and_the_rest_explains_every_gate()
    {
        var result = AnExport.Submitted(AnExport.Full((question, _) => new Chosen(question.Id, 0)));
        var pages = Pages.Text(Print(result)).ConvertAll(Pages.Flatten);
        Assert.That(pages[0], Does.Contain(Pages.Flatten(ActionWords.Of(result)[3].Why)));
        Assert.That(result.LaterGates, Is.Not.Empty);
        Assert.That(string.Join(' ', pages), Does.Contain(Pages.Flatten(result.LaterGates[^1].Message)).And.Contain("Lève un plafond (kit intermédiaire au plus)."));
    }

    [Test]
    public void Without_a_low_answer_it_says_what_remains_useful()
    {
        var first = Pages.Flatten(Pages.Text(Print(AnExport.Submitted(AnExport.Full((question, index) => new Chosen(question.Id, 2 + (index % 2))))))[0]);
        Assert.That(first, Does.Contain("1.Kit confirmé, à obtenir et à programmer").And.Contain("2.RETEX du prochain exercice").And.Contain("visez la réponse la plus haute. En outre"));
    }

    [Test]
    public void The_chosen_kit_comes_first_with_the_recommended_one_and_the_reason()
    {
        var result = AnExport.Submitted(AnExport.Full(), new(KitLevel.Advanced, "Le groupement y joue."));
        var first = Pages.Flatten(Pages.Text(Print(result))[0]);
        Assert.That(first, Does.Contain($"Kit choisi : confirmé (recommandé : {result.Level.French()}). Ce n’est pas une note.Motif de ce choix : Le groupement y joue.").And.Contain("1.Kit confirmé, à obtenir"));
    }

    [Test]
    public void No_kit_is_recommended_while_missing_answers_decide_of_it()
    {
        // none of the five lets a gate fire, so everything is still possible
        var sheet = AnExport.Full((question, _) => new Chosen(question.Id, 2));
        var first = Pages.Flatten(Pages.Text(Print(AnExport.Provisional(sheet with { Answers = [.. sheet.Answers.Take(5)] })))[0]);
        Assert.That(first, Does.Contain("Trop tôt pour recommander un kit : de débutant à confirmé selon les réponses qui manquent").And.Contain("5 réponses sur 30.")
            .And.Contain("1.Grille à terminer : répondez aux 25 questions qui restent").And.Not.Contain("Kit recommandé").And.Not.Contain("à obtenir"));
    }

    [Test]
    public void No_kit_is_recommended_while_answers_are_to_be_confirmed()
    {
        var sheet = AnExport.Full();
        var first = Pages.Flatten(Pages.Text(Print(AnExport.Provisional(sheet with { Answers = [.. sheet.Answers.Select((kept, index) => kept with { ToConfirm = index > 17 })] })))[0]);
        Assert.That(first, Does.Contain("Trop tôt pour recommander un kit : 12 réponses restent à confirmer").And.Contain("1.Grille à terminer : confirmez ou corrigez les 12 réponses reprises"));
    }

    [Test]
    public void Full_answers_without_a_comment_take_eight_pages_at_most()
    {
        var sheet = AnExport.Full((question, index) => new Chosen(question.Id, (index * 7 % 4) switch { 3 => 2, var option => option }));
        var bare = sheet with { Answers = [.. sheet.Answers.Select(kept => kept with { Given = new(kept.Given!.Answer) })] };
        Assert.That(Pages.Text(Print(AnExport.Submitted(bare))), Has.Count.LessThanOrEqualTo(8));
    }

    [Test]
    public void Who_answered_is_said_once_for_most_answers_and_after_the_evidence_for_the_others()
    {
        var sheet = AnExport.Full();
        var text = Pages.Flat(Print(AnExport.Submitted(sheet with { Answers = [.. sheet.Answers.Select((kept, index) => index == 4 ? kept with { Answered = ADraft.Stamp("bob", 2026) } : kept)] })));
        Assert.That(text, Does.Contain("Sauf mention contraire, répondu par Anne Martin, le 01/12/2026.").And.Contain("Preuve : preuve-04-zqRépondu par Bob Petit, le 01/12/2026."));
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
        var kept = Result with { Result = Result.Result! with { Overall = new(87, 100), Level = KitLevel.Advanced, ChosenLevel = KitLevel.Advanced, GateIds = [] } };
        Assert.That(Pages.Flat(Print(kept)), Does.Contain("Kit recommandé : confirmé").And.Contain("Score d’ensemble : 87 %"));
    }

    [Test]
    public void A_draft_says_on_each_page_that_it_is_provisional()
    {
        var sheet = AnExport.Full();
        var draft = AnExport.Provisional(sheet with { Answers = [.. sheet.Answers.Take(20).Select((kept, index) => kept with { ToConfirm = index == 0 })] });
        var pages = Pages.Text(Print(draft)).ConvertAll(Pages.Flatten);
        Assert.That(pages, Has.All.Contain("PROVISOIRE · TLP:AMBER+STRICT"));
        Assert.That(pages[0], Does.Contain("20 réponses sur 30, dont 1 reprise de l’autoévaluation précédente et à confirmer."));
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
        var text = Pages.Flat(Print(AnExport.Submitted(Commented("chat 🐈, مر, \u200Bcaché"))));
        Assert.That(text, Does.Contain("chat [U+1F408], [U+0645 U+0631], [U+200B]caché").And.Contain("leur code Unicode"));
        Assert.That(Pages.Flat(Print(Result)), Does.Not.Contain("leur code Unicode"));
    }

    [Test]
    public void The_usual_signs_are_printed_or_spelled_never_coded()
    {
        var text = Pages.Flat(Print(AnExport.Submitted(Commented("essai → direction ← garde, ✓ fait ✗ non, ≥ 2 ≤ 3 ≠ 4 × 5, − 1 °C m² 10 € … — • ⚠️ 👍"))));
        Assert.That(text, Does.Contain("essai -> direction <- garde, [coche] fait [croix] non, >= 2 <= 3 [différent de] 4 × 5, − 1 °C m² 10 € … — • [attention] [pouce levé]")
            .And.Not.Contain("leur code Unicode"));
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

    [TestCase(1, "+")]
    [TestCase(3, "−")]
    public void A_report_with_its_former_year_is_accessible_and_tells_the_change(int then, string sign)
    {
        var pdf = Print(AYearLater(then));
        Assert.That(CheckAccessibility.Run(pdf), Is.Empty, "a missing glyph is a fault");
        Assert.That(Pages.Flat(pdf), Does.Contain("validée le 01/12/2025, elle recommandait").And.Match($@"Ensemble12[0-9]+ %[0-9]+ %\{sign}[0-9]+ points"));
    }

    [Test]
    public void Two_results_of_one_day_are_told_apart()
    {
        var later = AYearLater();
        var text = Pages.Flat(Print(later with { Earlier = later.Earlier! with { Submitted = later.Sheet.Assessment.Submitted!.At } }));
        Assert.That(text, Does.Contain("Celle-ci").And.Contain("Précédente (23/11/2026)"));
    }

    [Test]
    public void The_same_result_gives_the_same_bytes()
    {
        var first = Print(Result);
        Assert.That(Print(Result), Is.EqualTo(first));
    }

    internal static ExportedResult AYearLater(int before = 1)
    {
        var then = AnExport.Submitted(AnExport.Full((question, _) => new Chosen(question.Id, before)));
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
