using System.Net;
using CrisisKits.Tests.Support;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisKits.Tests.Web;

/// <summary>What each person is told first, and what starting does, without scripts.</summary>
internal sealed class DashboardTests : KeptFixture
{
    private const string Reader = "demo-reader";
    private const string Referent = "demo-referent";
    private const string Agency = "demo-ars";

    [Test]
    public async Task A_new_establishment_is_told_the_year_and_starts()
    {
        const string site = "639999036";
        using var referent = await WebVisitor.SignInAsync(App, Referent);
        var page = await referent.OpenAsync(Dashboard(site));
        Assert.Multiple(() =>
        {
            Assert.That(page.Body(), Does.Contain("Commencez votre première autoévaluation").And.Contain("Une année en trois étapes"));
            Assert.That(page.Body(), Does.Contain("1 h à 1 h 30 en réunion à quatre, 40 minutes pour préparer seul"));
            Assert.That(page.LinkTo("La grille vierge à imprimer"), Is.EqualTo("/api/v1/grids/2026.1.pdf"));
            Assert.That(page.LinkTo("La grille vierge à remplir"), Is.EqualTo("/api/v1/grids/2026.1.xlsx"));
            Assert.That(page.QuerySelectorAll("main form"), Has.Count.EqualTo(1), "one thing to do");
            Assert.That(page.LinkTo("Centre hospitalier de Roche-Pesante"), Is.EqualTo(Dashboard("389999012")));
        });

        var plan = await referent.PressAsync(page.Button("Commencer"));
        Assert.That(referent.Path, Does.Match($"^{Dashboard(site)}/autoevaluations/[0-9a-f]{{32}}$"));
        Assert.That(plan.Body(), Does.Contain("L’autoévaluation est ouverte").And.Contain("0 réponse sur 30"));
        Assert.That((await referent.OpenAsync(Dashboard(site))).Body(), Does.Contain("Votre autoévaluation est en cours").And.Contain("Continuer à la question 1.1"));
    }

    [Test]
    public async Task Of_two_people_who_start_together_the_second_joins_the_first()
    {
        await DiscardAsync();
        using var rssi = await WebVisitor.SignInAsync(App, KeptApp.Rssi);
        using var referent = await WebVisitor.SignInAsync(App, Referent);
        var (mine, theirs) = (await rssi.OpenAsync(Dashboard()), await referent.OpenAsync(Dashboard()));
        await rssi.PressAsync(mine.Button("Commencer"));
        var joined = await referent.PressAsync(theirs.Button("Commencer"));
        Assert.That(referent.Path, Is.EqualTo(rssi.Path));
        Assert.That(joined.Body(), Does.Match(@"Rachid Sentinelle \(RSSI, démonstration\) a déjà ouvert cette autoévaluation le \d\d/\d\d/\d{4} à \d\d:\d\d : continuez-la ensemble"));
        var twice = await rssi.PressAsync(mine.Button("Commencer"));
        Assert.That(twice.Body(), Does.Contain("Vous avez déjà ouvert cette autoévaluation"));
    }

    [Test]
    public async Task Last_year_s_answers_are_taken_up_to_be_confirmed_and_former_years_are_listed()
    {
        var address = await App.SubmittedAsync(1, """{"kitLevel":"advanced","reason":"Rejouer avec la région."}""");
        using var rssi = await WebVisitor.SignInAsync(App, KeptApp.Rssi);
        var page = await rssi.OpenAsync(Dashboard());
        Assert.Multiple(() =>
        {
            Assert.That(page.Body(), Does.Contain("Jouez le kit confirmé"));
            Assert.That(page.LinkTo("Prendre le kit"), Is.EqualTo($"{Dashboard()}/kits/advanced?autoevaluation={address.Split('/')[^1]}"));
            Assert.That(page.QuerySelector("tbody tr").Words(), Does.Contain("33 % débutant confirmé, plus exigeant Résultat"));
        });

        page.Check("reprendre");
        var plan = await rssi.PressAsync(page.Button("Commencer"));
        Assert.That(plan.Body(), Does.Contain("30 réponses sont reprises, à confirmer une à une").And.Contain("0 réponse sur 30").And.Contain("5 à confirmer"));
        Assert.That(plan.Offers("Commencer à la question 1.1"), Is.True);
    }

    [Test]
    public async Task After_ten_months_a_new_year_is_proposed_before_the_old_kit()
    {
        var clock = new SetClock(new(2026, 1, 15, 9, 0, 0, TimeSpan.Zero));
        await using var app = new KeptApp(host => host.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(clock)));
        await app.SubmittedAsync(1);
        clock.Now = new(2026, 11, 14, 9, 0, 0, TimeSpan.Zero);
        using var early = await WebVisitor.SignInAsync(app, KeptApp.Rssi);
        Assert.That((await early.OpenAsync(Dashboard())).Body(), Does.Contain("Jouez le kit débutant").And.Contain("choisi depuis le 15/01/2026"));
        clock.Now = new(2026, 11, 16, 9, 0, 0, TimeSpan.Zero);
        using var late = await WebVisitor.SignInAsync(app, KeptApp.Rssi);
        Assert.That((await late.OpenAsync(Dashboard())).Body(), Does.Contain("Une nouvelle année").And.Contain("Reprendre les réponses du 15/01/2026").And.Not.Contain("Jouez le kit"));
    }

    [TestCase(KeptApp.Contributor)]
    [TestCase(Reader)]
    public async Task Who_may_not_start_is_told_whom_to_ask_and_is_refused_when_insisting(string token)
    {
        await using var fresh = new KeptApp();
        using var visitor = await WebVisitor.SignInAsync(fresh, token);
        var page = await visitor.OpenAsync(Dashboard());
        Assert.That(page.Offers("Commencer"), Is.False);
        Assert.That(page.Body(), Does.Contain("Rachid Sentinelle (RSSI, démonstration) ou Rose Passerelle"));
        var form = page.QuerySelector("header form")!;
        form.SetAttribute("action", $"{Dashboard()}?handler=Start");
        var refused = await visitor.SendAsync(form);
        Assert.That(visitor.Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(refused.Heading(), Is.EqualTo("Votre rôle ne le permet pas"));
    }

    [Test]
    public async Task An_agency_sees_the_kit_and_only_what_is_shared_and_why()
    {
        var address = await App.SubmittedAsync(1);
        using var agency = await WebVisitor.SignInAsync(App, Agency);
        var page = await agency.OpenAsync(Dashboard());
        Assert.Multiple(() =>
        {
            Assert.That(page.Body(), Does.Contain("Kit recommandédébutant").And.Contain("L’établissement ne l’a pas partagé").And.Contain("Ce qui ne vous est pas montré"));
            Assert.That(page.Body(), Does.Not.Contain("33 %"));
            Assert.That(page.QuerySelectorAll(".frame section a, main form"), Is.Empty, "nothing to open");
        });

        await App.JsonAsync(HttpStatusCode.OK, KeptApp.Rssi, "PUT", $"{address}/sharing", """{"detail":true}""");
        var shared = await agency.OpenAsync(Dashboard());
        Assert.That(shared.QuerySelectorAll("tbody tr").Select(row => row.Words()).ToList(), Has.Count.EqualTo(6).And.All.EndsWith("33 %"));
        Assert.That(shared.Body(), Does.Not.Contain("Score d’ensemble"));
        await App.JsonAsync(HttpStatusCode.OK, KeptApp.Rssi, "PUT", $"{address}/sharing", """{"detail":false}""");
        Assert.That((await agency.OpenAsync(Dashboard())).Body(), Does.Not.Contain("33 %"));

        var nothing = await agency.OpenAsync(Dashboard("639999028"));
        Assert.That(nothing.Body(), Does.Contain("Aucune autoévaluation validée").And.Contain("n’a encore rien validé"));
        await agency.OpenAsync(KeptApp.PageOf(address));
        Assert.That(agency.Status, Is.EqualTo(HttpStatusCode.Forbidden));
        await agency.OpenAsync(Dashboard("149999013"));
        Assert.That(agency.Status, Is.EqualTo(HttpStatusCode.NotFound), "of another region");
    }

    [Test]
    public async Task The_page_runs_as_many_statements_whatever_is_kept()
    {
        await App.SubmittedAsync(1);
        await App.SubmittedAsync(2);
        await App.DraftAsync();
        using var rssi = await WebVisitor.SignInAsync(App, KeptApp.Rssi);
        Assert.That(await App.StatementsAsync(() => rssi.OpenAsync(Dashboard())), Is.EqualTo(5), "rights, years, draft and who is in charge, other establishments");
    }

    private static string Dashboard(string finess = KeptApp.Hospital) => $"/etablissements/{finess}";

    private async Task DiscardAsync() => (await App.SendAsync(KeptApp.Rssi, "DELETE", await App.DraftAsync())).Dispose();
}
