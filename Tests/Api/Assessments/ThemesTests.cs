using System.Net;
using System.Text.Json;
using CrisisKits.Tests.Support;

namespace CrisisKits.Tests.Api.Assessments;

/// <summary>Handing a theme to a colleague.</summary>
internal sealed class ThemesTests : KeptFixture
{
    private const string Rssi = "00000000000070008000000000000001";
    private const string Contributor = "00000000000070008000000000000002";
    private const string Reader = "00000000000070008000000000000003";

    [Test]
    public async Task A_theme_is_handed_over_handed_on_and_given_back()
    {
        var draft = await App.DraftAsync();
        var handed = await App.JsonAsync(HttpStatusCode.OK, KeptApp.Rssi, "PUT", Assignee(draft), Body(Contributor));
        Assert.That((Text(handed, "themeId"), Text(handed, "personId")), Is.EqualTo(("alerte", Contributor)));
        Assert.That(Text(handed, "name"), Does.StartWith("Colette Brigade"));
        Assert.That(await Assignees(draft), Is.EqualTo(new[] { $"alerte {Contributor}" }));

        await App.JsonAsync(HttpStatusCode.OK, KeptApp.Contributor, "PUT", Assignee(draft), Body(Rssi));
        await App.JsonAsync(HttpStatusCode.OK, KeptApp.Rssi, "PUT", Assignee(draft, "gouvernance"), Body(Contributor));
        Assert.That(await Assignees(draft), Is.EqualTo(new[] { $"gouvernance {Contributor}", $"alerte {Rssi}" }), "in the order of the grid");

        using var back = await App.SendAsync(KeptApp.Rssi, "PUT", Assignee(draft), Body(null));
        Assert.That(back.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(await Assignees(draft), Is.EqualTo(new[] { $"gouvernance {Contributor}" }));
    }

    [Test]
    public async Task Only_a_colleague_who_may_answer_is_given_a_theme()
    {
        var draft = await App.DraftAsync();
        await RefusedAsync(HttpStatusCode.UnprocessableEntity, "colleague-cannot-answer", KeptApp.Rssi, "PUT", Assignee(draft), Body(Reader));
        await RefusedAsync(HttpStatusCode.UnprocessableEntity, "not-a-colleague", KeptApp.Rssi, "PUT", Assignee(draft), Body("00000000000070008000000000000005"));
        await RefusedAsync(HttpStatusCode.NotFound, "unknown-theme", KeptApp.Rssi, "PUT", Assignee(draft, "absent"), Body(Contributor));
        await RefusedAsync(HttpStatusCode.BadRequest, "too-long", KeptApp.Rssi, "PUT", Assignee(draft), Body(new string('a', 101)));
        Assert.That(await Assignees(draft), Is.Empty);
    }

    [Test]
    public async Task Once_submitted_it_stays_as_it_was_and_a_draft_with_themes_in_charge_can_be_discarded()
    {
        var draft = await App.DraftAsync();
        await App.JsonAsync(HttpStatusCode.OK, KeptApp.Rssi, "PUT", Assignee(draft), Body(Contributor));
        await App.AnswerAllAsync(draft, 1);
        await App.SubmitAsync(draft);
        await RefusedAsync(HttpStatusCode.Conflict, "submitted", KeptApp.Rssi, "PUT", Assignee(draft), Body(null));
        Assert.That(await Assignees(draft), Has.Exactly(1).Items);

        var next = await App.DraftAsync();
        await App.JsonAsync(HttpStatusCode.OK, KeptApp.Rssi, "PUT", Assignee(next), Body(Contributor));
        using var discarded = await App.SendAsync(KeptApp.Rssi, "DELETE", next);
        Assert.That(discarded.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
    }

    [Test]
    public async Task Colleagues_are_those_of_the_establishment_and_say_who_may_answer()
    {
        var colleagues = (await App.GetAsync($"{KeptApp.Establishment()}/colleagues")).EnumerateArray()
            .Select(each => $"{Text(each, "name")!.Split(' ')[0]} {Text(each, "role")} {each.GetProperty("answers").GetBoolean()}");
        Assert.That(colleagues, Is.EqualTo(new[] { "Colette contributeur True", "Léon lecteur False", "Rachid responsable True", "Rose referent True" }));
    }

    private static string Assignee(string draft, string theme = "alerte") => $"{draft}/themes/{theme}/assignee";

    private static string Body(string? personId) => JsonSerializer.Serialize(new { personId });

    private async Task<IEnumerable<string>> Assignees(string draft) =>
        [.. (await App.GetAsync(draft)).GetProperty("assignees").EnumerateArray().Select(each => $"{Text(each, "themeId")} {Text(each, "personId")}")];
}
