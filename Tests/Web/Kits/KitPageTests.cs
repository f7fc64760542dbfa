using System.Net;
using AngleSharp.Dom;
using CrisisKits.Tests.Support;

namespace CrisisKits.Tests.Web.Kits;

/// <summary>The page of a kit and its form, without scripts.</summary>
internal sealed class KitPageTests : KeptFixture
{
    private const string Beginner = $"/etablissements/{KeptApp.Hospital}/kits/beginner";

    [TestCase("date", "31/02/2026", "Cette date n’existe pas")]
    [TestCase("date", "bientôt", "par exemple 15/12/2026")]
    [TestCase("start", "25:00", "Cette heure n’existe pas")]
    [TestCase("start", "23:30", "avant minuit")]
    [TestCase("systems.imaging", "a\u202Eb", "caractère invisible")]
    [TestCase("systems.pharmacy", "مستشفى", "police des documents")]
    [TestCase("functions.direx", "\u00AD", "caractère invisible")]
    public async Task What_cannot_be_printed_is_told_beside_its_field_and_stays(string field, string typed, string said)
    {
        using var rssi = await WebVisitor.SignInAsync(App, KeptApp.Rssi);
        var page = await SendAsync(rssi, Beginner, (field, typed), ("faire", "telecharger"));
        var link = page.QuerySelector(".error-summary a")!;
        var input = page.GetElementById(link.GetAttribute("href")![1..])!;
        Assert.Multiple(() =>
        {
            Assert.That(link.Words(), Does.Contain(said));
            Assert.That(input.GetAttribute("name"), Is.EqualTo(field));
            Assert.That(input.GetAttribute("value"), Is.EqualTo(typed));
            Assert.That(input.GetAttribute("aria-describedby")!.Split(' ').Select(id => page.GetElementById(id).Words()), Has.Some.EqualTo(link.Words()));
            Assert.That(page.Title, Does.StartWith("Erreur"));
        });
    }

    [Test]
    public async Task A_break_is_told_in_its_own_row_though_another_is_blank()
    {
        using var rssi = await WebVisitor.SignInAsync(App, KeptApp.Rssi);
        foreach (var (at, minutes, field) in new[] { ("9:00", "10", "at"), ("0:55", "10", "at"), ("0:30", "dix", "minutes"), ("0:30", "", "minutes") })
        {
            var page = await SendAsync(rssi, Beginner, ("breaks[1].at", at), ("breaks[1].minutes", minutes), ("faire", "apercu"));
            Assert.That(page.QuerySelectorAll("[aria-invalid]").Select(input => input.GetAttribute("name")), Is.EqualTo(new[] { $"breaks[1].{field}" }), at);
        }
    }

    [TestCase("15/12/2026", "9h", "exercice du 15/12/2026", "DEBEX à 09:00")]
    [TestCase("5-1-2027", "9 h 30", "exercice du 05/01/2027", "DEBEX à 09:30")]
    [TestCase("2026-12-15", "14:00", "exercice du 15/12/2026", "DEBEX à 14:00")]
    public async Task Dates_and_hours_are_understood_as_people_write_them(string date, string start, string day, string hour)
    {
        using var rssi = await WebVisitor.SignInAsync(App, KeptApp.Rssi);
        var preview = (await SendAsync(rssi, Beginner, ("date", date), ("start", start), ("faire", "apercu"))).QuerySelector("#apercu");
        Assert.That(preview.Words(), Does.Contain(day).And.Contain(hour).And.Contain("Restent en pointillés"));
    }

    [Test]
    public async Task Nothing_typed_is_kept_or_taken_for_code()
    {
        using var rssi = await WebVisitor.SignInAsync(App, KeptApp.Rssi);
        var preview = await SendAsync(rssi, Beginner, ("systems.dpi", "<script>alert(1)</script>"), ("faire", "apercu"));
        Assert.That(preview.QuerySelectorAll("script:not([src])"), Is.Empty);
        Assert.That(preview.QuerySelector("#apercu").Words(), Does.Contain("<script>alert(1)</script>"));
        Assert.That((await rssi.OpenAsync(Beginner)).QuerySelector("[name='systems.dpi']")!.GetAttribute("value"), Is.Null.Or.Empty);
    }

    [TestCase("tout")]
    [TestCase("facilitator")]
    [TestCase("observer")]
    [TestCase("inconnu")]
    public async Task What_tells_the_play_is_refused_to_who_does_not_lead_even_when_forced(string file)
    {
        using var contributor = await WebVisitor.SignInAsync(App, KeptApp.Contributor);
        var page = await contributor.OpenAsync(Beginner);
        Assert.That(page.QuerySelectorAll("[name=fichier]").Select(input => input.GetAttribute("value")), Is.EqualTo(new[] { "management", "player", "room" }));
        foreach (var radio in page.QuerySelectorAll("[name=fichier]"))
            radio.Remove();
        await contributor.SendAsync(FormOf(page), ("fichier", file), ("faire", "telecharger"));
        Assert.That(contributor.Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task Who_may_not_lead_prints_what_players_hold_and_no_weakness()
    {
        await App.SubmittedAsync(1);
        using var contributor = await WebVisitor.SignInAsync(App, KeptApp.Contributor);
        var page = await SendAsync(contributor, Beginner, ("fichier", "player"), ("cibler", "oui"), ("faire", "apercu"));
        Assert.That(page.QuerySelector("#apercu").Words(), Does.Not.Contain("en priorité"));
        await SendAsync(contributor, Beginner, ("faire", "telecharger"));
        Assert.That(contributor.Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task An_agency_reads_the_kit_and_makes_none()
    {
        await App.SubmittedAsync(1);
        using var agency = await WebVisitor.SignInAsync(App, "demo-ars");
        var page = await agency.OpenAsync(Beginner);
        Assert.That(page.QuerySelector("#personnaliser"), Is.Null);
        Assert.That(page.QuerySelectorAll("a[href$='bundle.zip']"), Has.Count.EqualTo(1));
        Assert.That(page.Body(), Does.Contain("C’est le kit qui vous est recommandé").Or.Contain("Le kit recommandé est"));
        await agency.SendAsync(page.QuerySelector("form[action='/deconnexion']")!);
        await agency.OpenAsync(Beginner);
        Assert.That(agency.Path, Does.StartWith("/connexion"));
    }

    [TestCase("facile", HttpStatusCode.NotFound, "Ce kit n’existe pas")]
    [TestCase("expert", HttpStatusCode.OK, "Kit confirmé")]
    public async Task A_level_is_known_by_its_names_and_otherwise_the_three_are_offered(string level, HttpStatusCode status, string heading)
    {
        using var rssi = await WebVisitor.SignInAsync(App, KeptApp.Rssi);
        var page = await rssi.OpenAsync($"/etablissements/{KeptApp.Hospital}/kits/{level}");
        Assert.That(rssi.Status, Is.EqualTo(status));
        Assert.That(page.Heading(), Is.EqualTo(heading));
        Assert.That(page.QuerySelectorAll("a[href*='/kits/']"), Has.Count.GreaterThanOrEqualTo(3));
    }

    [Test]
    public async Task An_assessment_that_is_none_of_this_establishment_is_not_found_and_a_draft_leads_to_its_review()
    {
        var draft = await App.DraftAsync();
        using var rssi = await WebVisitor.SignInAsync(App, KeptApp.Rssi);
        await rssi.OpenAsync($"{Beginner}?autoevaluation={new string('0', 32)}");
        Assert.That(rssi.Status, Is.EqualTo(HttpStatusCode.NotFound));
        await rssi.OpenAsync($"{Beginner}?autoevaluation={draft.Split('/')[^1]}");
        Assert.That(rssi.Path, Does.EndWith("/relecture"));
    }

    [TestCase("joueurs=7&animateurs=2&observateurs=1&salle=3,5&semaines=8", "Le kit débutant tient dans vos moyens", "Voir le kit débutant")]
    [TestCase("joueurs=10&animateurs=4&observateurs=2&salle=5&semaines=10", "Fixez la date", null)]
    [TestCase("joueurs=1&animateurs=2&observateurs=1&salle=3&semaines=8", "réunissez ce qui manque avec un établissement voisin", null)]
    [TestCase("joueurs=10", "Non renseigné", null)]
    [TestCase("joueurs=", "Donnez au moins un chiffre", null)]
    [TestCase("joueurs=huit&salle=-3", "Joueurs : écrivez un nombre entier", null)]
    [TestCase("salle=99999999999999999999999999999999", "Salle (heures) : écrivez un nombre", null)]
    public async Task Means_are_compared_kindly(string query, string said, string? link)
    {
        using var rssi = await WebVisitor.SignInAsync(App, KeptApp.Rssi);
        var page = await rssi.OpenAsync($"/etablissements/{KeptApp.Hospital}/kits/intermediate?{query}");
        Assert.That(page.QuerySelector("#moyens").Words(), Does.Contain(said));
        if (link is not null)
            Assert.That(page.LinkTo(link), Does.StartWith(Beginner));
    }

    [Test]
    public async Task When_there_is_no_room_to_make_it_what_was_typed_stays_and_one_is_asked_to_come_back()
    {
        using var rssi = await WebVisitor.SignInAsync(App, KeptApp.Rssi);
        var page = await rssi.OpenAsync(Beginner);
        using var stop = new CancellationTokenSource();
        var held = new List<IDisposable>();
        while (App.Work.Limiter.AttemptAcquire() is { IsAcquired: true } place)
            held.Add(place);
        var waiting = Enumerable.Range(0, 256).Select(_ => App.Work.Limiter.AcquireAsync(1, stop.Token).AsTask()).ToArray();
        try
        {
            var busy = await SendAsync(rssi, page, ("systems.dpi", "Alizé Soins"), ("faire", "telecharger"));
            Assert.That(rssi.Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
            Assert.That(busy.QuerySelector("[role=alert]").Words(), Does.Contain("recommencez dans deux secondes"));
            Assert.That(busy.QuerySelector("[name='systems.dpi']")!.GetAttribute("value"), Is.EqualTo("Alizé Soins"));
        }
        finally
        {
            await stop.CancelAsync();
            held.ForEach(place => place.Dispose());
            await Task.WhenAll(waiting.Select(task => task.ContinueWith(_ => { }, TaskScheduler.Default)));
        }

        await SendAsync(rssi, page, ("faire", "telecharger"));
        Assert.That(rssi.Status, Is.EqualTo(HttpStatusCode.OK));
    }

    private static IElement FormOf(IDocument page) => page.QuerySelector("#personnaliser form")!;

    private static async Task<IDocument> SendAsync(WebVisitor visitor, string path, params (string Name, string Value)[] fields) =>
        await SendAsync(visitor, await visitor.OpenAsync(path), fields);

    /// <summary>The form as filled in, with these fields instead of its own.</summary>
    private static Task<IDocument> SendAsync(WebVisitor visitor, IDocument page, params (string Name, string Value)[] fields)
    {
        foreach (var (name, _) in fields)
            foreach (var replaced in FormOf(page).QuerySelectorAll($"input[name='{name}']"))
                replaced.Remove();
        return visitor.SendAsync(FormOf(page), fields);
    }
}
