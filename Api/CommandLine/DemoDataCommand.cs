using System.Globalization;
using CrisisKits.Infrastructure.Content;
using CrisisKits.Infrastructure.Establishments.Fictitious;
using CrisisKits.Infrastructure.Grids;
using CrisisKits.Infrastructure.Kits;
using CrisisKits.Infrastructure.Sql;

namespace CrisisKits.Api.CommandLine;

/// <summary><c>demo-data --establishments N [--years Y] [--seed S] [--without-answers]</c>: a fictitious directory and its assessments, where nothing is real.</summary>
public static class DemoDataCommand
{
    private const int UsualYears = 3;

    private static readonly string Usage =
        $"""
        Tapez : dotnet run --project Api -- demo-data --establishments N [--years A] [--seed G] [--without-answers] [--Storage:Cle=valeur]
          N  établissements, de 1 à {DemoDataRequest.MostEstablishments} ; A  années d'autoévaluations, de 1 à {DemoDataRequest.MostYears} ({UsualYears} si rien n'est dit) ; G  la même graine refait les mêmes données
          --without-answers  les résultats sans les réponses : pour mesurer listes et statistiques
        """;

    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    public static Task<int> RunAsync(string[] args, TextWriter messages) => Read(args) is var (request, settings)
        ? StorageCommands.RunAsync(settings, messages, async services =>
        {
            await services.GetRequiredService<StartStorage>().RunAsync(CancellationToken.None);
            var files = ContentFiles.Embedded();
            var grids = new GridLibrary(files);
            var make = new MakeDemoData(services.GetRequiredService<SqlEngine>(), grids, new KitLibrary(files, grids), services.GetRequiredService<TimeProvider>());
            var made = await make.RunAsync(
                request, services.GetRequiredService<IHostEnvironment>().IsDevelopment(),
                written => messages.WriteLine($"Écriture : {Number(written)} autoévaluations…"), CancellationToken.None);
            return $"{Number(made.Establishments)} établissements fictifs et {Number(made.Assessments)} autoévaluations.";
        })
        : Task.FromResult(Commands.Say(messages, Usage, Commands.WrongArguments));

    /// <summary>Null when an argument is missing, repeated or out of range.</summary>
    private static (DemoDataRequest Request, string[] Settings)? Read(string[] args)
    {
        var given = new Dictionary<string, int>(StringComparer.Ordinal);
        var (settings, withAnswers) = (new List<string>(), true);
        for (var index = 0; index < args.Length; index++)
            if (args[index] == "--without-answers")
                withAnswers = false;
            else if (args[index] is not ("--establishments" or "--years" or "--seed"))
                settings.Add(args[index]);
            else if (index + 1 == args.Length || !int.TryParse(args[index + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || !given.TryAdd(args[index++], number))
                return null;
        var (establishments, years) = (given.GetValueOrDefault("--establishments"), given.GetValueOrDefault("--years", UsualYears));
        return HostSettings.Are([.. settings]) && establishments is >= 1 and <= DemoDataRequest.MostEstablishments && years is >= 1 and <= DemoDataRequest.MostYears
            ? (new(establishments, years, given.GetValueOrDefault("--seed", 1), withAnswers), [.. settings])
            : null;
    }

    private static string Number(int count) => count.ToString("N0", French);
}
