using System.Text;
using System.Text.RegularExpressions;
using CrisisKits.Api.CommandLine;
using CrisisKits.Tests.Support;
using Microsoft.Data.Sqlite;
using static CrisisKits.Tests.Support.ADirectory;

namespace CrisisKits.Tests.Api.Establishments;

/// <summary><c>import-finess</c> and <c>demo-data</c> as an administrator types them.</summary>
public sealed partial class DirectoryCommandsTests
{
    [Test]
    public async Task An_import_makes_the_database_and_reports_in_French()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("finess.csv"), FirstLine + Line("639999028") + "structureet;\u001b[31m;x\n" + Line("639999036"));
        var (exit, report, said) = await Run(folder, "import-finess", folder.File("finess.csv"));
        Assert.That((exit, said), Is.EqualTo((Commands.Done, $"Annuaire à jour.{Environment.NewLine}")));
        Assert.That(report, Is.EqualTo(
            """
            Ajoutés 3
            dont entités juridiques sans nom au fichier 1
            Modifiés 0
            Fermés 0
            Inchangés 0
            Corrigés à la main et laissés tels quels 0
            Fermés depuis longtemps, inconnus ici 0
            Refusés 1
            ligne 3 (?[31m) : 3 colonnes au lieu de 32

            """));
        Assert.That((await Run(folder, "import-finess", folder.File("finess.csv"))).Report, Does.Contain("Inchangés 2"));
    }

    [Test]
    public async Task A_dry_run_says_so_and_writes_nothing()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("finess.json"), Json(LegalEntity("639999010")));
        var (exit, report, said) = await Run(folder, "import-finess", folder.File("finess.json"), "--dry-run");
        Assert.That((exit, said), Is.EqualTo((Commands.Done, $"Essai terminé : rien n'a été écrit.{Environment.NewLine}")));
        Assert.That(report, Does.Contain("Ajoutés 1"));
        Assert.That(Count(folder, "Establishment"), Is.Zero);
    }

    [Test]
    public async Task A_file_that_is_no_directory_or_half_of_one_exits_1_and_says_what_to_do()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("autre.csv"), "bonjour");
        var (exit, report, said) = await Run(folder, "import-finess", folder.File("autre.csv"));
        Assert.That((exit, report), Is.EqualTo((Commands.Refused, "")));
        Assert.That(said, Does.StartWith("Rien n'a été écrit. Ce fichier n'est ni le JSON"));

        await File.WriteAllTextAsync(folder.File("tout.csv"), FirstLine + Line("639999028") + Line("639999036"));
        await Run(folder, "import-finess", folder.File("tout.csv"));
        await File.WriteAllTextAsync(folder.File("moitie.csv"), FirstLine + Line("639999028"));
        (exit, report, said) = await Run(folder, "import-finess", folder.File("moitie.csv"));
        Assert.That((exit, report.Contains("dont absents du fichier 1", StringComparison.Ordinal)), Is.EqualTo((Commands.Refused, true)), report);
        Assert.That(said, Does.Contain("Rien n'a été écrit. 1 établissements ouverts sur 2").And.Contain("--force"));
        Assert.That((await Run(folder, "import-finess", folder.File("moitie.csv"), "--force")).Exit, Is.EqualTo(Commands.Done));
    }

    [Test]
    public async Task Demo_data_fills_an_empty_database_once()
    {
        using var folder = new TempFolder();
        var (exit, _, said) = await Run(folder, "demo-data", "--establishments", "8", "--years", "2", "--seed", "7");
        Assert.That(exit, Is.EqualTo(Commands.Done), said);
        Assert.That(said, Does.Match(@"^8 établissements fictifs et \d+ autoévaluations\."));
        Assert.That(Count(folder, "Establishment"), Is.EqualTo(8));
        Assert.That((await Run(folder, "demo-data", "--establishments", "8")).Exit, Is.EqualTo(Commands.Refused));
    }

    [TestCase("import-finess")]
    [TestCase("import-finess", "--dry-run")]
    [TestCase("import-finess", "absent.json")]
    [TestCase("import-finess", "a.json", "b.json")]
    [TestCase("import-finess", "a.json", "--dryrun")]
    [TestCase("demo-data")]
    [TestCase("demo-data", "--establishments")]
    [TestCase("demo-data", "--establishments", "0")]
    [TestCase("demo-data", "--establishments", "900001")]
    [TestCase("demo-data", "--establishments", "-5")]
    [TestCase("demo-data", "--establishments", "5", "--years", "21")]
    [TestCase("demo-data", "--establishments", "5", "--establishments", "6")]
    [TestCase("demo-data", "--establishments", "5", "six")]
    public async Task Wrong_arguments_say_what_to_type(params string[] args)
    {
        await using var messages = new StringWriter();
        Assert.That(await Commands.RunAsync(args, Stream.Null, messages), Is.EqualTo(Commands.WrongArguments));
        Assert.That(messages.ToString(), Does.Contain($"Tapez : dotnet run --project Api -- {args[0]}"));
    }

    private static async Task<(int Exit, string Report, string Said)> Run(TempFolder folder, params string[] args)
    {
        await using var messages = new StringWriter();
        using var output = new MemoryStream();
        var exit = await Commands.RunAsync([.. args, $"--Storage:ConnectionString=Data Source={folder.File("crisiskits.db")}"], output, messages);
        // figures are set in a column
        return (exit, Spaces().Replace(Encoding.UTF8.GetString(output.ToArray()).ReplaceLineEndings("\n"), match => match.Value.Contains('\n', StringComparison.Ordinal) ? "\n" : " "), messages.ToString());
    }

    [GeneratedRegex("\\n? +")]
    private static partial Regex Spaces();

    private static long Count(TempFolder folder, string table)
    {
        using var connection = new SqliteConnection($"Data Source={folder.File("crisiskits.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = table == "Establishment" ? "SELECT COUNT(*) FROM Establishment" : throw new ArgumentOutOfRangeException(nameof(table));
        return (long)command.ExecuteScalar()!;
    }
}
