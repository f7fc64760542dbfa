using System.Text.Json;
using CrisisKits.Api.Assessments;
using CrisisKits.Api.Http;
using CrisisKits.Infrastructure.Content;
using CrisisKits.Infrastructure.Grids;
using CrisisKits.Infrastructure.Kits;

namespace CrisisKits.Api.CommandLine;

/// <summary><c>score FILE</c>: the body of POST /api/v1/scores read from a file, its result written byte for byte as the server would.</summary>
public static class ScoreCommand
{
    private const string Usage =
        "Tapez : dotnet run --project Api -- score reponses.json (un fichier JSON tel que POST /api/v1/scores l'attend).";

    public static async Task<int> RunAsync(string[] args, Stream output, TextWriter messages)
    {
        if (args is not [{ Length: > 0 } file] || file.StartsWith('-'))
            return Commands.Say(messages, Usage, Commands.WrongArguments);
        if (!File.Exists(file))
            return Commands.Say(messages, $"Fichier introuvable : {file}{Environment.NewLine}{Usage}", Commands.WrongArguments);

        var (request, problem) = Check(await File.ReadAllBytesAsync(file));
        if (request is null)
            return Tell(problem!, messages);
        var files = ContentFiles.Embedded();
        var grids = new GridLibrary(files);
        var outcome = new ScoreAnswers(grids, new KitLibrary(files, grids)).Run(request);
        if (!outcome.Accepted)
            return Tell(outcome.Problem, messages);
        await JsonSerializer.SerializeAsync(output, outcome.Response, StrictJson.Options);
        return Commands.Done;
    }

    private static (ScoreRequest? Request, Problem? Problem) Check(byte[] bytes)
    {
        if (bytes.Length > Body.MostBytes)
            return (null, Body.TooLarge());
        var reading = ReadStrictly.Run<ScoreRequest>(bytes);
        var faults = reading.Faults.Count > 0 ? reading.Faults : ValidateBody.Faults(new ScoreRequestValidator(), reading.Value!);
        return faults.Count == 0 ? (reading.Value, null) : (null, Problem.Of(StatusCodes.Status400BadRequest, faults));
    }

    private static int Tell(Problem problem, TextWriter messages)
    {
        messages.WriteLine($"{problem.Title} ({problem.Code})");
        if (problem.Errors.Count == 0)
            messages.WriteLine(problem.Detail);
        foreach (var (path, faults) in problem.Errors)
            foreach (var fault in faults)
                messages.WriteLine($"  {path} : {fault.Message} ({fault.Code})");
        return Commands.Refused;
    }
}
