using System.Net;
using CrisisKits.Tests.Support;

namespace CrisisKits.Tests.Web.Assessments;

/// <summary>The page of a result, without scripts.</summary>
internal sealed class ResultPageTests : KeptFixture
{
    [Test]
    public async Task What_to_do_next_comes_first_then_why_then_the_figures()
    {
        var result = await App.SubmittedAsync(1);
        using var reader = await WebVisitor.SignInAsync(App, "demo-reader");
        var page = await reader.OpenAsync($"{KeptApp.PageOf(result)}/resultat");
        Assert.Multiple(() =>
        {
            Assert.That(page.QuerySelector(".headline").Words(), Is.EqualTo("Kit recommandé : débutant. Ce n’est pas une note."));
            Assert.That(page.QuerySelectorAll("main h2").Select(heading => heading.Words()), Is.EqualTo(new[]
            {
                "Vos trois prochaines actions", "Le plus court chemin vers le kit intermédiaire", "Pourquoi ce kit", "Thème par thème", "À télécharger", "Ce que voit votre ARS",
            }));
            Assert.That(page.Body(), Does.Contain("par Rachid Sentinelle").And.Not.Contain("établissement débutant"));
            Assert.That(page.LinkTo("Ouvrir le kit"), Is.EqualTo($"/etablissements/{KeptApp.Hospital}/kits/beginner?autoevaluation={result.Split('/')[^1]}"));
            Assert.That(page.QuerySelectorAll(".todo li"), Has.Count.EqualTo(3));
            Assert.That(page.QuerySelectorAll("svg[role=img] title").Select(title => title.TextContent), Is.EqualTo(new[] { "Vos six thèmes", "L’ensemble et les thèmes, avec les paliers" }));
            Assert.That(page.QuerySelectorAll("tbody tr"), Has.Count.EqualTo(6));
            Assert.That(page.QuerySelectorAll("[style], style, script:not([src])"), Is.Empty);
        });
    }

    [Test]
    public async Task The_actions_and_the_way_up_are_those_of_the_api()
    {
        var result = await App.SubmittedAsync(1);
        var told = await App.GetAsync($"{result}/result");
        using var rssi = await WebVisitor.SignInAsync(App, KeptApp.Rssi);
        var page = await rssi.OpenAsync($"{KeptApp.PageOf(result)}/resultat");
        var recommended = told.GetProperty("recommendations").EnumerateArray().Select(each => each.GetProperty("how").GetString()!).ToArray();
        var shown = page.QuerySelectorAll(".todo li > p:first-of-type").Select(action => action.Words()).ToArray();
        Assert.That(shown, Is.EqualTo(recommended.Take(3).Select(Pages.Flatten)));
        Assert.That(page.QuerySelectorAll(".steps > li"), Has.Count.EqualTo(told.GetProperty("nextLevel").GetProperty("steps").GetArrayLength()));
    }

    [Test]
    public async Task A_draft_has_no_result_and_leads_to_its_review_answered_or_not()
    {
        var draft = await App.DraftAsync();
        using var rssi = await WebVisitor.SignInAsync(App, KeptApp.Rssi);
        var page = await rssi.OpenAsync($"{KeptApp.PageOf(draft)}/resultat");
        Assert.That(rssi.Path, Is.EqualTo($"{KeptApp.PageOf(draft)}/relecture"));
        Assert.That(page.Heading(), Is.EqualTo("Relire avant de valider"));
    }

    [Test]
    public async Task Sharing_is_changed_by_who_may_and_refused_to_others_even_when_forced()
    {
        var result = await App.SubmittedAsync(1);
        var address = $"{KeptApp.PageOf(result)}/resultat";
        using var rssi = await WebVisitor.SignInAsync(App, KeptApp.Rssi);
        using var contributor = await WebVisitor.SignInAsync(App, KeptApp.Contributor);
        var form = (await rssi.OpenAsync(address)).QuerySelector("#partage form")!;
        foreach (var radio in form.QuerySelectorAll("[name=partage]"))
            radio.Remove();
        var page = await rssi.SendAsync(form, ("partage", "detail"));
        Assert.That(rssi.Path, Is.EqualTo(address), "sending it again would be a question of the browser");
        Assert.That(page.QuerySelector("[role=status]").Words(), Does.Contain("l’ARS peut lire le score de chaque thème"));
        Assert.That((await rssi.OpenAsync(address)).QuerySelector("[role=status]"), Is.Null, "said once");
        Assert.That((await App.GetAsync(result)).GetProperty("sharing").GetProperty("detail").GetBoolean(), Is.True);

        var read = await contributor.OpenAsync(address);
        Assert.That(read.QuerySelector("#partage form"), Is.Null);
        var token = read.QuerySelector("form[action='/deconnexion'] input[type=hidden]")!;
        var forced = read.CreateElement("form");
        forced.SetAttribute("action", address);
        await contributor.SendAsync(forced, (token.GetAttribute("name")!, token.GetAttribute("value")!), ("partage", "non"));
        Assert.That(contributor.Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await App.GetAsync(result)).GetProperty("sharing").GetProperty("detail").GetBoolean(), Is.True);
    }

    [Test]
    public async Task An_agency_is_told_that_a_result_belongs_to_the_establishment()
    {
        var result = await App.SubmittedAsync(1);
        using var agency = await WebVisitor.SignInAsync(App, "demo-ars");
        var page = await agency.OpenAsync($"{KeptApp.PageOf(result)}/resultat");
        Assert.That(agency.Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(page.Body(), Does.Contain("Une agence lit l’état, les dates, le niveau et le kit"));
    }

    [Test]
    public async Task The_page_of_a_result_runs_a_fixed_number_of_statements()
    {
        var result = await App.SubmittedAsync(1);
        using var rssi = await WebVisitor.SignInAsync(App, KeptApp.Rssi);
        Assert.That(await App.StatementsAsync(() => rssi.OpenAsync($"{KeptApp.PageOf(result)}/resultat")), Is.LessThanOrEqualTo(14));
    }
}
