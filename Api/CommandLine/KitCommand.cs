using CrisisKits.Api.Kits;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Content;
using CrisisKits.Infrastructure.Documents;
using CrisisKits.Infrastructure.Grids;
using CrisisKits.Infrastructure.Kits;

namespace CrisisKits.Api.CommandLine;

/// <summary>
/// <c>kit LEVEL --out DIR [--for FILE]</c>: the files of the bundle written to a folder, byte for byte those of the server; made for an establishment when
/// a file says which, as the body of the POST would.
/// </summary>
public static class KitCommand
{
    private const string Usage =
        "Tapez : dotnet run --project Api -- kit beginner --out DOSSIER [--variant esms] [--scenario IDENTIFIANT], ou --for etablissement.json (beginner, intermediate ou advanced).";

    public static async Task<int> RunAsync(string[] args, TextWriter messages)
    {
        if (Read(args) is not { } asked)
            return Commands.Say(messages, Usage, Commands.WrongArguments);
        var files = ContentFiles.Embedded();
        var grids = new GridLibrary(files);
        var choose = new ChooseKit(new(files, grids));
        var chosen = choose.Run("current", asked.Level, asked.Variant, asked.Scenario);
        if (chosen.Context is not { } context)
            return Commands.Say(messages, $"{Unknown(chosen)}{Environment.NewLine}{Usage}", Commands.WrongArguments);

        try
        {
            if (asked.For is { } file)
            {
                var making = await MakeAsync(file, asked.Level, new(choose, new(grids)));
                if (!making.Accepted)
                    return Commands.Tell(making.Problem, messages);
                context = making.Context;
            }

            return Commands.Say(messages, $"{await WriteAsync(context, asked.Folder)} fichiers écrits dans {Path.GetFullPath(asked.Folder)}", Commands.Done);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Commands.Say(messages, $"Lecture ou écriture impossible : {failure.Message}", Commands.Refused);
        }
    }

    private static async Task<Making> MakeAsync(string file, string level, MakeKit make)
    {
        var (request, problem) = RequestFile.Read(await File.ReadAllBytesAsync(file), new PersonaliseRequestValidator());
        return request is null ? new(null, problem) : make.Run("current", level, request);
    }

    private static async Task<int> WriteAsync(PrintContext context, string folder)
    {
        var count = 0;
        foreach (var file in new BundleFiles(new(new PrintOnce())).Of(context))
        {
            var path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, file.Bytes);
            count++;
        }

        return count;
    }

    /// <summary>The arguments in any order; null when one is missing, unknown or repeated.</summary>
    private static Asked? Read(string[] args)
    {
        if (args is not [{ Length: > 0 } level, .. var options] || level.StartsWith('-') || options.Length % 2 != 0)
            return null;
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in options.Chunk(2))
            if (pair[0] is not ("--out" or "--variant" or "--scenario" or "--for") || pair[1].Length == 0 || pair[1].StartsWith("--", StringComparison.Ordinal) || !given.TryAdd(pair[0], pair[1]))
                return null;


        // the file says the variant and the scenario itself
        if (given.ContainsKey("--for") && (given.ContainsKey("--variant") || given.ContainsKey("--scenario")))
            return null;
        return given.TryGetValue("--out", out var folder)
            ? new(level, folder, given.GetValueOrDefault("--variant"), given.GetValueOrDefault("--scenario"), given.GetValueOrDefault("--for"))
            : null;
    }

    private static string Unknown(ChosenKit chosen)
    {
        var known = string.Join(", ", chosen.Known);
        return chosen.Unknown switch
        {
            UnknownPart.Variant => $"Variante inconnue. Choisissez : {known}.",
            UnknownPart.Scenario when chosen.Known.Count == 0 => "Ce niveau n'a pas encore de scénario : retirez « --scenario ».",
            UnknownPart.Scenario => $"Scénario inconnu à ce niveau. Choisissez : {known}.",
            _ => $"Niveau inconnu. Choisissez : {known}.",
        };
    }

    private sealed record Asked(string Level, string Folder, string? Variant, string? Scenario, string? For);
}
