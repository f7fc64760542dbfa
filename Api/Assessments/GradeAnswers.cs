using System.Diagnostics.CodeAnalysis;
using CrisisKits.Api.Grids;
using CrisisKits.Api.Http.Failures;
using CrisisKits.Api.Http.Reading;
using CrisisKits.Domain.Assessments;
using CrisisKits.Infrastructure.Grids;

namespace CrisisKits.Api.Assessments;

/// <summary>Well-formed answers become a score, or the rules that refuse them, wherever a request carries answers.</summary>
public sealed class GradeAnswers(GridLibrary grids)
{
    public Grading Run(string? gridVersion, IReadOnlyList<AnswerRequest> answers)
    {
        if (grids.Find(gridVersion) is not { } grid)
            return new(null, Refused([GridsApi.UnknownVersion("gridVersion", gridVersion, grids)]));
        var reading = AnswerSheet.Read(grid, [.. answers.Select(answer => answer.ToAnswer())]);
        return reading.Accepted ? new(Scoring.Run(reading.Sheet), null) : new(null, Refused([.. reading.Refusals.Select(Placed)]));
    }

    private static Problem Refused(IReadOnlyList<PlacedFault> faults) => Problem.Of(StatusCodes.Status422UnprocessableEntity, faults);

    private static PlacedFault Placed(Refusal refusal) => new(
        refusal.AnswerIndex is { } index ? JsonPath.Property(JsonPath.Item("answers", index), refusal.Field ?? "") : "answers",
        refusal.Code,
        refusal.Message);
}

/// <summary>The score, or why there is none.</summary>
public sealed record Grading(Score? Score, Problem? Problem)
{
    [MemberNotNullWhen(true, nameof(Score))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool Accepted => Score is not null;
}
