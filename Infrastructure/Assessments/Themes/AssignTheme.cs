using CrisisKits.Domain.Access;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Infrastructure.Access;
using CrisisKits.Infrastructure.Grids;

namespace CrisisKits.Infrastructure.Assessments.Themes;

/// <summary>Who is now in charge of a theme.</summary>
/// <param name="ThemeId">The theme.</param>
/// <param name="Assignment">Null when nobody is.</param>
/// <param name="To">To whom; null when nobody is.</param>
/// <param name="By">Who handed it over.</param>
public sealed record AssignedTheme(string ThemeId, ThemeAssignment? Assignment, Person? To, Person By);

/// <summary>Hands a theme of a draft to a colleague, or back to nobody. The last word stays: nothing is lost that cannot be said again.</summary>
public sealed class AssignTheme(Admission admission, GridLibrary grids, TimeProvider clock)
{
    /// <param name="visit">Who, and where.</param>
    /// <param name="id">Of the assessment.</param>
    /// <param name="themeId">Of its grid.</param>
    /// <param name="personId">To whom; null for nobody.</param>
    /// <param name="cancellationToken">Stops it before it starts only.</param>
    public Task<Acted<AssignedTheme>> RunAsync(Visit visit, string id, string themeId, string? personId, CancellationToken cancellationToken) =>
        admission.WriteAsync<AssignedTheme>(
            visit, Act.AssignTheme,
            async (session, acting) =>
            {
                if (await new AssessmentStore(session).FindAsync(acting.Finess, id) is not { } assessment)
                    return Unknown.Assessment;
                var colleagues = await new PersonStore(session).ListColleaguesAsync(acting.Finess);
                if (HandTheme.Refuse(assessment, grids.Of(assessment), themeId, personId, colleagues) is { } refusal)
                    return refusal;
                var store = new AssignmentStore(session);
                if (personId is null)
                {
                    await store.RemoveAsync(id, themeId);
                    return new AssignedTheme(themeId, null, null, acting.Person);
                }

                var assignment = new ThemeAssignment(themeId, personId, acting.At(clock.GetUtcNow()));
                await store.PutAsync(id, assignment);
                return new AssignedTheme(themeId, assignment, colleagues.First(each => each.Person.Id == personId).Person, acting.Person);
            },
            cancellationToken);
}
