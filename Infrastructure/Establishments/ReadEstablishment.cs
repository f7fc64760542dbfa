using CrisisKits.Domain.Access;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Establishments;
using CrisisKits.Domain.Grids;
using CrisisKits.Infrastructure.Access;
using CrisisKits.Infrastructure.Assessments;
using CrisisKits.Infrastructure.Assessments.Results;
using CrisisKits.Infrastructure.Grids;
using CrisisKits.Infrastructure.Sql;

namespace CrisisKits.Infrastructure.Establishments;

/// <summary>What somebody may see of an establishment.</summary>
/// <param name="OpenDraft">Null for who may not read answers, as when there is none.</param>
/// <param name="LastSubmitted">Its dates, level and kit.</param>
/// <param name="ReadsAssessments">Whether this person may open them.</param>
/// <param name="Themes">Those of the last submitted, in grid order; null for who may not read them.</param>
public sealed record SeenEstablishment(
    Establishment Establishment, ListedAssessment? OpenDraft, ListedAssessment? LastSubmitted, bool ReadsAssessments, IReadOnlyList<SeenTheme>? Themes);

/// <summary>The score of a theme: never an answer, a comment or an evidence.</summary>
public sealed record SeenTheme(Theme Theme, ThemeResult Result);

/// <summary>An establishment and where its assessments are.</summary>
public sealed class ReadEstablishment(Admission admission, GridLibrary grids)
{
    public Task<Acted<SeenEstablishment>> RunAsync(Visit visit, CancellationToken cancellationToken) =>
        admission.ReadAsync<SeenEstablishment>(
            visit, Act.ReadResultStatus,
            async (session, acting) =>
            {
                // the draft, if any, is the newest, and there is only one
                var newest = await new AssessmentStore(session).ListAsync(acting.Finess, null, 2);
                var reads = acting.May(Act.ReadAssessment).IsAllowed;
                var last = newest.FirstOrDefault(each => each.Assessment.Submitted is not null);
                return new SeenEstablishment(
                    acting.Establishment,
                    reads ? newest.FirstOrDefault(each => each.Assessment.Submitted is null) : null,
                    last,
                    reads,
                    last is not null && acting.May(Act.ReadThemeScores, last.Assessment.ShareDetail).IsAllowed ? await ThemesAsync(session, last.Assessment) : null);
            },
            cancellationToken);

    private async Task<IReadOnlyList<SeenTheme>> ThemesAsync(SqlSession session, Assessment submitted)
    {
        var grid = grids.Of(submitted);
        return [.. (await new ResultStore(session).ListThemesAsync(submitted.Id)).Select(result => new SeenTheme(grid.Themes.First(theme => theme.Id == result.ThemeId), result))];
    }
}
