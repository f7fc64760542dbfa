using System.Net;
using CrisisKits.Infrastructure.Content;
using CrisisKits.Tests.Support;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisKits.Tests.Web.Assessments;

/// <summary>The plan of an assessment, handing themes over, and discarding, without scripts.</summary>
internal sealed class PlanTests : KeptFixture
{
    private const string Contributor = "00000000000070008000000000000002";

    [Test]
    public async Task Each_theme_says_how_far_it_is_and_one_goes_on_where_one_left()
    {
        var draft = await App.DraftAsync();
        foreach (var (question, json) in new[] { (0, """{"option":2}"""), (1, """{"dontKnow":true}"""), (5, """{"option":0}""") })
            (await App.AnswerAsync(draft, KeptApp.Questions[question], json)).Dispose();
        using var rssi = await WebVisitor.SignInAsync(App, KeptApp.Rssi);
        var plan = await rssi.OpenAsync(KeptApp.PageOf(draft));
        Assert.Multiple(() =>
        {
            Assert.That(plan.Body(), Does.Contain("3 réponses sur 30"));
            Assert.That(plan.QuerySelector("#gouvernance .state").Words(), Is.EqualTo("2 sur 5 1 « je ne sais pas »"));
            Assert.That(plan.QuerySelector("#alerte .state").Words(), Is.EqualTo("1 sur 5"));
            Assert.That(plan.LinkTo("Continuer à la question 1.3"), Is.EqualTo($"{KeptApp.PageOf(draft)}/themes/gouvernance#{KeptApp.Questions[2]}"));
            Assert.That(plan.LinkTo("2. "), Is.EqualTo($"{KeptApp.PageOf(draft)}/themes/alerte#{KeptApp.Questions[6]}"));
            Assert.That(plan.LinkTo("Télécharger le classeur"), Is.EqualTo($"{draft}/grid.xlsx"));
        });

        await App.AnswerAllAsync(draft, 3);
        var full = await rssi.OpenAsync(KeptApp.PageOf(draft));
        Assert.That(full.QuerySelectorAll(".theme .state").Select(state => state.Words()), Is.All.EqualTo("Complet"));
        Assert.That(full.LinkTo("Relire avant de valider"), Is.EqualTo($"{KeptApp.PageOf(draft)}/relecture"));
    }

    [Test]
    public async Task A_theme_is_handed_over_with_a_message_to_send_and_given_back()
    {
        var draft = await App.DraftAsync();
        using var rssi = await WebVisitor.SignInAsync(App, KeptApp.Rssi);
        var plan = await rssi.OpenAsync(KeptApp.PageOf(draft));
        var form = plan.QuerySelector("#continuite form")!;
        Assert.That(form.QuerySelectorAll("option").Select(option => option.Words()).First(), Is.EqualTo("Personne en particulier"));
        Assert.That(form.Words(), Does.Not.Contain("Léon Vigie"), "who only reads is not in charge");
        var handed = await rssi.SendAsync(form, ("personId", Contributor));
        Assert.Multiple(() =>
        {
            Assert.That(handed.Body(), Does.Contain("Thème confié à Colette Brigade"));
            Assert.That(handed.QuerySelector("#continuite details")!.HasAttribute("open"), Is.True);
            Assert.That(handed.QuerySelector("#continuite textarea").Words(), Does.Contain($"{App.Address}{KeptApp.PageOf(draft)[1..]}/themes/continuite").And.Contain("aucune donnée de patient"));
        });

        using var contributor = await WebVisitor.SignInAsync(App, KeptApp.Contributor);
        var hers = await contributor.OpenAsync($"/etablissements/{KeptApp.Hospital}");
        Assert.That(hers.Body(), Does.Contain("Le thème qui vous est confié").And.Contain("0 sur 5"));
        var same = await contributor.OpenAsync(KeptApp.PageOf(draft));
        Assert.That(same.QuerySelector("#continuite summary").Words(), Does.StartWith("C’est votre thème"));
        var back = await contributor.SendAsync(same.QuerySelector("#continuite form")!, ("personId", ""));
        Assert.That(back.Body(), Does.Contain("Plus personne n’est chargé de ce thème"));
    }

    [Test]
    public async Task A_stranger_is_not_given_a_theme_and_a_reader_gives_none()
    {
        var draft = await App.DraftAsync();
        using var rssi = await WebVisitor.SignInAsync(App, KeptApp.Rssi);
        var plan = await rssi.OpenAsync(KeptApp.PageOf(draft));
        var refused = await rssi.SendAsync(plan.QuerySelector("#continuite form")!, ("personId", "00000000000070008000000000000005"));
        Assert.That(refused.QuerySelector("[role=alert]").Words(), Does.Contain("Cette personne n’a pas de rôle dans cet établissement"));
        Assert.That(refused.Title, Does.StartWith("Erreur"));

        using var reader = await WebVisitor.SignInAsync(App, "demo-reader");
        var read = await reader.OpenAsync(KeptApp.PageOf(draft));
        Assert.That(read.QuerySelectorAll("main form"), Is.Empty);
        Assert.That(read.Offers("Abandonner"), Is.False);
        Assert.That(read.Body(), Does.Contain("sans pouvoir y répondre"));
        foreach (var page in new[] { "abandon", "import" })
        {
            await reader.OpenAsync($"{KeptApp.PageOf(draft)}/{page}");
            Assert.That(reader.Status, Is.EqualTo(HttpStatusCode.Forbidden), page);
        }

        plan.QuerySelector("#continuite form")!.SetAttribute("action", $"/etablissements/149999013{plan.QuerySelector("#continuite form")!.GetAttribute("action")![25..]}");
        await rssi.SendAsync(plan.QuerySelector("#continuite form")!, ("personId", Contributor));
        Assert.That(rssi.Status, Is.EqualTo(HttpStatusCode.NotFound), "through another establishment");
    }

    [Test]
    public async Task A_draft_is_discarded_only_when_what_is_lost_was_seen_and_meant()
    {
        var draft = await App.DraftAsync();
        (await App.AnswerAsync(draft, KeptApp.Questions[0], """{"option":2,"comment":"Signée."}""")).Dispose();
        (await App.AnswerAsync(draft, KeptApp.Questions[1], """{"option":1}""", token: KeptApp.Contributor)).Dispose();
        using var rssi = await WebVisitor.SignInAsync(App, KeptApp.Rssi);
        var page = await rssi.OpenAsync($"{KeptApp.PageOf(draft)}/abandon");
        Assert.That(page.Body(), Does.Contain("2 réponses, de Colette Brigade (contributrice, démonstration), Rachid Sentinelle").And.Contain("1 commentaire"));
        var unsure = await rssi.PressAsync(page.Button("Abandonner"));
        Assert.That(unsure.QuerySelector("[role=alert]").Words(), Does.Contain("Cochez la case"));

        (await App.AnswerAsync(draft, KeptApp.Questions[2], """{"option":1}""", token: KeptApp.Contributor)).Dispose();
        page.Check("sure");
        var changed = await rssi.PressAsync(page.Button("Abandonner"));
        Assert.That(changed.Body(), Does.Contain("Des réponses ont changé").And.Contain("3 réponses"));
        changed.Check("sure");
        var gone = await rssi.PressAsync(changed.Button("Abandonner"));
        Assert.That(rssi.Path, Is.EqualTo($"/etablissements/{KeptApp.Hospital}"));
        Assert.That(gone.Body(), Does.Contain("Le brouillon est abandonné"));
        using var api = await App.SendAsync(KeptApp.Rssi, "GET", draft);
        Assert.That(api.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Once_submitted_it_only_leads_to_the_result()
    {
        var address = await App.SubmittedAsync(2);
        using var rssi = await WebVisitor.SignInAsync(App, KeptApp.Rssi);
        var plan = await rssi.OpenAsync(KeptApp.PageOf(address));
        Assert.That(plan.QuerySelectorAll("main form"), Is.Empty);
        Assert.That(plan.LinkTo("Voir le résultat"), Is.EqualTo($"{KeptApp.PageOf(address)}/resultat"));
        foreach (var page in new[] { "abandon", "import" })
        {
            await rssi.OpenAsync($"{KeptApp.PageOf(address)}/{page}");
            Assert.That(rssi.Path, Is.EqualTo(KeptApp.PageOf(address)), "nothing is asked of what is final");
        }
    }

    [Test]
    public async Task A_grid_published_since_is_told_with_what_it_would_change()
    {
        var asked = ShippedContent.Grids.Current.Themes.Single(each => each.Id == "alerte").Questions[0].Id;
        var texts = ShippedContent.Files.Paths.ToDictionary(path => path, ShippedContent.Files.Text, StringComparer.Ordinal);
        foreach (var path in texts.Keys.Where(path => path.StartsWith("grids/2026.1/", StringComparison.Ordinal)).ToArray())
            texts[path.Replace("2026.1", "2027.1", StringComparison.Ordinal)] = texts[path].Replace("\"2026.1\"", "\"2027.1\"", StringComparison.Ordinal)
                .Replace(asked, $"{asked}-autrement", StringComparison.Ordinal);
        await using var later = new KeptApp(host => host.ConfigureTestServices(services => services.AddSingleton(new ContentFiles(texts))));
        var draft = await later.DraftAsync(json: """{"gridVersion":"2026.1"}""");
        foreach (var question in new[] { KeptApp.Questions[0], asked })
            (await later.AnswerAsync(draft, question, """{"option":2}""")).Dispose();
        using var rssi = await WebVisitor.SignInAsync(later, KeptApp.Rssi);
        var plan = await rssi.OpenAsync(KeptApp.PageOf(draft));
        Assert.That(plan.Body(), Does.Contain("La grille 2027.1 est parue").And.Contain("1 réponse reprise telle quelle 1 question nouvelle 1 réponse sans suite"));
    }
}
