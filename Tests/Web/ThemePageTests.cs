using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CrisisKits.Tests.Support;

namespace CrisisKits.Tests.Web;

/// <summary>The page where answers are given, as it works without a script.</summary>
internal sealed class ThemePageTests : KeptFixture
{
    private const string Theme = "gouvernance";

    private string _draft = "";
    private WebVisitor _rachid = null!;

    private static string First => KeptApp.Questions[0];

    private static string Second => KeptApp.Questions[1];

    private static string Third => KeptApp.Questions[2];

    private string Page => ThemeOf(_draft);

    [SetUp]
    public async Task Open()
    {
        _draft = await App.DraftAsync();
        _rachid = await WebVisitor.SignInAsync(App, KeptApp.Rssi);
    }

    [TearDown]
    public void Close() => _rachid.Dispose();

    [Test]
    public async Task What_was_filled_is_saved_and_said()
    {
        var page = await _rachid.OpenAsync(Page);
        Choose(page, First, "2");
        Type(page, First, "comment", "Signée en mars.\nRevue en juin.");
        Choose(page, Second, "unknown");
        page = await _rachid.PressAsync(Button(page, "Enregistrer"));
        Assert.That(page.QuerySelector(".notice.good")!.TextContent, Is.EqualTo("2 réponses enregistrées."));
        Assert.That(page.QuerySelector("[data-count-here]")!.TextContent, Is.EqualTo("2"));
        Assert.That(Block(page, First).QuerySelector("[data-who]")!.TextContent, Does.Match(@"^Réponse de Rachid Sentinelle .+, \d\d/\d\d/\d{4} à \d\d:\d\d$"));
        var kept = await AnswerAsync(First);
        Assert.That((kept.Option, kept.Comment), Is.EqualTo((2, "Signée en mars.\nRevue en juin.")));
    }

    [Test]
    public async Task Fields_left_as_shown_are_not_sent_over_a_colleague()
    {
        var page = await _rachid.OpenAsync(Page);
        (await App.AnswerAsync(_draft, First, """{"option":3}""", token: KeptApp.Contributor)).Dispose();
        Choose(page, Second, "1");
        page = await _rachid.PressAsync(Button(page, "Enregistrer"));
        Assert.That(page.QuerySelector(".notice.good")!.TextContent, Is.EqualTo("1 réponse enregistrée."));
        Assert.That((await AnswerAsync(First)).Option, Is.EqualTo(3));
    }

    [Test]
    public async Task Two_who_say_the_same_do_not_collide()
    {
        var page = await _rachid.OpenAsync(Page);
        (await App.AnswerAsync(_draft, First, """{"option":3}""", token: KeptApp.Contributor)).Dispose();
        Choose(page, First, "3");
        page = await _rachid.PressAsync(Button(page, "Enregistrer"));
        Assert.That(page.QuerySelector(".error-summary"), Is.Null);
        Assert.That((await AnswerAsync(First)).Version, Is.EqualTo(1));
    }

    [TestCase("mine", 1, "<b>Le mien</b> & moi")]
    [TestCase("theirs", 3, "Le sien")]
    public async Task Only_answers_that_meet_are_asked_again_with_both_values(string keep, int option, string comment)
    {
        var page = await _rachid.OpenAsync(Page);
        (await App.AnswerAsync(_draft, First, """{"option":3,"comment":"Le sien"}""", token: KeptApp.Contributor)).Dispose();
        Choose(page, First, "1");
        Type(page, First, "comment", "<b>Le mien</b> & moi");
        Choose(page, Second, "0");
        page = await _rachid.PressAsync(Button(page, "Enregistrer et continuer"));
        Assert.Multiple(() =>
        {
            Assert.That(_rachid.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
            Assert.That(page.Title, Does.StartWith("Erreur"));
            Assert.That(page.QuerySelectorAll("[data-question]").Select(block => block.Id), Is.EqualTo(new[] { First }));
            Assert.That(page.QuerySelectorAll(".side h4").Select(title => title.TextContent), Is.EqualTo(new[] { "La vôtre", page.QuerySelectorAll(".side h4")[1].TextContent }));
            Assert.That(page.QuerySelectorAll(".side")[1].TextContent, Does.Contain("Colette Brigade").And.Contain("Le sien"));
            Assert.That(page.QuerySelector(".side")!.TextContent, Does.Contain("<b>Le mien</b> & moi"));
            Assert.That(page.QuerySelector(".side b"), Is.Null);
        });
        Assert.That((await AnswerAsync(Second)).Option, Is.Zero);

        page = await _rachid.PressAsync(Button(page, "Enregistrer"));
        Assert.That(page.QuerySelector(".field-error")!.TextContent, Does.Contain("Choisissez la réponse à garder"), "Nothing was chosen yet");
        ((IHtmlInputElement)page.QuerySelector($"[name='{First}.keep'][value={keep}]")!).IsChecked = true;
        page = await _rachid.PressAsync(Button(page, "Enregistrer"));
        Assert.That(page.QuerySelector(".error-summary"), Is.Null);
        var kept = await AnswerAsync(First);
        Assert.That((kept.Option, kept.Comment), Is.EqualTo((option, comment)));
    }

    [Test]
    public async Task What_is_refused_is_kept_in_the_fields_and_the_rest_is_saved()
    {
        var question = FirstWithout().Questions.First(each => each.AllowsNotApplicable).Id;
        var page = await _rachid.OpenAsync(ThemeOf(_draft, FirstWithout().Id));
        var other = FirstWithout().Questions.First(each => each.Id != question).Id;
        Choose(page, question, "without");
        Type(page, question, "evidence", "Voir l’étude.");
        Choose(page, other, "1");
        page = await _rachid.PressAsync(Button(page, "Enregistrer"));
        Assert.Multiple(() =>
        {
            Assert.That(page.Title, Does.StartWith("Erreur"));
            Assert.That(page.QuerySelector(".error-summary a")!.GetAttribute("href"), Is.EqualTo($"#{question}-reason"));
            Assert.That(page.GetElementById($"{question}-reason")!.GetAttribute("aria-invalid"), Is.EqualTo("true"));
            Assert.That(page.GetElementById($"{question}-evidence")!.TextContent, Is.EqualTo("Voir l’étude."));
            Assert.That(page.QuerySelector($"[name='{question}.said'][value=without]")!.HasAttribute("checked"), Is.True);
        });
        Type(page, question, "reason", "Pas de bloc opératoire.");
        page = await _rachid.PressAsync(Button(page, "Enregistrer"));
        Assert.That(Block(page, question).QuerySelector("textarea")!.TextContent, Is.EqualTo("Pas de bloc opératoire."));
        Assert.That((await AnswerAsync(other)).Option, Is.EqualTo(1));
    }

    [Test]
    public async Task A_comment_without_an_answer_asks_for_one()
    {
        var page = await _rachid.OpenAsync(Page);
        Type(page, First, "comment", "À voir avec la direction.");
        page = await _rachid.PressAsync(Button(page, "Enregistrer"));
        Assert.That(page.QuerySelector(".error-summary a")!.TextContent, Does.Contain("Choisissez une réponse"));
        Assert.That(page.GetElementById($"{First}-comment")!.TextContent, Is.EqualTo("À voir avec la direction."));
    }

    [Test]
    public async Task An_answer_is_taken_back_and_given_back()
    {
        var page = await _rachid.OpenAsync(Page);
        Choose(page, First, "2");
        Type(page, First, "comment", "Signée.");
        page = await _rachid.PressAsync(Button(page, "Enregistrer"));
        Choose(page, Second, "1");
        page = await _rachid.PressAsync(Block(page, First).QuerySelector("[name=clear]")!);
        Assert.That(Block(page, First).QuerySelector("[role=status]")!.TextContent.Trim(), Is.EqualTo("Réponse effacée."));
        Assert.That(Block(page, First).QuerySelector("input:checked, input[checked]"), Is.Null);
        Assert.That((await AnswerAsync(Second)).Option, Is.EqualTo(1), "What else was filled is saved with it");
        page = await _rachid.PressAsync(Block(page, First).QuerySelector("[name=undo]")!);
        var kept = await AnswerAsync(First);
        Assert.That((kept.Option, kept.Comment), Is.EqualTo((2, "Signée.")));
    }

    [Test]
    public async Task Answers_carried_over_are_confirmed_one_by_one_or_all_at_once()
    {
        var former = await App.SubmittedAsync(1);
        _draft = await App.DraftAsync(json: $$"""{"from":"{{former.Split('/')[^1]}}"}""");
        var page = await _rachid.OpenAsync(Page);
        Assert.That(page.QuerySelector("[data-count-all]")!.TextContent, Is.EqualTo("0"), "Nothing was really answered yet");
        page = await _rachid.PressAsync(Block(page, First).QuerySelector("[name=confirm]")!);
        Assert.That(page.QuerySelector("[data-count-all]")!.TextContent, Is.EqualTo("1"));
        page = await _rachid.OpenAsync(page.QuerySelector("[data-to-confirm] a")!.GetAttribute("href")!);
        Assert.That(page.QuerySelectorAll("#confirmer li"), Has.Count.EqualTo(4));
        page = await _rachid.PressAsync(Button(page, "Oui, confirmer"));
        Assert.That(page.QuerySelector("[data-count-all]")!.TextContent, Is.EqualTo("5"));
        Assert.That(page.QuerySelectorAll("[data-confirm], [data-to-confirm]"), Is.Empty);
    }

    [Test]
    public async Task Confirming_all_leaves_alone_what_changed_since()
    {
        var former = await App.SubmittedAsync(1);
        _draft = await App.DraftAsync(json: $$"""{"from":"{{former.Split('/')[^1]}}"}""");
        var page = await _rachid.OpenAsync($"{Page}?confirmer=1");
        (await App.AnswerAsync(_draft, First, """{"option":3}""", 1, KeptApp.Contributor)).Dispose();
        await _rachid.PressAsync(Button(page, "Oui, confirmer"));
        Assert.That((await AnswerAsync(First)).Option, Is.EqualTo(3));
    }

    [Test]
    public async Task A_reader_reads_and_is_refused_if_forced()
    {
        (await App.AnswerAsync(_draft, First, """{"option":2,"comment":"<i>Vu</i>"}""")).Dispose();
        using var reader = await WebVisitor.SignInAsync(App, "demo-reader");
        var page = await reader.OpenAsync(Page);
        Assert.That(page.QuerySelectorAll("main input:not([type=hidden]), main textarea, main form button, main script"), Is.Empty);
        Assert.That(Block(page, First).QuerySelector(".chosen")!.TextContent, Does.Contain("2."));
        Assert.That(Block(page, First).TextContent, Does.Contain("<i>Vu</i>"));
        await reader.SendAsync(page.QuerySelector("main form")!, ($"{Second}.version", "0"), ($"{Second}.said", "1"));
        Assert.That(reader.Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task A_submitted_assessment_is_read_only()
    {
        _draft = await App.SubmittedAsync(2);
        var page = await _rachid.OpenAsync(Page);
        Assert.That(page.QuerySelectorAll("main textarea, main form button"), Is.Empty);
        Assert.That(page.QuerySelector(".answers > .notice")!.TextContent, Does.Contain("validée"));
        await _rachid.SendAsync(page.QuerySelector("main form")!, ($"{First}.version", "1"), ($"{First}.said", "0"));
        Assert.That(_rachid.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That((await AnswerAsync(First)).Option, Is.EqualTo(2));
    }

    [TestCase("/etablissements/639999010/autoevaluations/019aaf0000007000800000000000000f/themes/gouvernance")]
    [TestCase("{draft}/themes/nulle-part")]
    [TestCase("/etablissements/389999012/autoevaluations/{id}/themes/gouvernance")]
    public async Task What_does_not_exist_for_this_person_is_a_404(string path)
    {
        await _rachid.OpenAsync(path.Replace("{draft}", ThemeOf(_draft)[..^(Theme.Length + 8)], StringComparison.Ordinal).Replace("{id}", _draft.Split('/')[^1], StringComparison.Ordinal));
        Assert.That(_rachid.Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_social_structure_reads_its_own_wording()
    {
        const string Home = "879999027";
        await App.GrantAsync(KeptApp.Rssi, Home);
        var draft = await App.DraftAsync(Home);
        var variant = (await App.GetAsync(draft)).GetProperty("variant").GetString();
        var page = await _rachid.OpenAsync(ThemeOf(draft, finess: Home));
        var question = ShippedContent.Grids.Current.Questions.First();
        Assert.That(variant, Is.EqualTo("esms"));
        Assert.That(Block(page, First).QuerySelector("h2")!.TextContent, Does.Contain(question.Esms!.Text));
        Assert.That(Block(page, First).TextContent, Does.Contain(question.Esms.Options[2].Label).And.Contain(question.Esms.Help));
    }

    [Test]
    public async Task The_page_reads_its_establishment_and_its_answers_and_nothing_else()
    {
        await _rachid.OpenAsync(Page);
        Assert.That(await App.StatementsAsync(() => _rachid.OpenAsync(Page)), Is.EqualTo(3), "the rights, the sheet, who is in charge");
    }

    [Test]
    public async Task A_script_gets_the_version_the_hour_and_who_or_both_answers()
    {
        var token = (await _rachid.OpenAsync(Page)).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var saved = await _rachid.SendAsScriptAsync($"{Page}?handler=Answer&question={First}", token, Fields(First, "2", 0));
        var json = await TestApp.JsonOf(saved);
        Assert.That(json.GetProperty("version").GetInt32(), Is.EqualTo(1));
        Assert.That(json.GetProperty("at").GetString(), Does.Match(@"^\d\d:\d\d$"));
        Assert.That(json.GetProperty("who").GetString(), Does.StartWith("Réponse de Rachid Sentinelle"));
        using var late = await _rachid.SendAsScriptAsync($"{Page}?handler=Answer&question={First}", token, Fields(First, "3", 0));
        Assert.That(late.StatusCode, Is.EqualTo(HttpStatusCode.PreconditionFailed));
        Assert.That(await late.Content.ReadAsStringAsync(), Does.Contain("data-keep=\"mine\"").And.Contain("data-said=\"2\"").And.Not.Contain("<html"));
        using var wrong = await _rachid.SendAsScriptAsync($"{Page}?handler=Answer&question={First}", token, Fields(First, "9", 1));
        Assert.That(wrong.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        using var forged = await _rachid.SendAsScriptAsync($"{Page}?handler=Answer&question={First}", "forged", Fields(First, "1", 1));
        Assert.That(forged.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        using var cleared = await _rachid.SendAsScriptAsync($"{Page}?handler=Answer&question={First}", token, Fields(First, "", 1));
        Assert.That((await TestApp.JsonOf(cleared)).GetProperty("version").GetInt32(), Is.EqualTo(2));
    }

    [Test]
    public async Task A_script_whose_session_ended_is_told_by_the_status()
    {
        using var client = new HttpClient { BaseAddress = App.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{Page}?handler=Answer&question={First}", UriKind.Relative));
        request.Headers.Add("X-Script", "1");
        using var response = await client.SendAsync(request);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    private static CrisisKits.Domain.Grids.Theme FirstWithout() =>
        ShippedContent.Grids.Current.Themes.First(theme => theme.Questions.Any(question => question.AllowsNotApplicable));

    private static string ThemeOf(string draft, string theme = Theme, string finess = KeptApp.Hospital) =>
        $"/etablissements/{finess}/autoevaluations/{draft.Split('/')[^1]}/themes/{theme}";

    private static (string, string)[] Fields(string question, string said, int version) =>
        [($"{question}.said", said), ($"{question}.version", $"{version}"), ($"{question}.comment", ""), ($"{question}.evidence", "")];

    private static IElement Block(IDocument page, string question) => page.GetElementById(question)!;

    private static IElement Button(IDocument page, string text) =>
        page.QuerySelectorAll("main button").Last(button => button.TextContent.Trim() == text);

    private static void Choose(IDocument page, string question, string value)
    {
        foreach (var radio in page.QuerySelectorAll($"[name='{question}.said']").OfType<IHtmlInputElement>())
            radio.IsChecked = radio.Value == value;
    }

    private static void Type(IDocument page, string question, string field, string text) =>
        ((IHtmlTextAreaElement)page.QuerySelector($"[name='{question}.{field}']")!).Value = text;

    private async Task<(int? Option, string? Comment, int Version)> AnswerAsync(string question)
    {
        var answer = (await App.GetAsync(_draft)).GetProperty("answers").EnumerateArray().Single(each => each.GetProperty("questionId").GetString() == question);
        return (answer.GetProperty("option").GetInt32(), Text(answer, "comment"), answer.GetProperty("version").GetInt32());
    }
}
