using System.Net;
using System.Text.Json;
using CrisisKits.Infrastructure.Establishments;
using CrisisKits.Tests.Support;

namespace CrisisKits.Tests.Api.Establishments;

/// <summary>The directory over HTTP: searched by whoever signs in, corrected by an administrator.</summary>
internal sealed class DirectoryTests : KeptFixture
{
    private const string Admin = "demo-admin";
    private const string All = "/api/v1/establishments";

    private const string Said =
        """{"kind":"legal-entity","name":"Clinique du Feint-Val (fictive)","category":"365","town":"Feint-Val","postalCode":"63999","commune":"63998","open":true}""";

    [TestCase("valmorel", "639999010 639999028")]
    [TestCase("VALMOREL hôpital", "639999028")]
    [TestCase("63 999 901 0", "639999010")]
    [TestCase("santa fiora", "2A9999018")]
    [TestCase("rien de tel", "")]
    public async Task Whoever_signs_in_finds_an_establishment(string typed, string expected)
    {
        foreach (var token in new[] { "demo-reader", "demo-ars", "demo-national", Admin })
        {
            var page = await App.GetAsync($"{All}?search={Uri.EscapeDataString(typed)}", token);
            Assert.That(string.Join(' ', Numbers(page)), Is.EqualTo(expected), token);
        }
    }

    [Test]
    public async Task What_is_found_is_what_is_public_and_nothing_of_an_assessment()
    {
        var found = (await App.GetAsync($"{All}?search=639999028", "demo-national")).GetProperty("establishments")[0];
        Assert.That(found.GetRawText(), Is.EqualTo(
            """{"finess":"639999028","kind":"site","parent":"639999010","name":"Hôpital de Valmorel-les-Essarts (fictif)","town":"Valmorel-les-Essarts","category":"355","department":"63","region":"Auvergne-Rhône-Alpes","open":true}"""));
    }

    [Test]
    public async Task Pages_follow_each_other_to_the_end()
    {
        var (seen, address) = (new List<string>(), $"{All}?limit=5");
        while (address is not null)
        {
            using var response = await App.SendAsync(KeptApp.Rssi, "GET", address);
            seen.AddRange(Numbers(await TestApp.JsonOf(response)));
            address = response.Headers.TryGetValues("Link", out var links) ? links.Single().Split('<', '>')[1] : null;
        }

        Assert.That(seen, Has.Count.GreaterThanOrEqualTo(12).And.Unique);
    }

    [TestCase("639999011", true)]
    [TestCase("63 999 901 1", true)]
    [TestCase("639999010", false)]
    [TestCase("valmorel", false)]
    public async Task A_number_whose_key_is_wrong_is_only_warned_of(string typed, bool warned)
    {
        var page = await App.GetAsync($"{All}?search={Uri.EscapeDataString(typed)}");
        Assert.That(Text(page, "warning")?.Contains("clé", StringComparison.Ordinal) ?? false, Is.EqualTo(warned));
    }

    [TestCase("?limit=0", "limit")]
    [TestCase("?limit=201", "limit")]
    [TestCase("?cursor=abc", "cursor")]
    [TestCase("?cursor=63 999 901 0", "cursor")]
    [TestCase("?serach=x", "serach")]
    public async Task Wrong_parameters_are_named(string query, string field)
    {
        using var response = await App.SendAsync(KeptApp.Rssi, "GET", All + query);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await TestApp.JsonOf(response)).GetProperty("errors").TryGetProperty(field, out _), Is.True);
    }

    [Test]
    public async Task A_search_runs_two_statements_and_asks_to_sign_in()
    {
        Assert.That(await App.StatementsAsync(async () => (await App.SendAsync(KeptApp.Rssi, "GET", $"{All}?search=centre")).Dispose()), Is.EqualTo(2));
        await RefusedAsync(HttpStatusCode.Unauthorized, "sign-in-required", null, "GET", All);
        await RefusedAsync(HttpStatusCode.BadRequest, "too-long", KeptApp.Rssi, "GET", $"{All}?search={new string('a', 201)}");
    }

    [Test]
    public async Task An_administrator_adds_corrects_and_closes_by_hand()
    {
        const string Finess = "639999102";
        using var added = await App.SendAsync(Admin, "PUT", $"{All}/63 999 910 2", Said);
        var response = await TestApp.JsonOf(added);
        Assert.That((added.StatusCode, added.Headers.Location?.ToString()), Is.EqualTo((HttpStatusCode.Created, $"{All}/{Finess}")));
        Assert.That((Text(response.GetProperty("establishment"), "region"), Text(response, "warning") is null), Is.EqualTo(("Auvergne-Rhône-Alpes", false)), "its key is wrong");
        Assert.That(await SourceAsync(Finess), Is.EqualTo("hand"));

        var closed = await App.JsonAsync(HttpStatusCode.OK, Admin, "PUT", $"{All}/{Finess}", Said.Replace("true", "false", StringComparison.Ordinal).Replace("Clinique", "Polyclinique", StringComparison.Ordinal));
        Assert.That(closed.GetProperty("establishment").GetProperty("open").GetBoolean(), Is.False);
        Assert.That(Numbers(await App.GetAsync($"{All}?search=polyclinique+feint")), Is.EqualTo([Finess]), "a closed one is still found");

        await App.JsonAsync(HttpStatusCode.OK, Admin, "PUT", $"{All}/{Finess}", Said.Replace("}", ""","followDirectory":true}""", StringComparison.Ordinal));
        Assert.That(await SourceAsync(Finess), Is.EqualTo("finess"));
    }

    [TestCase("""{"town":"T","commune":"63999","open":true}""", 400, "kind name")]
    [TestCase("""{"kind":"legal-entity","name":"N","town":"T","commune":"63999","open":"oui"}""", 400, "open")]
    [TestCase("""{"kind":"legal-entity","name":" ","town":"T","commune":"63000000","open":true}""", 422, "name commune")]
    [TestCase("""{"kind":"clinique","name":"N","town":"T","commune":"63999","open":true}""", 422, "kind")]
    [TestCase("""{"kind":"legal-entity","parent":"639999010","name":"N","town":"T","commune":"63999","open":true}""", 422, "parent")]
    [TestCase("""{"kind":"site","name":"N","town":"T","commune":"63999","open":true}""", 422, "parent")]
    [TestCase("""{"kind":"site","parent":"639999028","name":"N","town":"T","commune":"63999","open":true}""", 422, "parent")]
    [TestCase("""{"kind":"site","parent":"630000000","name":"N","town":"T","commune":"63999","open":true}""", 422, "parent")]
    [TestCase("""{"kind":"legal-entity","name":"N\u0000","category":"35","postalCode":"x","town":"T","commune":"63999","open":true}""", 422, "name category postalCode")]
    public async Task What_is_wrong_is_refused_by_its_field_and_nothing_is_added(string json, int status, string fields)
    {
        using var response = await App.SendAsync(Admin, "PUT", $"{All}/639999093", json);
        Assert.That((int)response.StatusCode, Is.EqualTo(status), await response.Content.ReadAsStringAsync());
        Assert.That((await TestApp.JsonOf(response)).GetProperty("errors").EnumerateObject().Select(error => error.Name), Is.EqualTo(fields.Split(' ')));
        Assert.That(Numbers(await App.GetAsync($"{All}?search=639999093")), Is.Empty);
    }

    [Test]
    public async Task A_legal_entity_does_not_become_a_site() =>
        await RefusedAsync(HttpStatusCode.UnprocessableEntity, "kind-fixed", Admin, "PUT", $"{All}/639999010",
            """{"kind":"site","parent":"389999012","name":"N","town":"T","commune":"63999","open":true}""");

    [Test]
    public async Task To_others_a_number_that_is_not_there_and_one_they_may_not_see_are_the_same()
    {
        foreach (var (token, finess) in new[] { (KeptApp.Rssi, "149999013"), (KeptApp.Rssi, "149999999"), ("demo-national", "639999010"), (Admin, "pas-un-numero") })
            await RefusedAsync(HttpStatusCode.NotFound, "unknown-establishment", token, "PUT", $"{All}/{finess}", Said);
        await RefusedAsync(HttpStatusCode.Forbidden, "administrator-only", KeptApp.Rssi, "PUT", $"{All}/639999010", Said);
        await RefusedAsync(HttpStatusCode.Forbidden, "administrator-only", "demo-ars", "PUT", $"{All}/639999010", Said);
    }

    [Test]
    public async Task The_example_of_the_description_is_accepted()
    {
        var description = await App.JsonAsync(HttpStatusCode.OK, null, "GET", "/openapi/v1.json");
        var example = description.GetProperty("paths").GetProperty(All + "/{finess}").GetProperty("put").GetProperty("requestBody").GetProperty("content")
            .GetProperty("application/json").GetProperty("example").GetRawText();
        await App.JsonAsync(HttpStatusCode.Created, Admin, "PUT", $"{All}/639999085", example);
    }

    private static IEnumerable<string> Numbers(JsonElement page) => page.GetProperty("establishments").EnumerateArray().Select(found => found.GetProperty("finess").GetString()!);

    private Task<string?> SourceAsync(string finess) =>
        App.Engine.ReadAsync(async session => (await new EstablishmentStore(session).FindAsync(finess))?.Source, CancellationToken.None);
}
