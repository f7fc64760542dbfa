using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using CrisisKits.Infrastructure.Content;
using CrisisKits.Tests.Support;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using UglyToad.PdfPig;

namespace CrisisKits.Tests.Api;

public sealed class KitsTests
{
    private TestApp _app = null!;
    private HttpClient _client = null!;

    [OneTimeSetUp]
    public void Start()
    {
        _app = new();
        _client = _app.CreateClient();
    }

    [OneTimeTearDown]
    public void Stop()
    {
        _client.Dispose();
        _app.Dispose();
    }

    [Test]
    public async Task The_catalogue_lists_three_kits()
    {
        var editions = await GetJson("/api/v1/kits");

        var current = editions.EnumerateArray().Single(edition => edition.GetProperty("current").GetBoolean());
        Assert.That(current.GetProperty("kits").EnumerateArray().Select(kit => kit.GetProperty("level").GetString()), Is.EqualTo(new[] { "beginner", "intermediate", "advanced" }));
    }

    [Test]
    public async Task A_kit_tells_its_format_its_stimuli_and_its_documents()
    {
        var kit = await GetJson("/api/v1/kits/current/beginner");

        var format = kit.GetProperty("format");
        Assert.Multiple(() =>
        {
            Assert.That(format.EnumerateObject().Select(property => property.Name), Is.EqualTo(new[]
            {
                "form", "description", "cells", "players", "facilitators", "observers", "playMinutes", "roomMinutes", "preparationWeeks",
            }));
            Assert.That(format.GetProperty("players").GetProperty("min").GetInt32(), Is.EqualTo(6));
            Assert.That(format.GetProperty("cells")[0].GetProperty("id").GetString(), Is.EqualTo("unique"));
            Assert.That(kit.GetProperty("stimuli").GetInt32(), Is.InRange(10, 14));
            Assert.That(kit.GetProperty("documents").EnumerateArray().Select(document => document.GetProperty("pages").GetInt32()), Is.All.Positive);
        });
    }

    [Test]
    public async Task The_announced_pages_are_those_of_the_document()
    {
        var kit = await GetJson("/api/v1/kits/current/beginner?variant=esms");

        foreach (var document in kit.GetProperty("documents").EnumerateArray().Take(5))
        {
            var bytes = await _client.GetByteArrayAsync(document.GetProperty("href").GetString());
            using var pdf = PdfDocument.Open(bytes);
            Assert.That(pdf.NumberOfPages, Is.EqualTo(document.GetProperty("pages").GetInt32()), document.GetProperty("id").GetString());
        }
    }

    [TestCase("/api/v1/kits/2026.1/beginner/player.pdf", "application/pdf", "crisiskits-2026.1-beginner-player-EXERCICE.pdf")]
    [TestCase("/api/v1/kits/current/beginner/documents/stimuli.pdf?variant=esms", "application/pdf", "crisiskits-2026.1-beginner-esms-stimuli-EXERCICE.pdf")]
    [TestCase("/api/v1/kits/current/advanced/documents/chronogramme.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "crisiskits-2026.1-advanced-chronogramme-EXERCICE.xlsx")]
    [TestCase("/api/v1/kits/current/beginner/documents/dossier-observateur.csv?variant=esms", "text/csv", "crisiskits-2026.1-beginner-esms-dossier-observateur-EXERCICE.csv")]
    [TestCase("/api/v1/kits/current/beginner/documents/cadrage.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "crisiskits-2026.1-beginner-cadrage-EXERCICE.docx")]
    [TestCase("/api/v1/kits/current/advanced/bundle.zip", "application/zip", "crisiskits-2026.1-advanced-EXERCICE.zip")]
    [TestCase("/api/v1/grids/current.pdf", "application/pdf", "crisiskits-grille-2026.1.pdf")]
    [TestCase("/api/v1/grids/2026.1.pdf?variant=esms", "application/pdf", "crisiskits-grille-2026.1-esms.pdf")]
    public async Task A_file_says_its_name_and_is_not_sent_twice(string address, string contentType, string fileName)
    {
        using var first = await _client.GetAsync(address);
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await _client.SendAsync(again);

        Assert.Multiple(() =>
        {
            Assert.That(first.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(first.Content.Headers.ContentType!.MediaType, Is.EqualTo(contentType));
            Assert.That(first.Content.Headers.ContentDisposition!.FileName, Is.EqualTo(fileName));
            Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
            Assert.That(second.Content.Headers.ContentLength ?? 0, Is.Zero);
        });
    }

    [TestCase("/api/v1/kits/2019.1", "unknown-kit-version")]
    [TestCase("/api/v1/kits/2019.1/beginner", "unknown-kit-version")]
    [TestCase("/api/v1/kits/current/novice", "unknown-level")]
    [TestCase("/api/v1/kits/current/débutant", "unknown-level")]
    [TestCase("/api/v1/kits/current/intermédiaire/bundle.zip", "unknown-level")]
    [TestCase("/api/v1/kits/current/confirmé", "unknown-level")]
    [TestCase("/api/v1/kits/current/beginner/pirate.pdf", "unknown-audience")]
    [TestCase("/api/v1/kits/current/beginner/documents/rançon.pdf", "unknown-document")]
    [TestCase("/api/v1/kits/current/beginner/documents/rançon.xlsx", "unknown-document")]
    [TestCase("/api/v1/kits/current/beginner/documents/stop.xlsx", "no-editable-form")]
    [TestCase("/api/v1/kits/current/beginner/documents/cadrage.csv", "no-editable-form")]
    [TestCase("/api/v1/kits/current/beginner/documents/stimuli.pdf?variant=lycee", "unknown-variant")]
    [TestCase("/api/v1/kits/current/beginner/bundle.zip?scenario=autre", "unknown-scenario")]
    [TestCase("/api/v1/kits/current/advanced?scenario=autre", "unknown-scenario")]
    [TestCase("/api/v1/grids/2019.1.pdf", "unknown-grid-version")]
    [TestCase("/api/v1/grids/current.pdf?variant=", "unknown-variant")]
    public async Task An_address_that_names_nothing_says_what_is_unknown(string address, string code)
    {
        using var response = await _client.GetAsync(address);

        await TestApp.ProblemOf(response, HttpStatusCode.NotFound, code);
    }

    [TestCase("/api/v1/kits/current/beginner?varient=esms", "varient", "variant, scenario")]
    [TestCase("/api/v1/kits/current/beginner/bundle.zip?varient=esms", "varient", "variant, scenario")]
    [TestCase("/api/v1/kits/current/beginner/player.pdf?variant=esms&senario=x", "senario", "variant, scenario")]
    [TestCase("/api/v1/kits/current/beginner/documents/stop.pdf?esms", "esms", "variant, scenario")]
    [TestCase("/api/v1/grids/current.pdf?scenario=x", "scenario", "variant")]
    public async Task A_mistyped_parameter_is_named_with_those_that_exist(string address, string parameter, string known)
    {
        using var response = await _client.GetAsync(address);

        var problem = await TestApp.ProblemOf(response, HttpStatusCode.BadRequest, "unknown-parameter");
        Assert.That(problem.GetProperty("errors").GetProperty(parameter)[0].GetProperty("message").GetString(), Does.Contain(parameter).And.EndWith($" {known}."));
    }

    [Test]
    public async Task The_bundle_holds_each_document_once_and_a_manifest_that_is_true()
    {
        using var zip = new ZipArchive(new MemoryStream(await _client.GetByteArrayAsync("/api/v1/kits/current/beginner/bundle.zip")));
        var root = "crisiskits-2026.1-beginner-EXERCICE/";
        var manifest = JsonDocument.Parse(Bytes(zip.GetEntry(root + "manifest.json")!)).RootElement;
        var files = manifest.GetProperty("files").EnumerateArray().ToDictionary(file => root + file.GetProperty("path").GetString(), file => file.GetProperty("sha256").GetString()!, StringComparer.Ordinal);

        Assert.Multiple(() =>
        {
            Assert.That(zip.Entries[^1].Name, Is.EqualTo("manifest.json"));
            Assert.That(zip.Entries.SkipLast(1).Select(entry => entry.FullName), Is.EqualTo(files.Keys));
            foreach (var pdf in zip.Entries.Where(entry => entry.Name.EndsWith(".pdf", StringComparison.Ordinal)))
                Assert.That(pdf.CompressedLength, Is.EqualTo(pdf.Length), "stored as it is");
            Assert.That(zip.Entries.Select(entry => Path.GetExtension(entry.Name)).ToHashSet(StringComparer.Ordinal), Is.EquivalentTo(new[] { ".pdf", ".docx", ".xlsx", ".csv", ".json" }));
            foreach (var entry in zip.Entries.SkipLast(1))
                Assert.That(Convert.ToHexStringLower(SHA256.HashData(Bytes(entry))), Is.EqualTo(files[entry.FullName]), entry.FullName);
        });
    }

    [Test]
    public async Task The_same_bundle_has_the_same_bytes_on_another_server()
    {
        await using var other = new TestApp("Development");
        using var client = other.CreateClient();
        const string address = "/api/v1/kits/current/intermediate/bundle.zip?variant=esms";

        Assert.That(SHA256.HashData(await client.GetByteArrayAsync(address)), Is.EqualTo(SHA256.HashData(await _client.GetByteArrayAsync(address))));
    }

    [Test]
    public async Task The_command_line_writes_the_files_of_the_bundle_byte_for_byte()
    {
        var folder = Directory.CreateTempSubdirectory("crisiskits-").FullName;
        try
        {
            var exit = await CrisisKits.Api.CommandLine.KitCommand.RunAsync(["beginner", "--out", folder], TextWriter.Null);
            using var zip = new ZipArchive(new MemoryStream(await _client.GetByteArrayAsync("/api/v1/kits/current/beginner/bundle.zip")));

            Assert.Multiple(() =>
            {
                Assert.That(exit, Is.Zero);
                Assert.That(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Count(), Is.EqualTo(zip.Entries.Count));
                foreach (var entry in zip.Entries)
                    Assert.That(File.ReadAllBytes(Path.Combine(folder, entry.FullName[(entry.FullName.IndexOf('/', StringComparison.Ordinal) + 1)..])), Is.EqualTo(Bytes(entry)), entry.FullName);
            });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public async Task The_command_line_makes_a_kit_for_an_establishment_as_the_server_does()
    {
        const string body = """{ "variant": "esms", "establishment": { "name": "Les Tilleuls" }, "date": "2026-12-15", "start": "14:00" }""";
        var folder = Directory.CreateTempSubdirectory("crisiskits-").FullName;
        try
        {
            var file = Path.Combine(folder, "pour.json");
            await File.WriteAllTextAsync(file, body);
            var exit = await CrisisKits.Api.CommandLine.KitCommand.RunAsync(["beginner", "--out", Path.Combine(folder, "kit"), "--for", file], TextWriter.Null);
            await using var development = new TestApp("Development");
            using var client = development.CreateClient();
            using var answer = await client.PostAsync("/api/v1/kits/current/beginner/bundle.zip", TestApp.Json(body));
            using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());

            Assert.That(exit, Is.Zero);
            foreach (var entry in zip.Entries)
                Assert.That(await File.ReadAllBytesAsync(Path.Combine(folder, "kit", entry.FullName[(entry.FullName.IndexOf('/', StringComparison.Ordinal) + 1)..])), Is.EqualTo(Bytes(entry)), entry.FullName);
            await File.WriteAllTextAsync(file, "{}");
            using var messages = new StringWriter();
            Assert.That(await CrisisKits.Api.CommandLine.KitCommand.RunAsync(["beginner", "--out", folder, "--for", file], messages), Is.EqualTo(1));
            Assert.That(messages.ToString(), Does.Contain("missing-establishment"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [TestCase("beginner", "--out", "x", "--variant", "esms", "--for", "y")]
    [TestCase("beginner")]
    [TestCase("--out", "x")]
    [TestCase("novice", "--out", "x")]
    [TestCase("beginner", "--out")]
    [TestCase("beginner", "--in", "x")]
    [TestCase("beginner", "--out", "x", "--out", "y")]
    [TestCase("beginner", "--out", "x", "--variant", "lycee")]
    [TestCase("confirmé", "--out", "x")]
    [TestCase("débutant", "--out", "x")]
    public async Task Wrong_arguments_say_what_to_type_and_exit_with_2(params string[] args)
    {
        using var messages = new StringWriter();

        var exit = await CrisisKits.Api.CommandLine.KitCommand.RunAsync(args, messages);

        Assert.Multiple(() =>
        {
            Assert.That(exit, Is.EqualTo(2));
            Assert.That(messages.ToString(), Does.Contain("kit beginner --out DOSSIER"));
        });
    }

    [Test]
    public async Task A_scenario_of_another_level_is_answered_with_those_of_this_one()
    {
        using var messages = new StringWriter();

        var exit = await CrisisKits.Api.CommandLine.KitCommand.RunAsync(["advanced", "--out", "x", "--scenario", "ecrans-noirs"], messages);

        Assert.That(exit, Is.EqualTo(2));
        Assert.That(messages.ToString(), Does.StartWith("Scénario inconnu à ce niveau. Choisissez : vendredi-soir."));
    }

    [Test]
    public async Task Expert_is_the_old_name_of_the_advanced_level()
    {
        var kit = await GetJson("/api/v1/kits/current/expert");

        Assert.That(kit.GetProperty("level").GetString(), Is.EqualTo("advanced"));
        Assert.That(kit.GetProperty("bundle").GetString(), Does.Contain("/advanced/"));
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var bytes = new MemoryStream();
        using var content = entry.Open();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    private async Task<JsonElement> GetJson(string address)
    {
        using var response = await _client.GetAsync(address);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), await response.Content.ReadAsStringAsync());
        return await TestApp.JsonOf(response);
    }

    [Test]
    public async Task An_audience_without_a_document_is_said_to_have_none()
    {
        var shipped = ShippedContent.Files;
        var without = new ContentFiles(shipped.Paths.Select(path => KeyValuePair.Create(
            path, path.EndsWith("/kit.yaml", StringComparison.Ordinal) ? shipped.Text(path).Replace("  - dossier-observateur\n", "", StringComparison.Ordinal) : shipped.Text(path)))
            .Where(file => !file.Key.EndsWith("/dossier-observateur.md", StringComparison.Ordinal)));
        await using var app = new TestApp(configure: host => host.ConfigureTestServices(services => services.AddSingleton(without)));
        using var client = app.CreateClient();
        using var response = await client.GetAsync(new Uri("/api/v1/kits/current/beginner/observer.pdf", UriKind.Relative));
        await TestApp.ProblemOf(response, HttpStatusCode.NotFound, "no-document");
    }
}
