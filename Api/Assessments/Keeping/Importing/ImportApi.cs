using CrisisKits.Api.Access;
using CrisisKits.Api.Http;
using CrisisKits.Api.Http.Failures;
using CrisisKits.Api.Http.Reading;
using CrisisKits.Infrastructure.Assessments.Answers;

namespace CrisisKits.Api.Assessments.Keeping.Importing;

/// <summary>A workbook filled in a meeting, taken in.</summary>
internal static class ImportApi
{
    private const int MostCellsNamed = 5;

    public static void MapImport(this IEndpointRouteBuilder all) =>
        all.MapPost("/{id}/import", Import).WithName("importAnswers").WithMetadata(new QueryNames("dryRun", "overwrite")).AddEndpointFilter<LimitWork>()
            .Produces<ImportResponse>()
            .ProducesProblems([.. KeptAssessmentsApi.Refusals, .. KeptAssessmentsApi.OfABody, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity]);

    /// <summary>Reprend dans un brouillon une grille remplie en classeur. À blanc (dryRun), dit ce qui serait fait et chaque ligne refusée ; sinon, tout ou rien.</summary>
    /// <remarks>
    /// Une réponse donnée par un collègue après l'export du classeur n'est pas écrasée : la ligne est refusée (answer-changed), avec les deux réponses.
    /// De même (would-overwrite) quand le classeur ne dit pas sur quelles réponses il a été rempli : la grille vierge, par exemple.
    /// </remarks>
    /// <param name="caller"></param>
    /// <param name="finess">Le numéro FINESS de l'entité juridique ou du site, avec ou sans espaces.</param>
    /// <param name="id">L'autoévaluation.</param>
    /// <param name="body">Le classeur.</param>
    /// <param name="dryRun">true pour seulement savoir ; rien n'est changé.</param>
    /// <param name="overwrite">true pour remplacer aussi les réponses que le classeur ne connaît pas ; chacune est dite, avec son auteur.</param>
    /// <param name="act"></param>
    /// <param name="http"></param>
    internal static async Task<IResult> Import(
        Caller caller, string finess, string id, WorkbookBody body, string? dryRun, string? overwrite, ImportAnswers act, HttpContext http)
    {
        var manner = new ImportManner(QueryValue.Flag("dryRun", dryRun), QueryValue.Flag("overwrite", overwrite));
        return (await act.RunAsync(new(caller.PersonId, finess), id, body.Bytes, manner, http.RequestAborted)).Answer(imported =>
            manner.DryRun || imported.Refused.Count == 0
                ? TypedResults.Json(ImportResponse.Of(imported, manner.DryRun), StrictJson.Options)
                : new ProblemResult(Problem.Of(
                    StatusCodes.Status422UnprocessableEntity,
                    [Summary(imported.Refused), .. imported.Refused.Select(line => new PlacedFault(line.Fault.Cell, line.Fault.Code, line.Fault.Message))])));
    }

    private static PlacedFault Summary(IReadOnlyList<RefusedLine> refused)
    {
        var cells = string.Join(", ", refused.Select(line => line.Fault.Cell).Distinct(StringComparer.Ordinal).Take(MostCellsNamed));
        var more = refused.Count > MostCellsNamed ? "…" : string.Empty;
        return new("", refused[0].Fault.Code, refused.Count == 1
            ? $"Rien n'a été repris, pour une erreur en {cells}. {refused[0].Fault.Message}"
            : $"Rien n'a été repris : {refused.Count} erreurs, en {cells}{more} La première : {refused[0].Fault.Message}");
    }
}
