using System.IO.Compression;
using System.Net;
using System.Text.Json;
using CrisisKits.Tests.Support;
using UglyToad.PdfPig;

namespace CrisisKits.Tests.Api;

/// <summary>The kit made for one establishment: who may have it, what is refused, what comes out.</summary>
public sealed class MadeKitsTests
{
    private const string Name = """{ "establishment": { "name": "Centre hospitalier de Valbrune" }""";
    private TestApp _development = null!;
    private TestApp _production = null!;
    private HttpClient _open = null!;
    private HttpClient _closed = null!;

    [OneTimeSetUp]
    public void Start()
    {
        _development = new("Development");
        _production = new();
        _open = _development.CreateClient();
        _closed = _production.CreateClient();
    }

    [OneTimeTearDown]
    public void Stop()
    {
        _open.Dispose();
        _closed.Dispose();
        _development.Dispose();
        _production.Dispose();
    }

    [TestCase("management.pdf", true)]
    [TestCase("player.pdf", true)]
    [TestCase("room.pdf", true)]
    [TestCase("documents/cadrage.pdf", true)]
    [TestCase("documents/fiches-reflexes.pdf", true)]
    [TestCase("documents/cadrage.docx", true)]
    [TestCase("documents/chronogramme.xlsx", false)]
    [TestCase("documents/dossier-observateur.csv", false)]
    [TestCase("facilitator.pdf", false)]
    [TestCase("observer.pdf", false)]
    [TestCase("documents/stimuli.pdf", false)]
    [TestCase("documents/preavis.pdf", false)]
    [TestCase("documents/dossier-observateur.pdf", false)]
    [TestCase("bundle.zip", false)]
    public async Task What_tells_the_play_asks_for_a_sign_in_outside_Development(string file, bool open)
    {
        using var development = await Post(_open, file, Name + "}");
        using var production = await Post(_closed, file, Name + "}");

        Assert.That(development.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        if (open)
            Assert.That(production.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        else
            await TestApp.ProblemOf(production, HttpStatusCode.Forbidden, "sign-in-required");
        Assert.That(development.Headers.CacheControl!.NoStore, Is.True);
        Assert.That(development.Headers.ETag, Is.Null);
    }

    [TestCase(""" "etablissement": {} """, "etablissement", "unknown-property")]
    [TestCase(""" "systems": { "dpii": "x" } """, "systems.dpii", "unknown-property")]
    [TestCase(""" "functions": { "pirate": "x" } """, "functions.pirate", "unknown-function")]
    [TestCase(""" "functions": { "direx": 3 } """, "functions.direx", "wrong-type")]
    [TestCase(""" "functions": [ "direx" ] """, "functions", "wrong-type")]
    [TestCase(""" "functions": { "direx": "  " } """, "functions.direx", "blank")]
    [TestCase(""" "functions": { "direx": "a\u200Fb" } """, "functions.direx", "control-character")]
    [TestCase(""" "systems": { "dpi": "a\tb" } """, "systems.dpi", "control-character")]
    [TestCase(""" "systems": { "laboratory": "a\u202Eb" } """, "systems.laboratory", "control-character")]
    [TestCase(""" "systems": { "imaging": "a\u2028b" } """, "systems.imaging", "control-character")]
    [TestCase(""" "systems": { "imaging": "\u034F" } """, "systems.imaging", "control-character")]
    [TestCase(""" "systems": { "imaging": "a\u0301\u0301" } """, "systems.imaging", "control-character")]
    [TestCase(""" "systems": { "imaging": "\u3164" } """, "systems.imaging", "control-character")]
    [TestCase(""" "systems": { "pharmacy": "مستشفى" } """, "systems.pharmacy", "unprintable-character")]
    [TestCase(""" "date": "2026-02-30" """, "date", "unknown-date")]
    [TestCase(""" "date": "15/12/2026" """, "date", "unknown-date")]
    [TestCase(""" "date": "" """, "date", "unknown-date")]
    [TestCase(""" "start": "24:00" """, "start", "unknown-time")]
    [TestCase(""" "start": "9:00" """, "start", "unknown-time")]
    [TestCase(""" "breaks": [ { "at": "0:75", "minutes": 5 } ] """, "breaks[0].at", "unknown-time")]
    [TestCase(""" "breaks": [ { "at": "0:30", "minutes": 0 } ] """, "breaks[0].minutes", "out-of-range")]
    [TestCase(""" "breaks": [ { "at": "0:30" } ] """, "breaks[0].minutes", "out-of-range")]
    [TestCase(""" "variant": "lycee" """, "variant", "unknown-variant")]
    [TestCase(""" "answers": [ { "questionId": "entr-exercice-tenu", "option": 1 } ] """, "gridVersion", "missing-grid-version")]
    [TestCase(""" "gridVersion": "current" """, "answers", "missing-answers")]
    [TestCase(""" "gridVersion": "current", "answers": [ { "questionId": "entr-exercice-tenu", "option": 7 } ] """, "answers[0].option", "option-out-of-range")]
    public Task A_badly_formed_request_names_the_field(string more, string path, string code) => Refused(more, HttpStatusCode.BadRequest, path, code);

    [TestCase(""" "start": "22:30" """, "start", "ends-after-midnight")]
    [TestCase(""" "start": "20:00", "breaks": [ { "at": "0:30", "minutes": 240 } ] """, "start", "ends-after-midnight")]
    [TestCase(""" "breaks": [ { "at": "9:30", "minutes": 5 } ] """, "breaks[0].at", "break-outside-play")]
    [TestCase(""" "breaks": [ { "at": "0:58", "minutes": 5 } ] """, "breaks[0].at", "break-too-close")]
    [TestCase(""" "scenario": "autre" """, "scenario", "unknown-scenario")]
    [TestCase(""" "gridVersion": "2019.1", "answers": [ { "questionId": "entr-exercice-tenu", "option": 1 } ] """, "gridVersion", "unknown-grid-version")]
    [TestCase(""" "gridVersion": "current", "answers": [ { "questionId": "inconnue", "option": 1 } ] """, "answers[0].questionId", "unknown-question")]
    public Task What_a_rule_refuses_names_the_field(string more, string path, string code) => Refused(more, HttpStatusCode.UnprocessableEntity, path, code);

    [TestCase("{}", "establishment", "missing-establishment")]
    [TestCase("""{ "establishment": {} }""", "establishment.name", "missing-name")]
    [TestCase("""{ "establishment": { "name": "" } }""", "establishment.name", "blank")]
    public async Task An_establishment_has_a_name(string body, string path, string code)
    {
        using var response = await Post(_open, "player.pdf", body);

        Assert.That((await TestApp.ProblemOf(response, HttpStatusCode.BadRequest, code)).GetProperty("errors").TryGetProperty(path, out _), Is.True);
    }

    [TestCase(200, HttpStatusCode.OK)]
    [TestCase(201, HttpStatusCode.BadRequest)]
    public async Task Two_hundred_characters_are_accepted_and_no_more(int length, HttpStatusCode status)
    {
        using var response = await Post(_open, "documents/emargement.pdf", JsonSerializer.Serialize(new { establishment = new { name = new string('W', length) } }));

        Assert.That(response.StatusCode, Is.EqualTo(status));
    }

    [TestCase("player.pdf?variant=esms", "unknown-parameter", HttpStatusCode.BadRequest)]
    [TestCase("pirate.pdf", "unknown-audience", HttpStatusCode.NotFound)]
    [TestCase("documents/priorites-direx.pdf", "unknown-document", HttpStatusCode.NotFound)]
    [TestCase("documents/stop.docx", "no-editable-form", HttpStatusCode.NotFound)]
    public async Task An_address_that_names_nothing_is_refused(string file, string code, HttpStatusCode status)
    {
        using var response = await Post(_open, file, Name + "}");

        await TestApp.ProblemOf(response, status, code);
    }

    [TestCase("Hôpital Saint-Éloi – Œuvre de l’Haÿ", "hopital-saint-eloi-oeuvre-de-l-hay")]
    [TestCase("../../etc/passwd", "etc-passwd")]
    [TestCase("Centre hospitalier intercommunal de Valbrune et des Essarts", "centre-hospitalier-intercommunal-de")]
    [TestCase("Я", "")]
    public async Task The_name_of_a_file_is_safe_anywhere(string name, string written)
    {
        using var response = await Post(_open, "documents/stop.pdf", JsonSerializer.Serialize(new { establishment = new { name } }));

        Assert.That(response.Content.Headers.ContentDisposition!.FileName, Is.EqualTo($"crisiskits-2026.1-beginner-{written}{(written.Length > 0 ? "-" : "")}stop-EXERCICE.pdf"));
    }

    [Test]
    public async Task The_bundle_is_made_for_the_establishment_and_targeted_by_its_answers()
    {
        const string body = Name + """
            , "variant": "esms", "date": "2026-12-15", "start": "09:00",
              "gridVersion": "current", "answers": [ { "questionId": "entr-exercice-tenu", "option": 0 }, { "questionId": "gouv-cellule-decisionnelle", "option": 3 } ] }
            """;
        using var response = await Post(_open, "bundle.zip", body);
        using var again = await Post(_open, "bundle.zip", body);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        using var zip = new ZipArchive(new MemoryStream(bytes));
        var manifest = JsonDocument.Parse(zip.Entries[^1].Open()).RootElement;
        using var page = new MemoryStream();
        await zip.Entries.Single(entry => entry.Name.Contains("priorites-direx", StringComparison.Ordinal)).Open().CopyToAsync(page);
        using var pdf = PdfDocument.Open(page.ToArray());

        Assert.Multiple(async () =>
        {
            Assert.That(response.Content.Headers.ContentDisposition!.FileName, Is.EqualTo("crisiskits-2026.1-beginner-esms-centre-hospitalier-de-valbrune-2026-12-15-EXERCICE.zip"));
            Assert.That(await again.Content.ReadAsByteArrayAsync(), Is.EqualTo(bytes));
            Assert.That(manifest.GetProperty("personalised").GetBoolean() && manifest.GetProperty("targeted").GetBoolean(), Is.True);
            Assert.That(zip.Entries.Select(entry => entry.Name), Has.One.EqualTo("00-commencez-ici-debutant-esms-EXERCICE.pdf"));
            Assert.That(pdf.GetPage(1).Text, Does.Contain("Entraînement et retour").And.Contain("0\u202F%"));
        });
    }

    private async Task Refused(string more, HttpStatusCode status, string path, string code)
    {
        using var response = await Post(_open, "bundle.zip", $"{Name}, {more} }}");

        var problem = await TestApp.ProblemOf(response, status, code);
        Assert.That(problem.GetProperty("errors").TryGetProperty(path, out _), Is.True, problem.ToString());
    }

    private static Task<HttpResponseMessage> Post(HttpClient client, string file, string body) => client.PostAsync($"/api/v1/kits/current/beginner/{file}", TestApp.Json(body));
}
