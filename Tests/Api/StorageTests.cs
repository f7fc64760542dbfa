using System.Net;
using CrisisKits.Api;
using CrisisKits.Api.Assessments;
using CrisisKits.Api.CommandLine;
using CrisisKits.Infrastructure.Sql;
using CrisisKits.Infrastructure.Sql.Engines;
using CrisisKits.Infrastructure.Sql.Migrations;
using CrisisKits.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisKits.Tests.Api;

/// <summary>What the storage changes for those who call the API, start the program or answer for its data.</summary>
public sealed class StorageTests
{
    [Test]
    public async Task A_storage_that_cannot_serve_is_a_503_to_retry()
    {
        await using var app = new TestApp(configure: host => host.ConfigureTestServices(services =>
            services.AddSingleton<ScoreAnswers>(_ => throw new StorageUnavailableException("disk full at /secret/path"))));
        using var client = app.CreateClient();
        using var content = TestApp.Json("""{"gridVersion":"2026.1","answers":[]}""");
        using var response = await client.PostAsync(new Uri("/api/v1/scores", UriKind.Relative), content);
        await TestApp.ProblemOf(response, HttpStatusCode.ServiceUnavailable, "storage-unavailable");
        Assert.That(response.Headers.RetryAfter?.Delta, Is.EqualTo(TimeSpan.FromSeconds(10)));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Not.Contain("secret"));
    }

    [Test]
    public async Task The_server_makes_its_database_before_it_answers()
    {
        await using var app = new TestApp();
        var engine = app.Services.GetRequiredService<SqlEngine>();
        Assert.That(engine, Is.InstanceOf<SqliteEngine>());
        Assert.That(await engine.ReadAsync(session => session.FindAsync<int>(new("SELECT COUNT(*) FROM SchemaMigration")), CancellationToken.None), Is.GreaterThan(0));
    }

    [TestCase("--Storage:Engine=Oracle", "Sqlite, SqlServer")]
    [TestCase("--Storage:Engine=SqlServer", "Storage:ConnectionString")]
    [TestCase("--Storage:MigrateOnStart=peut-être", "true, false")]
    [TestCase("--Storage:ConnectionString=n'importe quoi", "Storage:ConnectionString")]
    [TestCase("--Storage:ConnectionString=Data Source=/nowhere/crisiskits.db", "Stockage indisponible : /nowhere/crisiskits.db")]
    public async Task A_server_that_cannot_use_its_storage_says_why_and_does_not_start(string setting, string expected)
    {
        var (exit, said) = await ServeAsync([setting, .. TestApp.Legal.Select(pair => $"--{pair.Key}={pair.Value}")]);
        Assert.That(exit, Is.EqualTo(Commands.Refused));
        Assert.That(said, Does.Contain(expected).And.Not.Contain("   at "));
    }

    [Test]
    public async Task A_server_in_production_that_does_not_say_who_answers_for_it_says_so_and_does_not_start()
    {
        var (exit, said) = await ServeAsync([]);
        Assert.That(exit, Is.EqualTo(Commands.Refused));
        Assert.That(said, Does.Contain("Site:Legal:Publisher : à renseigner").And.Not.Contain("   at "));
    }

    [Test]
    public async Task Migrate_makes_the_database_then_finds_it_up_to_date()
    {
        using var folder = new TempFolder();
        var all = string.Join(", ", Migration.Shipped(SqlDialect.Sqlite).Select(migration => $"{migration.Number:D4}_{migration.Name}"));
        Assert.That(await Run(folder, "migrate"), Is.EqualTo((Commands.Done, $"Base à jour : {all}.{Environment.NewLine}")));
        Assert.That(await Run(folder, "migrate"), Is.EqualTo((Commands.Done, $"La base est déjà à jour.{Environment.NewLine}")));
    }

    [Test]
    public async Task Backup_writes_a_copy_and_says_where()
    {
        using var folder = new TempFolder();
        await Run(folder, "migrate");
        var (exit, said) = await Run(folder, "backup", folder.File("copie.db"));
        Assert.That((exit, said), Is.EqualTo((Commands.Done, $"Base copiée et vérifiée dans {folder.File("copie.db")}{Environment.NewLine}")));
        await using var copy = new SqliteConnection($"Data Source={folder.File("copie.db")};Mode=ReadOnly;Pooling=False");
        Assert.That(copy.Open, Throws.Nothing);
        var (again, why) = await Run(folder, "backup", folder.File("copie.db"));
        Assert.That(again, Is.EqualTo(Commands.Refused));
        Assert.That(why, Does.Contain("existe déjà"));
    }

    [Test]
    public async Task Backup_of_no_database_says_which_is_missing()
    {
        using var folder = new TempFolder();
        var (exit, said) = await Run(folder, "backup", folder.File("copie.db"));
        Assert.That(exit, Is.EqualTo(Commands.Refused));
        Assert.That(said, Does.StartWith("Stockage indisponible : ").And.Contain(folder.File("crisiskits.db")));
    }

    [TestCase("backup")]
    [TestCase("backup", "--Storage:Engine=Sqlite")]
    [TestCase("backup", "a.db", "b.db")]
    [TestCase("migrate", "now")]
    public async Task Wrong_arguments_say_what_to_type(params string[] args)
    {
        await using var messages = new StringWriter();
        Assert.That(await Commands.RunAsync(args, Stream.Null, messages), Is.EqualTo(Commands.WrongArguments));
        Assert.That(messages.ToString(), Does.Contain($"Tapez : dotnet run --project Api -- {args[0]}"));
    }

    private static async Task<(int Exit, string Said)> ServeAsync(IEnumerable<string> settings)
    {
        var builder = WebApplication.CreateBuilder([.. settings, "--environment", "Production", "--urls", "http://127.0.0.1:0"]);
        builder.AddCrisisKits();
        await using var messages = new StringWriter();
        return (await ServeCommand.RunAsync(builder, messages), messages.ToString());
    }

    private static async Task<(int Exit, string Said)> Run(TempFolder folder, params string[] args)
    {
        await using var messages = new StringWriter();
        var exit = await Commands.RunAsync([.. args, $"--Storage:ConnectionString=Data Source={folder.File("crisiskits.db")}"], Stream.Null, messages);
        return (exit, messages.ToString());
    }
}
