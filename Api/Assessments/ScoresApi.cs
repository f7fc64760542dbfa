using CrisisKits.Api.Http;
using CrisisKits.Api.Http.Failures;
using CrisisKits.Api.Http.Reading;

namespace CrisisKits.Api.Assessments;

/// <summary>Scoring for anyone, without storing anything.</summary>
public static class ScoresApi
{
    /// <summary>The one of the README.</summary>
    private const string Example =
        """
        {
          "gridVersion": "2026.1",
          "answers": [ { "questionId": "entr-exercice-tenu", "option": 1 },
                       { "questionId": "gouv-cellule-decisionnelle", "dontKnow": true } ] }
        """;

    public static void MapScores(this IEndpointRouteBuilder api) =>
        api.MapPost("/scores", Score).WithName("scoreAnswers").WithTags("Résultats")
            .AddEndpointFilter<ValidateBody>().AddEndpointFilter<LimitWork>()
            .WithMetadata(new RequestExample("Les réponses, et si on les connaît les moyens de l'établissement.", Example))
            .Produces<ScoreResponse>().ProducesProblems(
                StatusCodes.Status400BadRequest, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType,
                StatusCodes.Status422UnprocessableEntity, StatusCodes.Status503ServiceUnavailable);

    /// <summary>Des réponses au résultat expliqué : score, niveau, plafonds, chemin vers le niveau suivant, kit recommandé. Rien n'est enregistré.</summary>
    /// <param name="body">Les réponses.</param>
    /// <param name="act"></param>
    internal static IResult Score(Body<ScoreRequest> body, ScoreAnswers act)
    {
        var outcome = act.Run(body.Value);
        return outcome.Accepted ? TypedResults.Json(outcome.Response, StrictJson.Options) : new ProblemResult(outcome.Problem);
    }
}
