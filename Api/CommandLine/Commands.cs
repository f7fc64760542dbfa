using CrisisKits.Api.Http.Failures;

namespace CrisisKits.Api.CommandLine;

/// <summary>
/// The program without the server: <c>score</c>, <c>kit</c>, <c>migrate</c>, <c>backup</c>, <c>import-finess</c> and <c>demo-data</c>, parsed before any host is built. Results go to the output, everything else
/// to the error stream. Exit codes: 0 done, 1 refused or failed, 2 wrong arguments.
/// </summary>
public static class Commands
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int WrongArguments = 2;

    private const string Usage =
        """
        Tapez l'une de ces commandes :
          dotnet run --project Api                                  démarre le service sur http://localhost:5080
          dotnet run --project Api -- score reponses.json           calcule le résultat des réponses (même JSON que POST /api/v1/scores) ; --out FICHIER pour l'écrire
          dotnet run --project Api -- kit beginner --out DOSSIER    écrit les fichiers du kit (beginner, intermediate ou advanced) ; --for FICHIER pour les faire au nom d'un établissement
          dotnet run --project Api -- migrate                       met la base à jour (SQL Server ; SQLite l'est à chaque démarrage)
          dotnet run --project Api -- backup FICHIER                copie la base SQLite, service arrêté ou en marche
          dotnet run --project Api -- import-finess FICHIER         met l'annuaire au niveau d'un fichier FINESS ; --dry-run pour voir sans écrire
          dotnet run --project Api -- demo-data --establishments N  fabrique un annuaire fictif et ses autoévaluations, pour essayer et mesurer
        Le service et les commandes sur la base acceptent les réglages --urls ADRESSE, --environment NOM et --Cle=valeur.
        """;

    /// <summary>Nothing, or settings such as <c>--urls X</c>, are the server's; all else is a command, known or not.</summary>
    public static bool Wants(string[] args) => !HostSettings.Are(args);

    public static Task<int> RunAsync(string[] args, Stream output, TextWriter messages) => args switch
    {
        ["-h" or "--help" or "-?" or "help", ..] => Task.FromResult(Say(messages, Usage, Done)),
        ["score", .. var rest] => ScoreCommand.RunAsync(rest, output, messages),
        ["kit", .. var rest] => KitCommand.RunAsync(rest, messages),
        ["migrate", .. var rest] => StorageCommands.MigrateAsync(rest, messages),
        ["backup", .. var rest] => StorageCommands.BackUpAsync(rest, messages),
        ["import-finess", .. var rest] => ImportCommand.RunAsync(rest, output, messages),
        ["demo-data", .. var rest] => DemoDataCommand.RunAsync(rest, messages),
        _ => Task.FromResult(Say(messages, $"Commande inconnue : « {args[0]} ».{Environment.NewLine}{Usage}", WrongArguments)),
    };

    /// <summary>A refusal with each of its reasons.</summary>
    internal static int Tell(Problem problem, TextWriter messages)
    {
        messages.WriteLine($"{problem.Title} ({problem.Code})");
        if (problem.Errors.Count == 0)
            messages.WriteLine(problem.Detail);
        foreach (var (path, faults) in problem.Errors)
            foreach (var fault in faults)
                messages.WriteLine($"  {path} : {fault.Message} ({fault.Code})");
        return Refused;
    }

    public static int Say(TextWriter messages, string text, int exitCode)
    {
        messages.WriteLine(text);
        return exitCode;
    }
}
