using System.Diagnostics;
using System.Text.Json;
using CrisisKits.Api.Http.Reading;
using CrisisKits.Infrastructure.Content;

namespace CrisisKits.Api.Http.Failures;

/// <summary>One thing wrong with a request: a stable code for programs, and in French why and what would be right.</summary>
/// <param name="Code">Stable.</param>
/// <param name="Message">For people.</param>
public sealed record Fault(string Code, string Message);

/// <summary>A fault and where it is: <c>answers[3].option</c>; empty for the request as a whole.</summary>
public sealed record PlacedFault(string Path, string Code, string Message);

/// <summary>A refused request (RFC 9457). Nothing was changed.</summary>
public sealed record Problem
{
    /// <summary>What kind of failure, in French.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status: 400 the request is ill-formed, 422 a rule says no.</summary>
    public required int Status { get; init; }

    /// <summary>The first thing that is wrong and what would be right, in French.</summary>
    public required string Detail { get; init; }

    /// <summary>Stable code of the first thing that is wrong.</summary>
    public required string Code { get; init; }

    /// <summary>Everything that is wrong, by the path of the value in the request, such as <c>answers[3].option</c>.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<Fault>> Errors { get; init; }

    /// <summary>To quote when asking for help; the same as the <c>Trace-Id</c> header.</summary>
    public string? TraceId { get; init; }

    public static Problem Of(int status, string code, string detail) => Of(status, [new("", code, detail)]);

    /// <summary>The first fault names the problem; faults about the request as a whole have no entry in <see cref="Errors"/>.</summary>
    public static Problem Of(int status, IReadOnlyList<PlacedFault> faults)
    {
        var errors = new Dictionary<string, IReadOnlyList<Fault>>(StringComparer.Ordinal);
        foreach (var place in faults.Where(fault => fault.Path.Length > 0).GroupBy(fault => fault.Path, StringComparer.Ordinal))
            errors.Add(place.Key, [.. place.Select(fault => new Fault(fault.Code, FrenchTypography.Apply(fault.Message)))]);
        return new()
        {
            Title = FrenchTypography.Apply(TitleOf(status)),
            Status = status,
            Detail = FrenchTypography.Apply(faults[0].Message),
            Code = faults[0].Code,
            Errors = errors,
        };
    }

    public Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        context.Response.ContentType = "application/problem+json";
        return JsonSerializer.SerializeAsync(
            context.Response.Body, this with { TraceId = TraceOf(context) }, StrictJson.Options, context.RequestAborted);
    }

    public static string TraceOf(HttpContext context) => Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;

    private static string TitleOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "Demande mal formée",
        StatusCodes.Status404NotFound => "Introuvable",
        StatusCodes.Status405MethodNotAllowed => "Méthode non prévue à cette adresse",
        StatusCodes.Status408RequestTimeout => "Demande trop lente",
        StatusCodes.Status413PayloadTooLarge => "Demande trop volumineuse",
        StatusCodes.Status415UnsupportedMediaType => "Format de demande non pris en charge",
        StatusCodes.Status422UnprocessableEntity => "Demande refusée par une règle",
        StatusCodes.Status503ServiceUnavailable => "Service momentanément saturé",
        >= 500 => "Erreur du service",
        _ => "Demande refusée",
    };
}

/// <summary>Answers with a problem.</summary>
public sealed class ProblemResult(Problem problem) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => problem.WriteAsync(httpContext);
}
