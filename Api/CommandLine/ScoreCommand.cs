using System.Text.Json;
using CrisisKits.Api.Assessments;
using CrisisKits.Api.Http.Reading;
using CrisisKits.Infrastructure.Content;
using CrisisKits.Infrastructure.Grids;
using CrisisKits.Infrastructure.Kits;

namespace CrisisKits.Api.CommandLine;

/// <summary>
/// <c>score FILE [--out RESULT]</c>: the body of POST /api/v1/scores read from a file, its result written byte for byte as the server would.
/// <c>--out</c> because <c>dotnet run</c> writes a line of its own to the output.
/// </summary>
public static class ScoreCommand
{
    private const string Usage =
        "Tapez : dotnet run --project Api -- score reponses.json [--out resultat.json] (un fichier JSON tel que POST /api/v1/scores l'attend).";

    public static async Task<int> RunAsync(string[] args, Stream output, TextWriter messages)
    {
        if (Parse(args) is not var (file, target))
            return Commands.Say(messages, Usage, Commands.WrongArguments);
        if (!File.Exists(file))
            return Commands.Say(messages, $"Fichier introuvable : {file}{Environment.NewLine}{Usage}", Commands.WrongArguments);

        byte[] json;
        try
        {
            json = await File.ReadAllBytesAsync(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Commands.Say(messages, $"Lecture impossible de « {file} » : {failure.Message}", Commands.Refused);
        }

        var (request, problem) = RequestFile.Read(json, new ScoreRequestValidator());
        if (request is null)
            return Commands.Tell(problem!, messages);
        var files = ContentFiles.Embedded();
        var grids = new GridLibrary(files);
        var outcome = new ScoreAnswers(new(grids), new KitLibrary(files, grids)).Run(request);
        if (!outcome.Accepted)
            return Commands.Tell(outcome.Problem, messages);
        var result = JsonSerializer.SerializeToUtf8Bytes(outcome.Response, StrictJson.Options);
        return await WriteAsync(result, target, output, messages);
    }

    private static async Task<int> WriteAsync(byte[] result, string? target, Stream output, TextWriter messages)
    {
        try
        {
            await (target is null ? output.WriteAsync(result).AsTask() : File.WriteAllBytesAsync(target, result));
            return Commands.Done;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Commands.Say(messages, $"Écriture impossible{(target is null ? string.Empty : $" dans « {target} »")} : {failure.Message}", Commands.Refused);
        }
    }

    private static (string File, string? Target)? Parse(string[] args) => args switch
    {
        [{ Length: > 0 } file] when !file.StartsWith('-') => (file, null),
        [{ Length: > 0 } file, "--out", { Length: > 0 } target] when !file.StartsWith('-') => (file, target),
        _ => null,
    };
}
