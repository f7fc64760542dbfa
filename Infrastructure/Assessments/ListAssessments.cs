using CrisisKits.Domain.Access;
using CrisisKits.Infrastructure.Access;

namespace CrisisKits.Infrastructure.Assessments;

/// <summary>The newest first.</summary>
/// <param name="Items">At most as many as asked.</param>
/// <param name="Next">Where the next page begins; null when this is the last.</param>
public sealed record AssessmentPage(IReadOnlyList<ListedAssessment> Items, string? Next);

/// <summary>The assessments of an establishment, page by page.</summary>
public sealed class ListAssessments(Admission admission)
{
    /// <param name="visit">Who, and where.</param>
    /// <param name="cursor">The <see cref="AssessmentPage.Next"/> of the page before; null for the first.</param>
    /// <param name="limit">Of a page.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<Acted<AssessmentPage>> RunAsync(Visit visit, string? cursor, int limit, CancellationToken cancellationToken) =>
        admission.ReadAsync<AssessmentPage>(
            visit, Act.ReadAssessment,
            async (session, acting) =>
            {
                // one more than shown tells whether there is a next page
                var found = await new AssessmentStore(session).ListAsync(acting.Finess, cursor, limit + 1);
                return found.Count > limit ? new AssessmentPage([.. found.Take(limit)], found[limit - 1].Assessment.Id) : new AssessmentPage(found, null);
            },
            cancellationToken);
}
