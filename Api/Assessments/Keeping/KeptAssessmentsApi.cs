using System.Globalization;
using CrisisKits.Api.Access;
using CrisisKits.Api.Assessments.Keeping.Importing;
using CrisisKits.Api.Grids;
using CrisisKits.Api.Http;
using CrisisKits.Api.Http.Failures;
using CrisisKits.Api.Http.Reading;
using CrisisKits.Domain.Establishments;
using CrisisKits.Infrastructure.Assessments;
using CrisisKits.Infrastructure.Assessments.Answers;
using CrisisKits.Infrastructure.Assessments.Drafts;
using CrisisKits.Infrastructure.Assessments.Exports;
using CrisisKits.Infrastructure.Assessments.Results;
using CrisisKits.Infrastructure.Assessments.Themes;
using CrisisKits.Infrastructure.Grids;
using Microsoft.AspNetCore.Mvc;

namespace CrisisKits.Api.Assessments.Keeping;

/// <summary>Assessments kept for an establishment: opening, reading, discarding and sharing them.</summary>
public static class KeptAssessmentsApi
{
    private const int MostOnAPage = 200;
    private const int UsuallyOnAPage = 50;

    public static IServiceCollection AddKeptAssessments(this IServiceCollection services) => services
        .AddSingleton<StartAssessment>().AddSingleton<ReadAssessment>().AddSingleton<ListAssessments>().AddSingleton<DiscardAssessment>()
        .AddSingleton<ShareDetail>().AddSingleton<PreviewGridMigration>().AddSingleton<AnswerQuestion>().AddSingleton<ClearQuestion>()
        .AddSingleton<ImportAnswers>().AddSingleton<ExportAssessment>().AddSingleton<ReadFilledGrid>().AddSingleton<PreviewResult>().AddSingleton<SubmitAssessment>().AddSingleton<ReadResult>().AddSingleton<CompareResults>()
        .AddSingleton<OpenAssessment>().AddSingleton<AssignTheme>();

    public static void MapKeptAssessments(this IEndpointRouteBuilder api)
    {
        var all = api.MapGroup("/establishments/{finess}/assessments").WithTags("Autoévaluations").RequireAuthorization()
            .AddEndpointFilter(new KnownParameters()).AddEndpointFilter<ValidateBody>();
        all.MapPost("/", Start).WithName("startAssessment")
            .WithMetadata(new RequestExample("La grille et le point de départ.", """{ "gridVersion": "2026.1" }"""))
            .Produces<AssessmentResponse>(StatusCodes.Status201Created)
            .Produces<OpenDraftProblem>(StatusCodes.Status409Conflict, "application/problem+json")
            .ProducesProblems([.. Refusals, .. OfABody, StatusCodes.Status422UnprocessableEntity]);
        all.MapGet("/", List).WithName("listAssessments").WithMetadata(new QueryNames("cursor", "limit"))
            .Produces<AssessmentPageResponse>().Produces(StatusCodes.Status304NotModified).ProducesProblems(Refusals);
        all.MapGet("/{id}", Read).WithName("readAssessment").Produces<AssessmentResponse>().Produces(StatusCodes.Status304NotModified).ProducesProblems(Refusals);
        all.MapDelete("/{id}", Discard).WithName("discardAssessment").Produces(StatusCodes.Status204NoContent)
            .ProducesProblems([.. Refusals, StatusCodes.Status409Conflict]);
        all.MapPut("/{id}/sharing", Share).WithName("shareDetail").WithMetadata(new RequestExample("Ce que l'agence peut lire.", """{ "detail": true }"""))
            .Produces<SharingResponse>().ProducesProblems([.. Refusals, .. OfABody]);
        all.MapGet("/{id}/migration", Migrate).WithName("previewMigration").WithMetadata(new QueryNames("to")).Produces<MigrationResponse>().Produces(StatusCodes.Status304NotModified)
            .ProducesProblems([.. Refusals, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity]);
        all.MapAnswers();
        all.MapThemes();
        all.MapResults();
        all.MapExports();
        all.MapImport();
    }

    /// <summary>Whoever asks and wherever.</summary>
    internal static ReadOnlySpan<int> Refusals =>
        [StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound, StatusCodes.Status503ServiceUnavailable];

    internal static ReadOnlySpan<int> OfABody => [StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType];

    /// <summary>Commence l'autoévaluation d'un établissement, de rien ou d'après une précédente. Un seul brouillon à la fois.</summary>
    /// <param name="caller"></param>
    /// <param name="finess">Le numéro FINESS de l'entité juridique ou du site, avec ou sans espaces.</param>
    /// <param name="body">La grille et le point de départ.</param>
    /// <param name="key">Une clé de votre choix, une par demande : renvoyée avec la même clé, la même demande n'est pas faite deux fois.</param>
    /// <param name="grids"></param>
    /// <param name="act"></param>
    /// <param name="http"></param>
    internal static async Task<IResult> Start(
        Caller caller, string finess, Body<StartRequest> body, [FromHeader(Name = "Idempotency-Key")] string? key, GridLibrary grids, StartAssessment act, HttpContext http)
    {
        var version = body.Value.GridVersion ?? "current";
        var repeatable = IdempotencyKey.Read(key, FinessNumber.Parse(finess)?.Value, version, body.Value.From);
        if (grids.Find(version) is not { } grid)
            return new ProblemResult(Problem.Of(StatusCodes.Status422UnprocessableEntity, [GridsApi.UnknownVersion("gridVersion", version, grids)]));
        var acted = await act.RunAsync(new(caller.PersonId, finess), grid, body.Value.From, repeatable, http.RequestAborted);
        return acted.Answer(outcome =>
        {
            if (outcome.Started is not { } sheet)
            {
                var problem = new OpenDraftProblem(outcome.Open!);
                http.Response.Headers.Location = problem.Location;
                return new ProblemResult(problem);
            }

            return TypedResults.Created(AssessmentAddresses.Of(sheet.Sheet.Assessment), AssessmentResponse.Of(sheet, grids.Of(sheet.Sheet.Assessment)));
        });
    }

    /// <summary>Les autoévaluations d'un établissement, de la plus récente à la plus ancienne, sans leurs réponses.</summary>
    /// <param name="caller"></param>
    /// <param name="finess">Le numéro FINESS de l'entité juridique ou du site, avec ou sans espaces.</param>
    /// <param name="cursor">Le « cursor » de la page précédente ; rien pour la première.</param>
    /// <param name="limit">Combien par page, de 1 à 200 ; 50 si rien n'est dit.</param>
    /// <param name="act"></param>
    /// <param name="http"></param>
    internal static async Task<IResult> List(Caller caller, string finess, string? cursor, string? limit, ListAssessments act, HttpContext http)
    {
        var most = QueryValue.Whole("limit", limit, UsuallyOnAPage, 1, MostOnAPage);
        if (cursor is not null && !(cursor.Length == 32 && cursor.All(char.IsAsciiHexDigitLower)))
            return new ProblemResult(Problem.Of(StatusCodes.Status400BadRequest, [new("cursor", "malformed-cursor", "Reprenez le « cursor » de la page précédente tel quel.")]));
        var acted = await act.RunAsync(new(caller.PersonId, finess), cursor, most, http.RequestAborted);
        return acted.Answer(page =>
        {
            if (page.Next is not null)
                http.Response.Headers.Link = string.Create(CultureInfo.InvariantCulture,
                    $"<{AssessmentAddresses.Of(FinessNumber.Parse(finess)!.Value)}?cursor={page.Next}&limit={most}>; rel=\"next\"");
            return Tagged.Json(new AssessmentPageResponse([.. page.Items.Select(item => AssessmentSummary.Of(item, opens: true))], page.Next));
        });
    }

    /// <summary>Une autoévaluation et toutes ses réponses.</summary>
    /// <param name="caller"></param>
    /// <param name="finess">Le numéro FINESS de l'entité juridique ou du site, avec ou sans espaces.</param>
    /// <param name="id">L'autoévaluation.</param>
    /// <param name="grids"></param>
    /// <param name="act"></param>
    /// <param name="cancellation"></param>
    internal static async Task<IResult> Read(Caller caller, string finess, string id, GridLibrary grids, ReadAssessment act, CancellationToken cancellation) =>
        (await act.RunAsync(new(caller.PersonId, finess), id, cancellation)).Answer(sheet => Tagged.Json(AssessmentResponse.Of(sheet, grids.Of(sheet.Sheet.Assessment))));

    /// <summary>Abandonne un brouillon et ses réponses. Une autoévaluation validée reste.</summary>
    /// <param name="caller"></param>
    /// <param name="finess">Le numéro FINESS de l'entité juridique ou du site, avec ou sans espaces.</param>
    /// <param name="id">L'autoévaluation.</param>
    /// <param name="act"></param>
    /// <param name="cancellation"></param>
    internal static async Task<IResult> Discard(Caller caller, string finess, string id, DiscardAssessment act, CancellationToken cancellation) =>
        (await act.RunAsync(new(caller.PersonId, finess), id, seen: null, cancellation)).Answer(_ => TypedResults.NoContent());

    /// <summary>Laisse l'agence lire les scores par thème, ou ne la laisse plus ; à tout moment, aussi après la validation.</summary>
    /// <param name="caller"></param>
    /// <param name="finess">Le numéro FINESS de l'entité juridique ou du site, avec ou sans espaces.</param>
    /// <param name="id">L'autoévaluation.</param>
    /// <param name="body">Ce que l'agence peut lire.</param>
    /// <param name="act"></param>
    /// <param name="cancellation"></param>
    internal static async Task<IResult> Share(Caller caller, string finess, string id, Body<SharingRequest> body, ShareDetail act, CancellationToken cancellation) =>
        (await act.RunAsync(new(caller.PersonId, finess), id, body.Value.Detail!.Value, cancellation))
            .Answer(assessment => TypedResults.Json(new SharingResponse(assessment.ShareDetail), StrictJson.Options));

    /// <summary>Ce que deviendraient les réponses d'un brouillon sur une autre grille. Rien n'est changé.</summary>
    /// <param name="caller"></param>
    /// <param name="finess">Le numéro FINESS de l'entité juridique ou du site, avec ou sans espaces.</param>
    /// <param name="id">L'autoévaluation.</param>
    /// <param name="to">La version de l'autre grille ; la grille en vigueur si elle n'est pas donnée.</param>
    /// <param name="grids"></param>
    /// <param name="act"></param>
    /// <param name="cancellation"></param>
    internal static async Task<IResult> Migrate(
        Caller caller, string finess, string id, string? to, GridLibrary grids, PreviewGridMigration act, CancellationToken cancellation) =>
        grids.Find(to ?? "current") is { } grid
            ? (await act.RunAsync(new(caller.PersonId, finess), id, grid, cancellation)).Answer(migration => Tagged.Json(MigrationResponse.Of(migration)))
            : new ProblemResult(Problem.Of(StatusCodes.Status422UnprocessableEntity, [GridsApi.UnknownVersion("to", to, grids)]));
}
