using CrisisKits.Domain.Access;
using CrisisKits.Domain.Grids;

namespace CrisisKits.Domain.Assessments.Keeping;

/// <summary>Who is in charge of a theme of an assessment. It says whom to ask: whoever may answer still answers everywhere.</summary>
/// <param name="ThemeId">Of the grid; one person a theme.</param>
/// <param name="PersonId">Who is in charge.</param>
/// <param name="Assigned">Who handed it over, and when.</param>
public sealed record ThemeAssignment(string ThemeId, string PersonId, Stamp Assigned);

/// <summary>Hands a theme of a draft to a colleague, to whoever hands it over, or back to nobody.</summary>
public static class HandTheme
{
    private static readonly Refusal Stranger = new(
        "not-a-colleague", null, "personId", "Cette personne n'a pas de rôle dans cet établissement : choisissez-la dans la liste de ses collègues.");

    /// <summary>Why a theme cannot be handed over; null when it can.</summary>
    /// <param name="assessment">Of the theme.</param>
    /// <param name="grid">Of the assessment.</param>
    /// <param name="themeId">As asked.</param>
    /// <param name="personId">To whom; null for nobody.</param>
    /// <param name="colleagues">Those of the establishment.</param>
    public static Refusal? Refuse(Assessment assessment, Grid grid, string themeId, string? personId, IReadOnlyList<Colleague> colleagues)
    {
        assessment.RequireGrid(grid);
        if (grid.Themes.All(theme => theme.Id != themeId))
            return new("unknown-theme", null, "themeId", $"La grille {grid.Version} n'a pas de thème « {themeId} » : reprenez l'identifiant tel qu'il figure dans la grille.");
        if (assessment.RefuseChange() is { } refusal)
            return refusal;
        if (personId is null)
            return null;
        if (colleagues.FirstOrDefault(each => each.Person.Id == personId) is not { } chosen)
            return Stranger;
        return chosen.May(Act.Answer)
            ? null
            : new("colleague-cannot-answer", null, "personId",
                $"Le rôle de {chosen.Role.French()} de {chosen.Person.Name} ne permet pas de répondre : choisissez un contributeur ou un responsable.");
    }
}
