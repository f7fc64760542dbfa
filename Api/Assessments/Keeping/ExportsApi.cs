using CrisisKits.Api.Access;
using CrisisKits.Api.Http;
using CrisisKits.Api.Http.Failures;
using CrisisKits.Api.Http.Reading;
using CrisisKits.Infrastructure.Assessments.Answers;
using CrisisKits.Infrastructure.Assessments.Exports;
using CrisisKits.Infrastructure.Assessments.Results;
using CrisisKits.Infrastructure.Documents;
using CrisisKits.Infrastructure.Documents.Spreadsheets;
using CrisisKits.Infrastructure.Kits.Twins;

namespace CrisisKits.Api.Assessments.Keeping;

/// <summary>An assessment taken out, with every comment and evidence typed, and a workbook filled in a meeting taken in.</summary>
internal static class ExportsApi
{
    public static void MapExports(this IEndpointRouteBuilder all)
    {
        File(all.MapGet("/{id}/report.pdf", Report).WithName("printReport"), TaggedFile.Pdf);
        File(all.MapGet("/{id}/report.xlsx", Workbook).WithName("exportResult"), TwinFormat.Xlsx.MediaType());
        all.MapGet("/{id}/report.json", Whole).WithName("exportAssessment").Produces<ReportResponse>().ProducesProblems(KeptAssessmentsApi.Refusals);
        File(all.MapGet("/{id}/grid.xlsx", Filled).WithName("exportGrid"), TwinFormat.Xlsx.MediaType());
        all.MapPost("/{id}/import", Import).WithName("importAnswers").AddEndpointFilter<LimitWork>()
            .Accepts<Stream>("application/*").Produces<ImportResponse>()
            .ProducesProblems([.. KeptAssessmentsApi.Refusals, .. KeptAssessmentsApi.OfABody, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity]);
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

    /// <summary>Reprend dans un brouillon une grille remplie en classeur. À blanc (dryRun), dit ce qui serait fait et chaque ligne refusée ; sinon, tout ou rien.</summary>
    /// <param name="caller"></param>
    /// <param name="finess">Le numéro FINESS de l'entité juridique ou du site, avec ou sans espaces.</param>
    /// <param name="id">L'autoévaluation.</param>
    /// <param name="dryRun">true pour seulement savoir ; rien n'est changé.</param>
    /// <param name="act"></param>
    /// <param name="http"></param>
    internal static async Task<IResult> Import(Caller caller, string finess, string id, bool? dryRun, ImportAnswers act, HttpContext http)
    {
        var file = await Body.ReadAsync(http);
        var dry = dryRun ?? false;
        return (await act.RunAsync(new(caller.PersonId, finess), id, file.ToArray(), dry, http.RequestAborted)).Answer(imported =>
            dry || imported.Faults.Count == 0
                ? TypedResults.Json(ImportResponse.Of(imported, dry), StrictJson.Options)
                : new ProblemResult(Problem.Of(
                    StatusCodes.Status422UnprocessableEntity,
                    [.. imported.Faults.Select(fault => new PlacedFault(fault.Cell, fault.Code, fault.Message))])));
    }

    private static string Name(string what, ExportedResult result, string extension) =>
        $"crisiskits-{what}{(result.Provisional ? "-provisoire" : string.Empty)}-{result.Establishment.Finess.Value}.{extension}";
}

/// <summary>Une autoévaluation validée, en entier.</summary>
/// <param name="Assessment">Les réponses, avec commentaires et preuves.</param>
/// <param name="Result">Le résultat expliqué.</param>
public sealed record ReportResponse(AssessmentResponse Assessment, ResultResponse Result);

/// <summary>Ce qu'a fait un import, ou ce qu'il ferait.</summary>
/// <param name="DryRun">Vrai : rien n'a été changé.</param>
/// <param name="Added">Les questions qui n'avaient pas de réponse.</param>
/// <param name="Changed">Celles dont la réponse change ou est confirmée.</param>
/// <param name="Unchanged">Celles qui avaient déjà cette réponse.</param>
/// <param name="Empty">Les lignes laissées vides.</param>
/// <param name="Lines">Les lignes reprises.</param>
/// <param name="Faults">Les lignes refusées ; tant qu'il y en a une, rien n'est repris.</param>
public sealed record ImportResponse(bool DryRun, int Added, int Changed, int Unchanged, int Empty, IReadOnlyList<ImportLineResponse> Lines, IReadOnlyList<ImportFaultResponse> Faults)
{
    public static ImportResponse Of(ImportedAnswers imported, bool dryRun) => new(
        dryRun,
        imported.Lines.Count(line => line.Effect == ImportEffect.Added),
        imported.Lines.Count(line => line.Effect == ImportEffect.Changed),
        imported.Lines.Count(line => line.Effect == ImportEffect.Unchanged),
        imported.Empty,
        [.. imported.Lines.Select(line => new ImportLineResponse(line.Row, line.QuestionId, line.Effect))],
        [.. imported.Faults.Select(fault => new ImportFaultResponse(fault.Row, fault.Cell, fault.Column, fault.Code, fault.Found, fault.Message))]);
}

/// <summary>Une ligne reprise.</summary>
/// <param name="Row">Dans la feuille, à partir de 1.</param>
/// <param name="QuestionId">La question.</param>
/// <param name="Effect">added, changed ou unchanged.</param>
public sealed record ImportLineResponse(int Row, string QuestionId, ImportEffect Effect);

/// <summary>Une ligne refusée : où, ce qui a été lu, pourquoi et ce qui conviendrait.</summary>
/// <param name="Row">Dans la feuille, à partir de 1.</param>
/// <param name="Cell">La cellule, par exemple H12.</param>
/// <param name="Column">Le titre de la colonne.</param>
/// <param name="Code">Stable.</param>
/// <param name="Found">Ce qui a été lu.</param>
/// <param name="Message">En français.</param>
public sealed record ImportFaultResponse(int Row, string Cell, string Column, string Code, string Found, string Message);
