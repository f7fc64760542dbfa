using System.Text;
using System.Text.Json.Nodes;
using CrisisKits.Domain.Establishments;
using CrisisKits.Infrastructure.Establishments;
using CrisisKits.Infrastructure.Establishments.Importing;
using CrisisKits.Tests.Support;
using CsCheck;
using static CrisisKits.Tests.Support.ADirectory;

namespace CrisisKits.Tests.Database.Establishments;

/// <summary>Files that are wrong, cut, or made to harm.</summary>
internal sealed class HostileFilesTests
{
    private const string Head = "639999010";
    private const string Digue = "639999028";
    private const string Combe = "639999036";

    private TestStorage _storage = null!;

    [SetUp]
    public async Task Open() => _storage = await TestStorage.OpenAsync();

    [TearDown]
    public async Task Close() => await _storage.DisposeAsync();

    private static IEnumerable<TestCaseData> NoDirectory()
    {
        yield return new("", "vide");
        yield return new("\uFEFF \n", "vide");
        yield return new("bonjour", "ni le JSON");
        yield return new("nofinesset,rs\n639999010,CH\n", "ni le JSON");
        yield return new("{}", "« pmej »");
        yield return new("""{"pmej":{}}""", "« pmej »");
        yield return new("""{"pmej":"x"}""", "« pmej »");
        yield return new("""{"activites":[1,2,{"a":[]}]}""", "« pmej »");
        yield return new("""{"pmej":[{"etatObjet":"A"}""", "s'arrête au milieu");
        yield return new("""{"pmej":[]} {}""", "Ligne 1");
        yield return new("{\"pmej\":[\n\n{\"informationsGeneralesPMEJ\":{\"numFinessPm\": nimporte", "Ligne 3");
        yield return new("{\"pmej\":[{\"etatObjet\":\"\\ud83d\"}]}", "Ligne 1");
        yield return new("{\"pmej\":" + new string('[', 100) + new string(']', 100) + "}", "Ligne 1");
        yield return new(string.Concat(Enumerable.Repeat("{\"pmej\":", 100)), "Ligne 1");
        yield return new("{\"pmej\":[{\"etatObjet\":\"" + new string('A', 3_000_000), "1 Mo");
        yield return new("{\"x\":\"" + new string('A', 3_000_000) + "\",\"pmej\":[]}", "1 Mo");
        yield return new(FirstLine + "structureet;639999028;" + new string('A', 3_000_000), "1 Mo");
        yield return new(FirstLine + "structureet;\"" + new string(';', 3_000_000), "1 Mo");
        yield return new("PK\u0003\u0004 rien", "endommagé");
    }

    [TestCaseSource(nameof(NoDirectory))]
    public void What_is_no_directory_is_refused_whole_and_says_why(string text, string expected) =>
        Assert.That(async () => await Import(text), Throws.InstanceOf<RefusedDirectoryException>().With.Message.Contains(expected));

    [Test]
    public void JSON_in_another_encoding_is_refused() =>
        Assert.That(
            async () => await ImportAsync(_storage.Engine, Encoding.Latin1.GetBytes(Json(LegalEntity(Head)).Replace("VALMOREL", "VALMORÉL", StringComparison.Ordinal))),
            Throws.InstanceOf<RefusedDirectoryException>().With.Message.Contains("UTF-8"));

    [Test]
    public async Task A_CSV_saved_in_UTF_16_says_so_by_its_mark_and_is_read_and_without_it_is_refused()
    {
        var text = Encoding.Unicode.GetBytes(FirstLine + Line(Digue, name: "HÔPITAL (FICTIF)"));
        Assert.That(async () => await ImportAsync(_storage.Engine, text), Throws.InstanceOf<RefusedDirectoryException>());
        await ImportAsync(_storage.Engine, [0xFF, 0xFE, .. text]);
        Assert.That((await Find(Digue))!.Name, Is.EqualTo("HÔPITAL (FICTIF)"));
    }

    [Test]
    public async Task A_line_of_a_gigabyte_is_refused_in_little_memory()
    {
        using var folder = new TempFolder();
        // mostly a hole: it takes no room on the disk
        await using (var file = File.Create(folder.File("annuaire")))
        {
            await file.WriteAsync(Encoding.UTF8.GetBytes(FirstLine + "structureet;"));
            file.SetLength(1L << 30);
        }

        var before = GC.GetTotalAllocatedBytes();
        Assert.That(
            async () => await new ImportDirectory(_storage.Engine, TimeProvider.System).RunAsync(folder.File("annuaire"), false, false, _ => { }, CancellationToken.None),
            Throws.InstanceOf<RefusedDirectoryException>());
        Assert.That(GC.GetTotalAllocatedBytes() - before, Is.LessThan(64 << 20));
    }

    [Test]
    public async Task A_cut_CSV_is_refused_until_it_is_forced()
    {
        var cut = (FirstLine + Line(Digue) + Line(Combe))[..^80];
        Assert.That((await Import(cut)).Stopped, Does.Contain("La dernière ligne est incomplète").And.Contain("--force"));
        Assert.That(await _storage.CountAsync("Establishment"), Is.Zero);
        Assert.That((await ImportAsync(_storage.Engine, cut, force: true)).Stopped, Is.Null);
        Assert.That(await _storage.CountAsync("Establishment"), Is.EqualTo(2));
    }

    [TestCase("structureet;639999036;639999010;TROP COURT\n", "colonnes au lieu de 32")]
    [TestCase("structureet;639999036;639999010;UN;POINT;VIRGULE;DE;TROP;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;\n", "colonnes au lieu de 32")]
    [TestCase("structureej;639999036;\n", "structureet")]
    [TestCase("=cmd|' /C calc'!A0;639999036;;\n", "structureet")]
    [TestCase("structureet;pas un numéro;639999010;;;;;;;;;;;;;;;;;;;;;;;;;;;;;\n", "n'est pas un numéro FINESS")]
    public async Task A_wrong_line_is_refused_by_its_number_and_the_others_are_imported(string wrong, string reason)
    {
        var report = await Import(FirstLine + wrong + Line(Digue));
        Assert.That(report.Refused.Select(refused => (refused.Place, refused.Reason.Contains(reason, StringComparison.Ordinal))), Is.EqualTo([("ligne 2", true)]), report.Refused[0].Reason);
        Assert.That((report.Stopped, report.Count(DirectoryFate.Added)), Is.EqualTo(((string?)null, 2)));
    }

    [Test]
    public async Task An_open_quote_spoils_its_line_alone()
    {
        var report = await Import(FirstLine + Line(Combe, name: "\"LES LILAS") + Line(Digue));
        Assert.That((report.Count(DirectoryFate.Added), report.RefusedCount), Is.EqualTo((2, 1)));
        Assert.That((await Find(Digue))!.Name, Is.EqualTo("EHPAD DES TILLEULS (FICTIF)"));
    }

    [Test]
    public async Task A_line_that_is_refused_closes_nothing()
    {
        await Import(FirstLine + Line(Digue) + Line(Combe));
        var report = await Import(FirstLine + Line(Digue, name: "NUL \0 DEDANS") + Line(Combe));
        Assert.That((report.RefusedCount, report.Vanished), Is.EqualTo((1, 0)));
        Assert.That(((await Find(Digue))!.IsOpen, (await Find(Digue))!.Name), Is.EqualTo((true, "EHPAD DES TILLEULS (FICTIF)")));
    }

    [Test]
    public async Task A_number_serves_once_in_a_file()
    {
        var report = await Import(Json(LegalEntity(Head, Site(Digue), Site(Digue, name: "AUTRE (FICTIF)"), Site(Head)), LegalEntity(Digue, Site(Combe)), LegalEntity(Head)));
        Assert.That(report.Refused.Select(refused => (refused.Place, refused.Reason)), Is.EqualTo(new[]
        {
            ("ligne 1, pmej[0].ege[1]", "ce numéro est déjà plus haut dans le fichier"),
            ("ligne 1, pmej[0].ege[2]", "ce numéro est déjà plus haut dans le fichier"),
            ("ligne 1, pmej[1]", "ce numéro est déjà plus haut dans le fichier"),
            ("ligne 1, pmej[1].ege[0]", "son entité juridique est refusée"),
            ("ligne 1, pmej[2]", "ce numéro est déjà plus haut dans le fichier"),
        }));
        Assert.That(((await Find(Digue))!.Name, await _storage.CountAsync("Establishment")), Is.EqualTo(("HÔPITAL DE LA DIGUE (FICTIF)", 2)));
    }

    [Test]
    public async Task A_number_that_was_a_legal_entity_is_no_site_further_down()
    {
        var report = await Import(FirstLine + Line(Digue) + Line(Head, parent: "389999012") + Line(Combe));
        Assert.That(report.Refused.Select(refused => (refused.Place, refused.Reason)), Is.EqualTo([("ligne 3", "ce numéro est déjà plus haut dans le fichier")]));
        Assert.That((report.Count(DirectoryFate.Added), await _storage.CountAsync("Establishment")), Is.EqualTo((3, 3)));
    }

    [Test]
    public async Task What_is_a_site_here_is_no_legal_entity_there()
    {
        await Import(Json(LegalEntity(Head, Site(Digue))));
        var report = await ImportAsync(_storage.Engine, FirstLine + Line(Combe, parent: Digue) + Line(Head), force: true);
        Assert.That(report.Refused.Select(refused => refused.Reason), Is.EqualTo([$"« {Digue} » est un site, et non une entité juridique", "ce numéro est ici celui d'une entité juridique"]));
        Assert.That((await ImportAsync(_storage.Engine, Json(LegalEntity(Digue)), force: true)).Stopped, Does.Contain("Aucun établissement"));
    }

    [Test]
    public async Task Formulas_stay_the_names_they_are()
    {
        await Import(FirstLine + Line(Digue, name: "=HYPERLINK(A1)") + Line(Combe, name: "'); DROP TABLE Establishment; --".Replace(";", ",", StringComparison.Ordinal)));
        Assert.That(((await Find(Digue))!.Name, await _storage.CountAsync("Establishment")), Is.EqualTo(("=HYPERLINK(A1)", 3)));
    }

    [Test]
    public async Task Values_of_another_kind_refuse_their_establishment_and_not_the_file()
    {
        var numbers = LegalEntity("389999012");
        numbers["informationsGeneralesPMEJ"] = new JsonObject { ["numFinessPm"] = 389999012, ["denominationPm"] = new JsonArray(new JsonObject { ["x"] = 1 }) };
        var lists = LegalEntity("149999013");
        (lists["adresse"], lists["ege"], lists["etatObjet"]) = ("rue", 7, new JsonObject { ["a"] = new JsonArray(1, 2) });
        var report = await Import(Json(numbers, lists, LegalEntity(Head, Site(Digue))));
        Assert.That(report.Refused.Select(refused => refused.Place), Is.EqualTo(["ligne 1, pmej[0]", "ligne 1, pmej[1]"]));
        Assert.That(report.Count(DirectoryFate.Added), Is.EqualTo(2));
    }

    [Test]
    public async Task Only_the_first_refusals_are_told_and_all_are_counted()
    {
        var report = await Import(FirstLine + string.Concat(Enumerable.Repeat("structureet;x\n", 1000)) + Line(Digue));
        Assert.That((report.RefusedCount, report.Refused.Count), Is.EqualTo((1000, ImportReport.MostTold)));
    }

    [Test]
    public void Whatever_is_damaged_in_a_file_is_told_or_refused_and_nothing_else_happens()
    {
        var whole = Encoding.UTF8.GetBytes(Json(LegalEntity(Head, Site(Digue), Site(Combe))));
        var lines = Encoding.UTF8.GetBytes(FirstLine + Line(Digue) + Line(Combe));
        Gen.Select(Gen.Bool, Gen.Int[0, lines.Length - 1], Gen.Byte, Gen.Int[0, 40]).Sample(
            (isJson, at, value, cut) =>
            {
                byte[] damaged = [.. (isJson ? whole : lines)[..^cut]];
                damaged[at % damaged.Length] = value;
                try
                {
                    ImportAsync(_storage.Engine, damaged, dryRun: true).GetAwaiter().GetResult();
                }
                catch (RefusedDirectoryException)
                {
                    // said in French
                }
            },
            iter: 400, threads: 1);
    }

    private Task<ImportReport> Import(string text) => ImportAsync(_storage.Engine, text);

    private Task<EstablishmentRow?> Find(string finess) => _storage.ReadAsync(session => new EstablishmentStore(session).FindAsync(finess));
}
