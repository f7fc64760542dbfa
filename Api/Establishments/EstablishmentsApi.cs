using CrisisKits.Api.Access;
using CrisisKits.Api.Assessments;
using CrisisKits.Api.Assessments.Keeping;
using CrisisKits.Api.Http;
using CrisisKits.Api.Http.Reading;
using CrisisKits.Domain.Access;
using CrisisKits.Domain.Establishments;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Access;
using CrisisKits.Infrastructure.Establishments;

namespace CrisisKits.Api.Establishments;

/// <summary>What one may see of an establishment.</summary>
public static class EstablishmentsApi
{
    public static void MapEstablishments(this IEndpointRouteBuilder api)
    {
        api.MapGet("/establishments/{finess}", Read).WithName("readEstablishment").WithTags("Établissements").RequireAuthorization()
            .AddEndpointFilter(new KnownParameters())
            .Produces<EstablishmentResponse>().Produces(StatusCodes.Status304NotModified).ProducesProblems(KeptAssessmentsApi.Refusals);
        api.MapGet("/establishments/{finess}/colleagues", Colleagues).WithName("listColleagues").WithTags("Établissements").RequireAuthorization()
            .AddEndpointFilter(new KnownParameters())
            .Produces<IReadOnlyList<ColleagueResponse>>().Produces(StatusCodes.Status304NotModified).ProducesProblems(KeptAssessmentsApi.Refusals);
    }

    /// <summary>Un établissement, son brouillon ouvert et sa dernière autoévaluation validée.</summary>
    /// <param name="caller"></param>
    /// <param name="finess">Le numéro FINESS de l'entité juridique ou du site, avec ou sans espaces.</param>
    /// <param name="act"></param>
    /// <param name="cancellation"></param>
    internal static async Task<IResult> Read(Caller caller, string finess, ReadEstablishment act, CancellationToken cancellation) =>
        (await act.RunAsync(new(caller.PersonId, finess), cancellation)).Answer(seen => Tagged.Json(EstablishmentResponse.Of(seen)));

    /// <summary>Les personnes qui ont un rôle dans l'établissement, par nom : celles à qui un thème peut être confié.</summary>
    /// <param name="caller"></param>
    /// <param name="finess">Le numéro FINESS de l'entité juridique ou du site, avec ou sans espaces.</param>
    /// <param name="act"></param>
    /// <param name="cancellation"></param>
    internal static async Task<IResult> Colleagues(Caller caller, string finess, ListColleagues act, CancellationToken cancellation) =>
        (await act.RunAsync(new(caller.PersonId, finess), cancellation)).Answer(colleagues => Tagged.Json<IReadOnlyList<ColleagueResponse>>(
            [.. colleagues.Select(each => new ColleagueResponse(each.Person.Id, each.Person.Name, each.Role.Id(), each.May(Act.Answer)))]));
}

/// <summary>Une personne qui a un rôle dans l'établissement.</summary>
/// <param name="PersonId">Trente-deux caractères.</param>
/// <param name="Name">Tel que ses collègues la connaissent.</param>
/// <param name="Role">lecteur, contributeur, responsable ou referent.</param>
/// <param name="Answers">Son rôle permet de répondre : un thème peut lui être confié.</param>
public sealed record ColleagueResponse(string PersonId, string Name, string Role, bool Answers);

/// <summary>Un établissement, tel que cette personne peut le voir.</summary>
/// <param name="Finess">Son numéro, sans espaces.</param>
/// <param name="Kind">legal-entity : entité juridique ; site : entité géographique.</param>
/// <param name="Parent">Le numéro de l'entité juridique d'un site.</param>
/// <param name="Name">Au répertoire FINESS.</param>
/// <param name="Town">Sa ville.</param>
/// <param name="Region">Sa région ; null dans les trois collectivités d'outre-mer.</param>
/// <param name="Variant">La rédaction de la grille et des kits qu'il lit.</param>
/// <param name="OpenDraft">Le brouillon ouvert ; null aussi pour qui ne peut pas lire ses réponses.</param>
/// <param name="LastSubmitted">La dernière autoévaluation validée ; null s'il n'y en a pas.</param>
/// <param name="Themes">Ses scores par thème ; null pour une agence avec qui l'établissement ne les partage pas, ou plus, et quand rien n'est validé.</param>
public sealed record EstablishmentResponse(
    string Finess, string Kind, string? Parent, string Name, string Town, string? Region, KitVariant Variant, AssessmentSummary? OpenDraft,
    AssessmentSummary? LastSubmitted, IReadOnlyList<ThemeScoreResponse>? Themes)
{
    public static EstablishmentResponse Of(SeenEstablishment seen)
    {
        var establishment = seen.Establishment;
        return new(
            establishment.Finess.Value, establishment.Kind.Id(), establishment.Parent?.Value, establishment.Name, establishment.Town,
            establishment.Region?.Name, establishment.Variant,
            seen.OpenDraft is { } draft ? AssessmentSummary.Of(draft, opens: true) : null,
            seen.LastSubmitted is { } last ? AssessmentSummary.Of(last, seen.ReadsAssessments) : null,
            seen.Themes is null ? null : [.. seen.Themes.Select(each => new ThemeScoreResponse(each.Theme.Id, each.Theme.Title, each.Result.Applicable, each.Result.Value?.Percent))]);
    }
}
