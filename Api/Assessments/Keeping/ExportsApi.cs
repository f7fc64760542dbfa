using CrisisKits.Api.Access;
using CrisisKits.Api.Http;
using CrisisKits.Api.Http.Reading;
using CrisisKits.Infrastructure.Assessments.Exports;
using CrisisKits.Infrastructure.Assessments.Results;
using CrisisKits.Infrastructure.Documents;
using CrisisKits.Infrastructure.Documents.Spreadsheets;
using CrisisKits.Infrastructure.Kits.Twins;

namespace CrisisKits.Api.Assessments.Keeping;

/// <summary>An assessment taken out, with every comment and evidence typed.</summary>
internal static class ExportsApi
{
    public static void MapExports(this IEndpointRouteBuilder all)
    {
        File(all.MapGet("/{id}/report.pdf", Report).WithName("printReport"), TaggedFile.Pdf);
        File(all.MapGet("/{id}/report.xlsx", Workbook).WithName("exportResult"), TwinFormat.Xlsx.MediaType());
        all.MapGet("/{id}/report.json", Whole).WithName("exportAssessment").Produces<ReportResponse>().ProducesProblems(KeptAssessmentsApi.Refusals);
        File(all.MapGet("/{id}/grid.xlsx", Filled).WithName("exportGrid"), TwinFormat.Xlsx.MediaType());
    }

    private static void File(RouteHandlerBuilder endpoint, string contentType) => endpoint.AddEndpointFilter<LimitWork>()
        .Produces<Stream>(StatusCodes.Status200OK, contentType).ProducesProblems([.. KeptAssessmentsApi.Refusals, StatusCodes.Status422UnprocessableEntity]);

    /// <summary>Le rapport à imprimer : les prochaines étapes d'abord, puis le résultat et toutes les réponses. Provisoire tant que rien n'est validé.</summary>
    /// <param name="caller"></param>
    /// <param name="finess">Le numéro FINESS de l'entité juridique ou du site, avec ou sans espaces.</param>
    /// <param name="id">L'autoévaluation.</param>
    /// <param name="act"></param>
    /// <param name="cancellation"></param>
    internal static async Task<IResult> Report(Caller caller, string finess, string id, ExportAssessment act, CancellationToken cancellation) =>
        (await act.RunAsync(new(caller.PersonId, finess), id, cancellation)).Answer(result =>
            TaggedFile.Once(TaggedFile.Pdf, Name("rapport", result, "pdf"), () => PrintPublication.Run(ResultReport.Of(result)).Bytes));

    /// <summary>Le résultat et toutes les réponses, en classeur.</summary>
    /// <param name="caller"></param>
    /// <param name="finess">Le numéro FINESS de l'entité juridique ou du site, avec ou sans espaces.</param>
    /// <param name="id">L'autoévaluation.</param>
    /// <param name="act"></param>
    /// <param name="cancellation"></param>
    internal static async Task<IResult> Workbook(Caller caller, string finess, string id, ExportAssessment act, CancellationToken cancellation) =>
        (await act.RunAsync(new(caller.PersonId, finess), id, cancellation)).Answer(result =>
            TaggedFile.Once(TwinFormat.Xlsx.MediaType(), Name("resultat", result, "xlsx"), () => WriteWorkbook.Run(ResultWorkbook.Of(result))));

    /// <summary>L'autoévaluation validée et son résultat, en entier.</summary>
    /// <param name="caller"></param>
    /// <param name="finess">Le numéro FINESS de l'entité juridique ou du site, avec ou sans espaces.</param>
    /// <param name="id">L'autoévaluation.</param>
    /// <param name="act"></param>
    /// <param name="cancellation"></param>
    internal static async Task<IResult> Whole(Caller caller, string finess, string id, ReadResult act, CancellationToken cancellation) =>
        (await act.RunAsync(new(caller.PersonId, finess), id, cancellation)).Answer(result =>
            TypedResults.Json(new ReportResponse(AssessmentResponse.Of(result.Sheet, result.Grid), ResultResponse.Of(result)), StrictJson.Options));

    /// <summary>La grille avec les réponses données jusqu'ici, à compléter en réunion et à reprendre par import.</summary>
    /// <param name="caller"></param>
    /// <param name="finess">Le numéro FINESS de l'entité juridique ou du site, avec ou sans espaces.</param>
    /// <param name="id">L'autoévaluation.</param>
    /// <param name="act"></param>
    /// <param name="cancellation"></param>
    internal static async Task<IResult> Filled(Caller caller, string finess, string id, ReadFilledGrid act, CancellationToken cancellation) =>
        (await act.RunAsync(new(caller.PersonId, finess), id, cancellation)).Answer(filled => TaggedFile.Once(
            TwinFormat.Xlsx.MediaType(),
            $"crisiskits-grille-{filled.Grid.Version}-{filled.Establishment.Finess.Value}.xlsx",
            () => WriteWorkbook.Run(GridWorkbook.Filled(filled.Grid, filled.Establishment, filled.Sheet))));

    private static string Name(string what, ExportedResult result, string extension) =>
        $"crisiskits-{what}{(result.Provisional ? "-provisoire" : string.Empty)}-{result.Establishment.Finess.Value}.{extension}";
}

/// <summary>Une autoévaluation validée, en entier.</summary>
/// <param name="Assessment">Les réponses, avec commentaires et preuves.</param>
/// <param name="Result">Le résultat expliqué.</param>
public sealed record ReportResponse(AssessmentResponse Assessment, ResultResponse Result);
