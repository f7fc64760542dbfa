using CrisisKits.Domain.Access;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Infrastructure.Access;
using CrisisKits.Infrastructure.Assessments;
using CrisisKits.Infrastructure.Assessments.Answers;
using CrisisKits.Infrastructure.Assessments.Results;

namespace CrisisKits.Infrastructure.Establishments;

/// <summary>Where an establishment is, as far as somebody may know.</summary>
/// <param name="Acting">Who, for which establishment, and what this person may do there.</param>
/// <param name="ReadsAssessments">False for an agency.</param>
/// <param name="Draft">The open one; null also for who may not read answers.</param>
/// <param name="Submitted">The newest first; for an agency only the last, without its score.</param>
/// <param name="SharedThemes">For an agency, the theme scores of the last, where the establishment shares them; null otherwise.</param>
public sealed record SeenDashboard(
    Acting Acting, bool ReadsAssessments, NamedSheet? Draft, IReadOnlyList<ListedAssessment> Submitted, IReadOnlyList<ThemeResult>? SharedThemes)
{
    public ListedAssessment? Last => Submitted.Count == 0 ? null : Submitted[0];
}

/// <summary>What an establishment has to do next, and what it did in former years.</summary>
public sealed class ReadDashboard(Admission admission)
{
    /// <summary>One or two a year: ten years at least.</summary>
    public const int MostYears = 20;

    public Task<Acted<SeenDashboard>> RunAsync(Visit visit, CancellationToken cancellationToken) =>
        admission.ReadAsync<SeenDashboard>(
            visit, Act.ReadResultStatus,
            async (session, acting) =>
            {
                var newest = await new AssessmentStore(session).ListAsync(acting.Finess, null, MostYears + 1);
                var submitted = newest.Where(each => each.Assessment.Submitted is not null).Take(MostYears).ToArray();
                if (acting.May(Act.ReadAssessment).IsAllowed)
                {
                    // the draft, if any, is the newest, and there is only one
                    var open = newest.FirstOrDefault(each => each.Assessment.Submitted is null);
                    var draft = open is null ? null : await new AnswerStore(session).ReadSheetAsync(acting.Finess, open.Assessment.Id);
                    return new SeenDashboard(acting, true, draft, submitted, null);
                }

                if (submitted is not [var last, ..])
                    return new SeenDashboard(acting, false, null, [], null);
                var shared = Visibility.Of(acting.Person, acting.Grants, Act.ReadThemeScores, acting.Establishment, last.Assessment.ShareDetail).IsAllowed
                    ? await new ResultStore(session).FindAsync(last.Assessment)
                    : null;
                return new SeenDashboard(acting, false, null, [last with { Percent = null }], shared?.Themes);
            },
            cancellationToken);
}
