using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Infrastructure.Sql;

namespace CrisisKits.Infrastructure.Assessments.Themes;

/// <summary>Reads and writes who is in charge of a theme, in an act of its caller.</summary>
public sealed class AssignmentStore(SqlSession session)
{
    private static readonly SqlText ListAssignments = SqlText.Of<AssignmentStore>("ListAssignments");
    private static readonly SqlText AddAssignment = SqlText.Of<AssignmentStore>("AddAssignment");
    private static readonly SqlText DeleteAssignment = SqlText.Of<AssignmentStore>("DeleteAssignment");
    private static readonly SqlText DeleteAssignments = SqlText.Of<AssignmentStore>("DeleteAssignments");

    /// <param name="assessmentId">Whose themes.</param>
    /// <param name="names">Receives what the people are called, by id.</param>
    public async Task<IReadOnlyList<ThemeAssignment>> ListAsync(string assessmentId, Dictionary<string, string> names)
    {
        var rows = await session.ListAsync<AssignmentRow>(ListAssignments, new { AssessmentId = assessmentId });
        foreach (var row in rows)
            (names[row.PersonId], names[row.AssignedBy]) = (row.PersonName, row.AssignedByName);
        return [.. rows.Select(row => new ThemeAssignment(row.ThemeId, row.PersonId, new(row.AssignedBy, row.AssignedAt)))];
    }

    /// <summary>Instead of whoever was.</summary>
    public async Task PutAsync(string assessmentId, ThemeAssignment assignment)
    {
        await RemoveAsync(assessmentId, assignment.ThemeId);
        await session.ExecuteAsync(AddAssignment, new
        {
            AssessmentId = assessmentId,
            assignment.ThemeId,
            assignment.PersonId,
            AssignedBy = assignment.Assigned.By,
            AssignedAt = assignment.Assigned.At,
        });
    }

    public Task RemoveAsync(string assessmentId, string themeId) => session.ExecuteAsync(DeleteAssignment, new { AssessmentId = assessmentId, ThemeId = themeId });

    public Task DeleteAllAsync(string assessmentId) => session.ExecuteAsync(DeleteAssignments, new { AssessmentId = assessmentId });

    private sealed record AssignmentRow
    {
        public required string ThemeId { get; init; }
        public required string PersonId { get; init; }
        public required string PersonName { get; init; }
        public required string AssignedBy { get; init; }
        public required string AssignedByName { get; init; }
        public required DateTimeOffset AssignedAt { get; init; }
    }
}
