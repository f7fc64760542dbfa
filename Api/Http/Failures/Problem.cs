using System.Diagnostics;
using System.Text.Json;
using CrisisKits.Api.Http.Reading;
using CrisisKits.Infrastructure.Content;

namespace CrisisKits.Api.Http.Failures;

/// <summary>Une erreur dans la demande : un code stable pour les programmes, et en français pourquoi et ce qui conviendrait.</summary>
/// <param name="Code">Stable.</param>
/// <param name="Message">Pour les personnes.</param>
public sealed record Fault(string Code, string Message);

/// <summary>A fault and where it is: <c>answers[3].option</c>; empty for the request as a whole.</summary>
public sealed record PlacedFault(string Path, string Code, string Message);

/// <summary>Une demande refusée (RFC 9457). Rien n'a été changé.</summary>
public record Problem
{
    /// <summary>La sorte de refus, en français.</summary>
    public required string Title { get; init; }

    /// <summary>Le statut HTTP : 400 la demande est mal formée, 422 une règle dit non.</summary>
    public required int Status { get; init; }

    /// <summary>La première erreur et ce qui conviendrait, en français.</summary>
    public required string Detail { get; init; }

    /// <summary>Le code stable de la première erreur.</summary>
    public required string Code { get; init; }

    /// <summary>Toutes les erreurs, par le chemin de la valeur dans la demande, par exemple <c>answers[3].option</c>.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<Fault>> Errors { get; init; }

    /// <summary>À citer pour demander de l'aide ; le même que l'en-tête <c>Trace-Id</c>.</summary>
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
            // as what it is, so that what a kind of problem adds is written too
            context.Response.Body, this with { TraceId = TraceOf(context) }, GetType(), StrictJson.Options, context.RequestAborted);
    }

    public static string TraceOf(HttpContext context) => Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;

    public static string TitleOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "Demande mal formée",
        StatusCodes.Status401Unauthorized => "Connexion nécessaire",
        StatusCodes.Status403Forbidden => "Accès réservé",
        StatusCodes.Status404NotFound => "Introuvable",
        StatusCodes.Status405MethodNotAllowed => "Méthode non prévue à cette adresse",
        StatusCodes.Status408RequestTimeout => "Demande trop lente",
        StatusCodes.Status409Conflict => "Contraire à l'état présent",
        StatusCodes.Status412PreconditionFailed => "Changé entre-temps",
        StatusCodes.Status413PayloadTooLarge => "Demande trop volumineuse",
        StatusCodes.Status415UnsupportedMediaType => "Format de demande non pris en charge",
        StatusCodes.Status422UnprocessableEntity => "Demande refusée par une règle",
        StatusCodes.Status428PreconditionRequired => "Précondition nécessaire",
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
