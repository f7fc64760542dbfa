using System.ComponentModel.DataAnnotations;
using CrisisKits.Api.Access;
using CrisisKits.Api.Http;
using CrisisKits.Api.Http.Failures;
using CrisisKits.Api.Http.Reading;
using CrisisKits.Infrastructure.Assessments.Themes;
using FluentValidation;

namespace CrisisKits.Api.Assessments.Keeping;

/// <summary>Who is in charge of a theme of an assessment.</summary>
internal static class ThemesApi
{
    public static void MapThemes(this IEndpointRouteBuilder all) =>
        all.MapPut("/{id}/themes/{themeId}/assignee", Assign).WithName("assignTheme")
            .WithMetadata(new RequestExample("La personne qui en est chargée.", """{ "personId": "00000000000070008000000000000004" }"""))
            .Produces<AssigneeResponse>().Produces(StatusCodes.Status204NoContent)
            .ProducesProblems([.. KeptAssessmentsApi.Refusals, .. KeptAssessmentsApi.OfABody, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity]);

    /// <summary>Confie un thème d'un brouillon à une personne de l'établissement, ou à personne. Qui peut répondre répond toujours partout.</summary>
    /// <param name="caller"></param>
    /// <param name="finess">Le numéro FINESS de l'entité juridique ou du site, avec ou sans espaces.</param>
    /// <param name="id">L'autoévaluation.</param>
    /// <param name="themeId">Le thème, tel qu'il figure dans la grille.</param>
    /// <param name="body">La personne.</param>
    /// <param name="act"></param>
    /// <param name="cancellation"></param>
    internal static async Task<IResult> Assign(
        Caller caller, string finess, string id, string themeId, Body<AssignRequest> body, AssignTheme act, CancellationToken cancellation) =>
        (await act.RunAsync(new(caller.PersonId, finess), id, themeId, body.Value.PersonId, cancellation)).Answer(assigned =>
            assigned is { Assignment: { } assignment, To: { } to }
                ? TypedResults.Json(
                    new AssigneeResponse(assignment.ThemeId, to.Id, to.Name, assigned.By.Name, assignment.Assigned.At.UtcDateTime), StrictJson.Options)
                : TypedResults.NoContent());
}

/// <summary>La personne chargée d'un thème.</summary>
public sealed record AssignRequest
{
    /// <summary>L'identifiant d'une personne de l'établissement (GET …/colleagues) ; null pour n'en charger personne.</summary>
    [MaxLength(ScoreRequestValidator.LongestId)]
    public string? PersonId { get; init; }
}

public sealed class AssignRequestValidator : AbstractValidator<AssignRequest>
{
    public AssignRequestValidator() =>
        RuleFor(request => request.PersonId).MaximumLength(ScoreRequestValidator.LongestId)
            .WithErrorCode("too-long").WithMessage($"Un identifiant ne dépasse pas {ScoreRequestValidator.LongestId} caractères.");
}

/// <summary>Qui est chargé d'un thème.</summary>
/// <param name="ThemeId">Le thème.</param>
/// <param name="PersonId">La personne.</param>
/// <param name="Name">Telle que ses collègues la connaissent.</param>
/// <param name="AssignedBy">Qui le lui a confié.</param>
/// <param name="AssignedAt">En temps universel.</param>
public sealed record AssigneeResponse(string ThemeId, string PersonId, string Name, string AssignedBy, DateTime AssignedAt);
