using System.Net;
using CrisisKits.Tests.Support;

namespace CrisisKits.Tests.Web.Assessments;

/// <summary>Reading again and submitting, without scripts.</summary>
internal sealed class ReviewTests : KeptFixture
{
    [Test]
    public async Task What_is_missing_comes_first_and_leads_to_each_question()
    {
        var draft = await App.DraftAsync();
        (await App.AnswerAsync(draft, KeptApp.Questions[0], """{"dontKnow":true}""")).Dispose();
        using var rssi = await WebVisitor.SignInAsync(App, KeptApp.Rssi);
        var page = await rssi.OpenAsync($"{KeptApp.PageOf(draft)}/relecture");
        Assert.Multiple(() =>
        {
            Assert.That(page.QuerySelectorAll("main h2").Select(heading => heading.Words()), Is.EqualTo(new[]
            {
                "Ce qui manque encore", "1 vérification à faire", "Le résultat, pour l’instant", "Choisir le kit et valider",
            }));
            Assert.That(page.LinkTo("1.2 "), Is.EqualTo($"{KeptApp.PageOf(draft)}/themes/gouvernance#{KeptApp.Questions[1]}"));
            Assert.That(page.Body(), Does.Contain("29 questions sans réponse").And.Contain("À demander à : Direction générale").And.Contain("Trop tôt pour recommander un kit"));
            Assert.That(page.Body(), Does.Contain("Un plafond retient un kit plus simple").And.Contain("la réponse à la question 1.1"));
            Assert.That(page.QuerySelectorAll("main form"), Is.Empty, "nothing is offered that would be refused");
        });
    }

    [Test]
    public async Task Nothing_answered_is_said_without_figures()
    {
        using var rssi = await WebVisitor.SignInAsync(App, KeptApp.Rssi);
        var page = await rssi.OpenAsync($"{KeptApp.PageOf(await App.DraftAsync())}/relecture");
        Assert.That(page.Body(), Does.Contain("30 questions sans réponse").And.Contain("Il n’y a encore rien à calculer"));
    }

    [Test]
    public async Task Submitting_what_is_not_finished_lists_each_missing_answer()
    {
        var draft = await App.DraftAsync();
        await App.AnswerAllAsync(draft, 1);
        using var rssi = await WebVisitor.SignInAsync(App, KeptApp.Rssi);
        var page = await rssi.OpenAsync($"{KeptApp.PageOf(draft)}/relecture");
        (await App.SendAsync(KeptApp.Contributor, "DELETE", $"{draft}/answers/{KeptApp.Questions[7]}", null, ("If-Match", "\"1\""))).Dispose();
        page.Check("sure");
        var refused = await rssi.PressAsync(page.Button("Valider"));
        Assert.That(refused.QuerySelector("[role=alert]").Words(), Is.EqualTo("Rien n’est encore validé La question 2.3 attend une réponse ; « je ne sais pas » en est une."));
        Assert.That(refused.QuerySelector("[role=alert] a")!.GetAttribute("href"), Is.EqualTo($"{KeptApp.PageOf(draft)}/themes/alerte#{KeptApp.Questions[7]}"));
    }

    [Test]
    public async Task A_more_demanding_kit_needs_a_reason_a_simpler_one_none_and_what_was_typed_stays()
    {
        var draft = await App.DraftAsync();
        await App.AnswerAllAsync(draft, 2);
        using var rssi = await WebVisitor.SignInAsync(App, KeptApp.Rssi);
        var page = await rssi.OpenAsync($"{KeptApp.PageOf(draft)}/relecture");
        var recommended = page.QuerySelectorAll("label.option").Single(option => option.Words().Contains("Recommandé", StringComparison.Ordinal));
        Assert.That(recommended.Words(), Does.StartWith("Kit intermédiaire"));
        Assert.That(recommended.QuerySelector("input")!.HasAttribute("checked"), Is.True);
        page.Check("kit-advanced");
        page.Check("share");
        page.Fill("reason", " … ");
        var refused = await rssi.PressAsync(page.Button("Valider"));
        Assert.Multiple(() =>
        {
            Assert.That(refused.QuerySelectorAll("[role=alert] a").Select(link => link.GetAttribute("href")), Is.EqualTo(new[] { "#reason", "#sure" }), "all at once");
            Assert.That(refused.GetElementById("kit-advanced")!.HasAttribute("checked"), Is.True);
            Assert.That(refused.GetElementById("share")!.HasAttribute("checked"), Is.True);
            Assert.That(refused.GetElementById("reason")!.GetAttribute("aria-describedby"), Is.EqualTo("reason-aide reason-erreur"));
            Assert.That(refused.Title, Does.StartWith("Erreur"));
        });

        refused.Check("kit-beginner");
        refused.Fill("reason", "<b>inutile</b>");
        refused.Check("sure");
        await rssi.PressAsync(refused.Button("Valider"));
        Assert.That(rssi.Path, Is.EqualTo($"{KeptApp.PageOf(draft)}/resultat"));
        var result = await App.GetAsync($"{draft}/result");
        Assert.That((Text(result.GetProperty("chosenKit"), "level"), Text(result, "reason")), Is.EqualTo(("beginner", (string?)null)), "a reason is kept only where it is needed");
        Assert.That((await App.GetAsync(draft)).GetProperty("sharing").GetProperty("detail").GetBoolean(), Is.True);
    }

    [Test]
    public async Task What_a_colleague_changed_meanwhile_is_shown_before_it_is_submitted()
    {
        var draft = await App.DraftAsync();
        await App.AnswerAllAsync(draft, 1);
        using var rssi = await WebVisitor.SignInAsync(App, KeptApp.Rssi);
        var page = await rssi.OpenAsync($"{KeptApp.PageOf(draft)}/relecture");
        (await App.AnswerAsync(draft, KeptApp.Questions[3], """{"option":3}""", 1, KeptApp.Contributor)).Dispose();
        page.Check("sure");
        var told = await rssi.PressAsync(page.Button("Valider"));
        Assert.That(told.QuerySelector("[role=alert]").Words(), Does.Match(@"la dernière à la question 1\.4 \(Colette Brigade \(contributrice, démonstration\), \d\d:\d\d\)"));
        Assert.That(told.GetElementById("sure")!.HasAttribute("checked"), Is.False);
        told.Check("sure");
        await rssi.PressAsync(told.Button("Valider"));
        Assert.That(rssi.Path, Does.EndWith("/resultat"));
    }

    [Test]
    public async Task Who_comes_after_a_colleague_who_submitted_is_led_to_the_result()
    {
        var draft = await App.DraftAsync();
        await App.AnswerAllAsync(draft, 1);
        using var rssi = await WebVisitor.SignInAsync(App, KeptApp.Rssi);
        var page = await rssi.OpenAsync($"{KeptApp.PageOf(draft)}/relecture");
        await App.SubmitAsync(draft, token: "demo-referent");
        page.Check("sure");
        await rssi.PressAsync(page.Button("Valider"));
        Assert.That(rssi.Path, Is.EqualTo($"{KeptApp.PageOf(draft)}/resultat"));
    }

    [Test]
    public async Task A_contributor_is_told_who_submits_and_is_refused_when_insisting()
    {
        var draft = await App.DraftAsync();
        await App.AnswerAllAsync(draft, 1);
        using var contributor = await WebVisitor.SignInAsync(App, KeptApp.Contributor);
        var page = await contributor.OpenAsync($"{KeptApp.PageOf(draft)}/relecture");
        Assert.That(page.QuerySelectorAll("main form"), Is.Empty);
        Assert.That(page.Body(), Does.Contain("Qui peut valider ? Rachid Sentinelle (RSSI, démonstration) ou Rose Passerelle"));
        var form = page.QuerySelector("header form")!;
        form.SetAttribute("action", $"{KeptApp.PageOf(draft)}/relecture");
        await contributor.SendAsync(form, ("Form.Sure", "true"), ("Form.Kit", "beginner"));
        Assert.That(contributor.Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [TestCase("")]
    [TestCase("novice")]
    public async Task A_kit_that_is_none_is_not_taken_for_the_recommended_one(string kit)
    {
        var draft = await App.DraftAsync();
        await App.AnswerAllAsync(draft, 1);
        using var rssi = await WebVisitor.SignInAsync(App, KeptApp.Rssi);
        var page = await rssi.OpenAsync($"{KeptApp.PageOf(draft)}/relecture");
        page.GetElementById("kit-beginner")!.SetAttribute("value", kit);
        page.Check("sure");
        var refused = await rssi.PressAsync(page.Button("Valider"));
        Assert.That(refused.QuerySelector("[role=alert] a")!.GetAttribute("href"), Is.EqualTo("#kit-beginner"));
    }
}
