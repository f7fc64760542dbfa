using CrisisKits.Infrastructure.Sql;
using CrisisKits.Infrastructure.Sql.Migrations;

namespace CrisisKits.Api.CommandLine;

/// <summary><c>migrate</c> and <c>backup FILE</c>, with the settings the server would read.</summary>
public static class StorageCommands
{
    private const string MigrateUsage = "Tapez : dotnet run --project Api -- migrate [--Storage:Cle=valeur]";
    private const string BackUpUsage = "Tapez : dotnet run --project Api -- backup FICHIER [--Storage:Cle=valeur]";

    public static Task<int> MigrateAsync(string[] args, TextWriter messages) => HostSettings.Are(args)
        ? RunAsync(args, messages, async services =>
        {
            var applied = await services.GetRequiredService<SqlMigrator>().RunAsync(CancellationToken.None);
            return applied.Count == 0
                ? "La base est déjà à jour."
                : $"Base à jour : {string.Join(", ", applied.Select(migration => $"{migration.Number:D4}_{migration.Name}"))}.";
        })
        : Task.FromResult(Commands.Say(messages, MigrateUsage, Commands.WrongArguments));

    public static Task<int> BackUpAsync(string[] args, TextWriter messages) =>
        args is [{ Length: > 0 } file, .. var settings] && !file.StartsWith('-') && HostSettings.Are(settings)
            ? RunAsync(settings, messages, services =>
            {
                services.GetRequiredService<BackUpStorage>().Run(file);
                return Task.FromResult($"Base copiée et vérifiée dans {Path.GetFullPath(file)}");
            })
            : Task.FromResult(Commands.Say(messages, BackUpUsage, Commands.WrongArguments));

    /// <summary>Why the storage does not serve, for the person who started the program.</summary>
    public static string Reason(Exception failure) =>
        failure is StorageUnavailableException ? $"Stockage indisponible : {failure.Message}" : failure.Message;

    /// <summary>Runs something on the storage that the settings name, and says how it ended.</summary>
    internal static async Task<int> RunAsync(string[] settings, TextWriter messages, Func<IServiceProvider, Task<string>> run)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory });
        await using var services = new ServiceCollection().AddSingleton<IHostEnvironment>(builder.Environment).AddStorage(builder.Configuration).BuildServiceProvider();
        try
        {
            return Commands.Say(messages, await run(services), Commands.Done);
        }
        catch (Exception failure) when (failure is StorageRefusedException or StorageUnavailableException)
        {
            return Commands.Say(messages, Reason(failure), Commands.Refused);
        }
    }
}
