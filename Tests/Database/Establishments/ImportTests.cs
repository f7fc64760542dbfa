using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using CrisisKits.Domain.Establishments;
using CrisisKits.Infrastructure.Establishments;
using CrisisKits.Infrastructure.Establishments.Importing;
using CrisisKits.Infrastructure.Sql;
using CrisisKits.Tests.Support;
using static CrisisKits.Tests.Support.ADirectory;

namespace CrisisKits.Tests.Database.Establishments;

/// <summary>What a file makes of the directory.</summary>
[TestFixtureSource(typeof(AllEngines))]
internal sealed class ImportTests(SqlDialect dialect) : EveryEngine(dialect)
{
    private const string Head = "639999010";
    private const string Digue = "639999028";
    private const string Combe = "639999036";

    [Test]
    public async Task The_new_file_brings_legal_entities_and_their_sites()
    {
        var report = await Import(Json(LegalEntity(Head, Site(Digue))));
        Assert.That(Told(report), Is.EqualTo("added 2"));
        var (head, site) = (await Find(Head), await Find(Digue));
        Assert.Multiple(() =>
        {
            Assert.That((head!.Kind, head.ParentFiness, head.Name, head.Category, head.Source), Is.EqualTo(("legal-entity", (string?)null, "CENTRE HOSPITALIER DE VALMOREL (FICTIF)", (string?)null, "finess")));
            Assert.That((site!.Kind, site.ParentFiness, site.Name, site.Category), Is.EqualTo(("site", Head, "HÔPITAL DE LA DIGUE (FICTIF)", "355")));
            // the address of a site is the one of use 03, wherever it stands
            Assert.That((site.Commune, site.PostalCode, site.Town, site.Department, site.Region), Is.EqualTo(("63999", "63999", "VALMOREL LES ESSARTS", "63", "84")));
        });
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task The_older_file_brings_sites_and_the_numbers_of_their_legal_entities(bool isLatin)
    {
        var text = FirstLine + Line(Digue, name: "\"LIEU DE VIE \"\"ÉTÉ\"\" (FICTIF)\"") + Line(Combe, name: "") + "geolocalisation;639999028;1;2;L93;2026\n";
        var report = await ImportAsync(Storage.Engine, (isLatin ? Encoding.Latin1 : Encoding.UTF8).GetBytes(text));
        Assert.That((Told(report), report.Nameless), Is.EqualTo(("added 3", 1)));
        var (head, site) = (await Find(Head), await Find(Digue));
        Assert.Multiple(async () =>
        {
            Assert.That((site!.Name, site.Town, site.PostalCode, site.Commune, site.Category, site.IsOpen), Is.EqualTo(("LIEU DE VIE \"ÉTÉ\" (FICTIF)", "VALMOREL", "63999", "63999", "500", true)));
            Assert.That((head!.Name, head.Kind, head.Commune), Is.EqualTo(($"Entité juridique {Head}", "legal-entity", "63999")));
            Assert.That((await Find(Combe))!.Name, Is.EqualTo("EHPAD"), "the short name where there is no long one");
        });
        Assert.That(Told(await Import(Json(LegalEntity(Head, Site(Digue), Site(Combe))))), Is.EqualTo("changed 3"), "a file that names the legal entity completes it");
        Assert.That(Told(await ImportAsync(Storage.Engine, (isLatin ? Encoding.Latin1 : Encoding.UTF8).GetBytes(text))), Is.EqualTo("changed 2"), "and the older one leaves it its name");
    }

    [TestCase("9A", "127", "97150 ST MARTIN", "978", null)]
    [TestCase("9F", "606", "97620 CHIRONGUI", "976", "06")]
    [TestCase("9E", "502", "97500 ST PIERRE", "975", null)]
    [TestCase("9J", "613", "98600 UVEA", "986", null)]
    [TestCase("2A", "004", "20000 AJACCIO", "2A", "94")]
    [TestCase("20", "004", "20000 AJACCIO", "2A", "94")]
    [TestCase("75", "113", "75013 PARIS", "75", "11")]
    public async Task Region_and_department_come_from_the_commune(string department, string commune, string routing, string expected, string? region)
    {
        // the number would say Mayotte
        await Import(FirstLine + Line("980500003", department: department, commune: commune, routing: routing));
        var site = await Find("980500003");
        Assert.That((site!.Department, site.Region), Is.EqualTo((expected, region)));
    }

    [Test]
    public async Task The_same_file_again_writes_nothing_at_all()
    {
        var text = Json(LegalEntity(Head, Site(Digue), Site(Combe)));
        await Import(text);
        var (before, statements) = (await Find(Digue), Storage.Engine.Statements);
        Assert.That(Told(await Import(text)), Is.EqualTo("unchanged 3"));
        Assert.That(Storage.Engine.Statements - statements, Is.EqualTo(1), "one page is read, and that is all");
        Assert.That(await Find(Digue), Is.EqualTo(before));
    }

    [Test]
    public async Task A_dry_run_tells_the_same_and_writes_nothing()
    {
        var text = Json(LegalEntity(Head, Site(Digue)));
        Assert.That(Told(await ImportAsync(Storage.Engine, text, dryRun: true)), Is.EqualTo("added 2"));
        Assert.That(await Storage.CountAsync("Establishment"), Is.Zero);
    }

    [Test]
    public async Task What_is_closed_or_gone_is_closed_here_and_stays()
    {
        await Import(Json([LegalEntity(Head, [.. Enumerable.Range(100, 10).Select(position => Site(Number(position)))])]));
        var sites = Enumerable.Range(101, 9).Select(position => Site(Number(position), state: position == 101 ? "I" : "A"));
        var report = await Import(Json(LegalEntity(Head, [.. sites])));
        Assert.That((Told(report), report.Vanished), Is.EqualTo(("closed 2 unchanged 9", 1)));
        Assert.That(((await Find(Number(100)))!.IsOpen, (await Find(Number(101)))!.IsOpen, (await Find(Number(102)))!.IsOpen), Is.EqualTo((false, false, true)));
        Assert.That(Told(await Import(Json(LegalEntity(Head, [.. sites])))), Is.EqualTo("unchanged 10"), "the one that is gone is closed once");
        Assert.That(Told(await Import(Json([LegalEntity(Head, [.. Enumerable.Range(100, 10).Select(position => Site(Number(position)))])]))), Is.EqualTo("changed 2 unchanged 9"), "and opens again with the file");
    }

    [Test]
    public async Task Half_a_file_is_refused_until_it_is_forced()
    {
        await Import(Json([LegalEntity(Head, [.. Enumerable.Range(100, 8).Select(position => Site(Number(position)))])]));
        var half = Json([LegalEntity(Head, [.. Enumerable.Range(100, 4).Select(position => Site(Number(position)))])]);
        var report = await Import(half);
        Assert.That(report.Stopped, Does.Contain("4 établissements ouverts sur 9").And.Contain("--force"));
        Assert.That((await Find(Number(107)))!.IsOpen, Is.True);
        Assert.That((await ImportAsync(Storage.Engine, half, force: true)).Stopped, Is.Null);
        Assert.That((await Find(Number(107)))!.IsOpen, Is.False);
    }

    [Test]
    public async Task The_older_file_closes_no_legal_entity_since_it_holds_none()
    {
        await Import(Json(LegalEntity(Head, Site(Digue)), LegalEntity("389999012")));
        Assert.That(Told(await Import(FirstLine + Line(Digue))), Is.EqualTo("changed 1"));
        Assert.That((await Find("389999012"))!.IsOpen, Is.True);
    }

    [Test]
    public async Task What_was_closed_before_it_was_known_is_left_out_unless_an_open_site_needs_it()
    {
        var closed = LegalEntity(Head, Site(Digue), Site(Combe, state: "I"));
        closed["etatObjet"] = "I";
        var useless = LegalEntity("389999012", Site("389999020", state: "I"));
        useless["etatObjet"] = "I";
        Assert.That(Told(await Import(Json(closed, useless))), Is.EqualTo("added 2 ignored 3"));
        Assert.That(((await Find(Head))!.IsOpen, (await Find(Digue))!.IsOpen), Is.EqualTo((false, true)));
    }

    [Test]
    public async Task Properties_may_come_in_any_order_the_sites_before_the_number_of_their_legal_entity()
    {
        var head = LegalEntity(Head, Site(Digue));
        var backwards = new JsonObject(head.Reverse().Select(property => KeyValuePair.Create(property.Key, property.Value?.DeepClone())));
        Assert.That(backwards.First().Key, Is.EqualTo("etatObjet"));
        Assert.That(Told(await Import(Json(backwards))), Is.EqualTo("added 2"));
        Assert.That((await Find(Digue))!.ParentFiness, Is.EqualTo(Head));
    }

    [Test]
    public async Task A_correction_by_hand_and_made_up_establishments_are_left_as_they_are()
    {
        var text = Json(LegalEntity(Head, Site(Digue), Site(Combe)));
        await Import(text);
        var mine = (await Find(Digue))! with { Name = "Hôpital de la Digue", Source = "hand" };
        var demo = EstablishmentRow.Of(AnEstablishment.At("149999013", "14999"), mine.ChangedAt, EstablishmentSource.Demo);
        await Storage.WriteAsync(session => new EstablishmentStore(session).PutAllAsync([mine, demo]));
        Assert.That(Told(await Import(text)), Is.EqualTo("unchanged 2 keptByHand 1"));
        Assert.That(await Find(Digue), Is.EqualTo(mine));
        Assert.That(Told(await ImportAsync(Storage.Engine, Json(LegalEntity(Head, Site(Combe))))), Is.EqualTo("unchanged 2"), "not even closed when it is gone");
        await Storage.WriteAsync(session => new EstablishmentStore(session).PutAllAsync([mine with { Source = "finess" }]));
        Assert.That(Told(await Import(text)), Is.EqualTo("changed 1 unchanged 2"), "handed back, the directory decides again");
        Assert.That((await Find(demo.Finess))!.IsOpen, Is.True);
    }

    [Test]
    public async Task An_interrupted_import_leaves_a_directory_that_holds_together_and_is_completed_by_another()
    {
        const int All = 12_000;
        var text = Json([.. Enumerable.Range(1, All / 3).Select(position => LegalEntity($"38999{position:D4}", Site($"14999{position:D4}"), Site($"15999{position:D4}")))]);
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("annuaire"), text);
        using var stop = new CancellationTokenSource();
        Assert.That(
            async () => await new ImportDirectory(Storage.Engine, TimeProvider.System).RunAsync(
                folder.File("annuaire"), false, false, progress => { if (progress.Writing) stop.Cancel(); }, stop.Token),
            Throws.InstanceOf<OperationCanceledException>());
        var before = await Storage.CountAsync("Establishment");
        Assert.That(before, Is.InRange(10_000, All - 1));
        Assert.That(Told(await Import(text)), Is.EqualTo($"added {All - before} unchanged {before}"));
        Assert.That(Told(await Import(text)), Is.EqualTo($"unchanged {All}"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_compressed_file_is_read_as_it_is(bool isZip)
    {
        using var bytes = new MemoryStream();
        if (isZip)
            using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            await using (var entry = archive.CreateEntry("finess.json").Open())
                await entry.WriteAsync(Encoding.UTF8.GetBytes(Json(LegalEntity(Head, Site(Digue)))));
        else
            await using (var zipped = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
                await zipped.WriteAsync(Encoding.UTF8.GetBytes(FirstLine + Line(Digue)));
        Assert.That(Told(await ImportAsync(Storage.Engine, bytes.ToArray())), Is.EqualTo("added 2"));
        var cut = bytes.ToArray()[..^60];
        if (isZip)
            Assert.That(async () => await ImportAsync(Storage.Engine, cut), Throws.InstanceOf<RefusedDirectoryException>());
        else
            Assert.That((await ImportAsync(Storage.Engine, cut)).Stopped, Is.Not.Null);
    }

    private Task<EstablishmentRow?> Find(string finess) => Storage.ReadAsync(session => new EstablishmentStore(session).FindAsync(finess));

    private Task<ImportReport> Import(string text) => ImportAsync(Storage.Engine, text);

    private static string Told(ImportReport report) => string.Join(' ',
        Enum.GetValues<DirectoryFate>().Where(fate => report.Count(fate) > 0).Select(fate => $"{char.ToLowerInvariant(fate.ToString()[0])}{fate.ToString()[1..]} {report.Count(fate)}")
            .Concat(report.RefusedCount > 0 ? [$"refused {report.RefusedCount}"] : []));
}
