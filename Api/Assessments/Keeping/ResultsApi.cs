using CrisisKits.Api.Access;
using CrisisKits.Api.Http;
using CrisisKits.Api.Http.Reading;
using CrisisKits.Infrastructure.Assessments.Drafts;
using CrisisKits.Infrastructure.Assessments.Results;
using CrisisKits.Infrastructure.Kits;

namespace CrisisKits.Api.Assessments.Keeping;

/// <summary>From a draft's provisional result to the one that stays.</summary>
internal static class ResultsApi
{
    public static void MapResults(this IEndpointRouteBuilder all)
    {
        all.MapGet("/{id}/preview", Preview).WithName("previewResult").Produces<PreviewResponse>().Produces(StatusCodes.Status304NotModified)
            .ProducesProblems([.. KeptAssessmentsApi.Refusals, StatusCodes.Status422UnprocessableEntity]);
        all.MapPost("/{id}/submission", Submit).WithName("submitAssessment")
            .WithMetadata(new RequestExample("Le kit choisi.", """{ "kitLevel": "beginner", "reason": "Première fois pour la direction." }"""))
            .Produces<ResultResponse>(StatusCodes.Status201Created)
            .ProducesProblems([.. KeptAssessmentsApi.Refusals, .. KeptAssessmentsApi.OfABody, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity]);
        all.MapGet("/{id}/result", Read).WithName("readResult").Produces<ResultResponse>().Produces(StatusCodes.Status304NotModified)
            .ProducesProblems(KeptAssessmentsApi.Refusals);
        all.MapGet("/{id}/comparison", Compare).WithName("compareResults").Produces<ComparisonResponse>().Produces(StatusCodes.Status304NotModified)
            .ProducesProblems(KeptAssessmentsApi.Refusals);
    }

    /// <summary>Le résultat qu'auraient les réponses données jusqu'ici, celles à confirmer comprises.</summary>
    /// <param name="caller"></param>
    /// <param name="finess">Le numéro FINESS de l'entité juridique ou du site, avec ou sans espaces.</param>
    /// <param name="id">L'autoévaluation.</param>
    /// <param name="kits"></param>
    /// <param name="act"></param>
    /// <param name="cancellation"></param>
    internal static async Task<IResult> Preview(Caller caller, string finess, string id, KitLibrary kits, PreviewResult act, CancellationToken cancellation) =>
        (await act.RunAsync(new(caller.PersonId, finess), id, cancellation)).Answer(preview => Tagged.Json(PreviewResponse.Of(preview, kits.Current.Version)));

    /// <summary>Valide un brouillon : toutes les questions ont une réponse confirmée, un kit est choisi. Ensuite, plus rien ne change.</summary>
    /// <param name="caller"></param>
    /// <param name="finess">Le numéro FINESS de l'entité juridique ou du site, avec ou sans espaces.</param>
    /// <param name="id">L'autoévaluation.</param>
    /// <param name="body">Le kit choisi.</param>
    /// <param name="act"></param>
    /// <param name="cancellation"></param>
    internal static async Task<IResult> Submit(Caller caller, string finess, string id, Body<SubmitRequest> body, SubmitAssessment act, CancellationToken cancellation) =>
        (await act.RunAsync(new(caller.PersonId, finess), id, body.Value.ToChoice(), null, cancellation)).Answer(result =>
            TypedResults.Created($"{AssessmentAddresses.Of(result.Sheet.Sheet.Assessment)}/result", ResultResponse.Of(result)));

    /// <summary>Le résultat d'une autoévaluation validée, expliqué.</summary>
    /// <param name="caller"></param>
    /// <param name="finess">Le numéro FINESS de l'entité juridique ou du site, avec ou sans espaces.</param>
    /// <param name="id">L'autoévaluation.</param>
    /// <param name="act"></param>
    /// <param name="cancellation"></param>
    internal static async Task<IResult> Read(Caller caller, string finess, string id, ReadResult act, CancellationToken cancellation) =>
        (await act.RunAsync(new(caller.PersonId, finess), id, cancellation)).Answer(result => Tagged.Json(ResultResponse.Of(result)));

    /// <summary>Ce qui a changé depuis l'autoévaluation précédente, thème par thème.</summary>
    /// <param name="caller"></param>
    /// <param name="finess">Le numéro FINESS de l'entité juridique ou du site, avec ou sans espaces.</param>
    /// <param name="id">L'autoévaluation.</param>
    /// <param name="act"></param>
    /// <param name="cancellation"></param>
    internal static async Task<IResult> Compare(Caller caller, string finess, string id, CompareResults act, CancellationToken cancellation) =>
        (await act.RunAsync(new(caller.PersonId, finess), id, cancellation)).Answer(compared => Tagged.Json(ComparisonResponse.Of(compared)));
}
