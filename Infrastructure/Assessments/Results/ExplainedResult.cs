using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Grids;
using CrisisKits.Infrastructure.Assessments.Answers;

namespace CrisisKits.Infrastructure.Assessments.Results;

/// <summary>A result as it was stored at submission, which is what is shown, beside its explanation, made again from the answers and their grid.</summary>
/// <param name="Sheet">The assessment, its answers and the people it names.</param>
/// <param name="Grid">Its own.</param>
/// <param name="Stored">The figures.</param>
/// <param name="Score">The explanation: strengths, next level, recommendations.</param>
public sealed record ExplainedResult(NamedSheet Sheet, Grid Grid, SubmittedResult Stored, Score Score)
{
    /// <exception cref="InvalidOperationException">The stored answers are not those of the grid: a bug, or somebody else wrote in the database.</exception>
    internal static ExplainedResult Of(NamedSheet sheet, Grid grid, SubmittedResult stored)
    {
        var reading = AnswerSheet.Read(grid, sheet.Sheet.Given);
        return reading.Accepted
            ? new(sheet, grid, stored, Scoring.Run(reading.Sheet))
            : throw new InvalidOperationException($"The answers of {sheet.Sheet.Assessment.Id} break the rules of their grid: {reading.Refusals[0].Code}.");
    }
}
