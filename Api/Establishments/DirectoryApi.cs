using System.Globalization;
using CrisisKits.Api.Access;
using CrisisKits.Api.Assessments.Keeping;
using CrisisKits.Api.Http;
using CrisisKits.Api.Http.Failures;
using CrisisKits.Api.Http.Reading;
using CrisisKits.Domain.Establishments;
using CrisisKits.Infrastructure.Establishments;

namespace CrisisKits.Api.Establishments;

/// <summary>The directory: who is in it, which is public, and what an administrator adds or corrects.</summary>
public static class DirectoryApi
{
    private const int MostOnAPage = 200;
    private const int UsuallyOnAPage = 50;
    private const int LongestSearch = 200;

    public static void MapDirectory(this IEndpointRouteBuilder api)
    {
        api.MapGet("/establishments", Search).WithName("searchEstablishments").WithTags("Établissements").RequireAuthorization()
            .AddEndpointFilter(new KnownParameters("search", "cursor", "limit"))
            .Produces<FoundEstablishmentsResponse>().Produces(StatusCodes.Status304NotModified)
            .ProducesProblems(
                StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status503ServiceUnavailable);
        api.MapPut("/establishments/{finess}", Correct).WithName("correctEstablishment").WithTags("Établissements").RequireAuthorization()
            .AddEndpointFilter(new KnownParameters()).AddEndpointFilter<ValidateBody>()
            .WithMetadata(new RequestExample("Ce qu'est l'établissement.", """
                { "kind": "legal-entity", "name": "Centre hospitalier du Feint-Lac (fictif)", "town": "Feint-Lac", "postalCode": "63999", "commune": "63999", "open": true }
                """))
            .Produces<CorrectedEstablishmentResponse>().Produces<CorrectedEstablishmentResponse>(StatusCodes.Status201Created)
            .ProducesProblems([.. KeptAssessmentsApi.Refusals, .. KeptAssessmentsApi.OfABody, StatusCodes.Status422UnprocessableEntity]);
    }

    /// <summary>Cherche un établissement dans tout l'annuaire : ce qui est public de lui, et rien de ses autoévaluations.</summary>
    /// <param name="caller"></param>
    /// <param name="search">Des débuts de mots du nom ou de la ville, avec ou sans accents, ou un numéro FINESS, avec ou sans espaces.</param>
    /// <param name="cursor">Le « cursor » de la page précédente ; rien pour la première.</param>
    /// <param name="limit">Combien par page, de 1 à 200 ; 50 si rien n'est dit.</param>
    /// <param name="act"></param>
    /// <param name="http"></param>
    internal static async Task<IResult> Search(Caller caller, string? search, string? cursor, int? limit, SearchEstablishments act, HttpContext http)
    {
        if (limit is < 1 or > MostOnAPage)
            return Refused("limit", "out-of-range", $"Donnez un nombre de 1 à {MostOnAPage}.");
        if (search?.Length > LongestSearch)
            return Refused("search", "too-long", $"Une recherche ne dépasse pas {LongestSearch} caractères.");
        if (cursor is not null && FinessNumber.Parse(cursor)?.Value != cursor)
            return Refused("cursor", "malformed-cursor", "Reprenez le « cursor » de la page précédente tel quel.");
        var acted = await act.RunAsync(caller.PersonId, search, cursor, limit ?? UsuallyOnAPage, http.RequestAborted);
        return acted.Answer(found =>
        {
            if (found.Next is not null)
                http.Response.Headers.Link = string.Create(CultureInfo.InvariantCulture,
                    $"</api/v1/establishments?search={Uri.EscapeDataString(search ?? string.Empty)}&cursor={found.Next}&limit={limit ?? UsuallyOnAPage}>; rel=\"next\"");
            return Tagged.Json(new FoundEstablishmentsResponse(
                [.. found.Items.Select(FoundEstablishment.Of)], found.Next, found.LooksMistyped ? DirectoryWords.Mistyped : null));
        });
    }

    /// <summary>Ajoute un établissement à l'annuaire ou le corrige. Les imports le laissent ensuite tel quel, sauf si followDirectory est vrai.</summary>
    /// <param name="caller"></param>
    /// <param name="finess">Le numéro FINESS de l'entité juridique ou du site, avec ou sans espaces.</param>
    /// <param name="body">Ce qu'est l'établissement.</param>
    /// <param name="act"></param>
    /// <param name="http"></param>
    internal static async Task<IResult> Correct(Caller caller, string finess, Body<CorrectEstablishmentRequest> body, CorrectEstablishment act, HttpContext http)
    {
        var request = body.Value;
        var acted = await act.RunAsync(new(caller.PersonId, finess), request.Describe(finess), request.FollowDirectory ?? false, http.RequestAborted);
        return acted.Answer(corrected =>
        {
            var response = CorrectedEstablishmentResponse.Of(corrected);
            return corrected.Added ? TypedResults.Created($"/api/v1/establishments/{response.Establishment.Finess}", response) : TypedResults.Ok(response);
        });
    }

    private static ProblemResult Refused(string parameter, string code, string message) =>
        new(Problem.Of(StatusCodes.Status400BadRequest, [new(parameter, code, message)]));
}
