using CrisisKits.Api.Access;
using CrisisKits.Api.Http;
using CrisisKits.Api.Http.Failures;
using CrisisKits.Api.Http.Reading;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Infrastructure.Access;
using CrisisKits.Infrastructure.Assessments.Answers;
using Microsoft.AspNetCore.Mvc;

namespace CrisisKits.Api.Assessments.Keeping;

/// <summary>The answers of a draft, one by one, each with its version: colleagues never overwrite each other unseen.</summary>
internal static class AnswersApi
{
    public static void MapAnswers(this IEndpointRouteBuilder all)
    {
        Described(all.MapPut("/{id}/answers/{questionId}", Give).WithName("answerQuestion").Produces<AnswerResponse>().ProducesProblems(KeptAssessmentsApi.OfABody))
            .WithMetadata(new RequestExample("La réponse.", """{ "option": 2, "comment": "Joué en mars, sans la direction.", "evidence": "Compte rendu du 12 mars, intranet qualité" }"""))
            .ProducesProblems(StatusCodes.Status422UnprocessableEntity);
        Described(all.MapDelete("/{id}/answers/{questionId}", Clear).WithName("clearQuestion").Produces(StatusCodes.Status204NoContent));
    }

    private static RouteHandlerBuilder Described(RouteHandlerBuilder endpoint) => endpoint
        .Produces<ChangedAnswerProblem>(StatusCodes.Status412PreconditionFailed, "application/problem+json")
        .ProducesProblems([.. KeptAssessmentsApi.Refusals, StatusCodes.Status409Conflict, StatusCodes.Status428PreconditionRequired]);

    /// <summary>Répond à une question d'un brouillon, change sa réponse ou confirme celle qui a été reprise.</summary>
    /// <param name="caller"></param>
    /// <param name="finess">Le numéro FINESS de l'entité juridique ou du site, avec ou sans espaces.</param>
    /// <param name="id">L'autoévaluation.</param>
    /// <param name="questionId">La question.</param>
    /// <param name="body">La réponse.</param>
    /// <param name="ifMatch">La version que vous avez lue, entre guillemets : « "3" ».</param>
    /// <param name="ifNoneMatch">« * » pour une première réponse.</param>
    /// <param name="act"></param>
    /// <param name="http"></param>
    internal static async Task<IResult> Give(
        Caller caller, string finess, string id, string questionId, Body<GiveAnswerRequest> body, [FromHeader(Name = "If-Match")] string? ifMatch,
        [FromHeader(Name = "If-None-Match")] string? ifNoneMatch, AnswerQuestion act, HttpContext http) => Answer(
            await act.RunAsync(
                new(caller.PersonId, finess), id, body.Value.ToGiven(questionId), Preconditions.Read(ifMatch, ifNoneMatch), http.RequestAborted),
            caller, Preconditions.Required(), http);

    /// <summary>Efface la réponse à une question d'un brouillon.</summary>
    /// <param name="caller"></param>
    /// <param name="finess">Le numéro FINESS de l'entité juridique ou du site, avec ou sans espaces.</param>
    /// <param name="id">L'autoévaluation.</param>
    /// <param name="questionId">La question.</param>
    /// <param name="ifMatch">La version que vous avez lue, entre guillemets : « "3" ».</param>
    /// <param name="act"></param>
    /// <param name="http"></param>
    internal static async Task<IResult> Clear(
        Caller caller, string finess, string id, string questionId, [FromHeader(Name = "If-Match")] string? ifMatch, ClearQuestion act, HttpContext http) =>
        Answer(await act.RunAsync(new(caller.PersonId, finess), id, questionId, Preconditions.Read(ifMatch, null), http.RequestAborted), caller, Preconditions.RequiredToClear(), http);

    private static IResult Answer(Acted<AnswerReply> acted, Caller caller, Problem unsaid, HttpContext http) => acted.Answer(reply =>
    {
        switch (reply.Outcome)
        {
            case AnswerOutcome.Kept { Answer: var kept }:
                if (AnswerResponse.Of(kept, reply.AnsweredBy) is not { } given)
                    return TypedResults.NoContent();
                http.Response.Headers.ETag = AnswerResponse.TagOf(kept.Version);
                return TypedResults.Json(given, StrictJson.Options);
            case AnswerOutcome.Conflict conflict:
                if (conflict.Current is { Given: not null, Version: var version })
                    http.Response.Headers.ETag = AnswerResponse.TagOf(version);
                return new ProblemResult(ChangedAnswerProblem.Of(conflict, reply.AnsweredBy, caller.PersonId));
            default:
                return new ProblemResult(unsaid);
        }
    });
}
