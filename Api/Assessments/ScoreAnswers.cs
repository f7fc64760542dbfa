using System.Diagnostics.CodeAnalysis;
using CrisisKits.Api.Grids;
using CrisisKits.Api.Http;
using CrisisKits.Api.Http.Failures;
using CrisisKits.Api.Http.Reading;
using CrisisKits.Api.Kits;
using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Grids;
using CrisisKits.Infrastructure.Kits;

namespace CrisisKits.Api.Assessments;

/// <summary>A well-formed request becomes the explained result or the rules that refuse it; the server and the command line answer the same.</summary>
public sealed class ScoreAnswers(GridLibrary grids, KitLibrary kits)
{
    public Outcome Run(ScoreRequest request)
    {
        if (grids.Find(request.GridVersion) is not { } grid)
            return new(null, Refused([GridsApi.UnknownVersion("gridVersion", request.GridVersion, grids)]));
        var reading = AnswerSheet.Read(grid, [.. request.Answers!.Select(answer => answer.ToAnswer())]);
        if (!reading.Accepted)
            return new(null, Refused([.. reading.Refusals.Select(Placed)]));

        var score = Scoring.Run(reading.Sheet);
        var variant = KitVariantNames.Parse(request.Variant)!.Value;
        var feasibility = request.Feasibility is { } means
            ? Feasibility.Of(means.ToMeans(), score.Level, kits.Current.Kits.ToDictionary(kit => kit.Level, kit => kit.Format(variant)))
            : null;
        var href = KitAddresses.Of(kits.Current.Version, score.Level) + KitAddresses.Query(variant);
        return new(ScoreResponse.Of(score, feasibility, new(kits.Current.Version, score.Level, href)), null);
    }

    private static Problem Refused(IReadOnlyList<PlacedFault> faults) => Problem.Of(StatusCodes.Status422UnprocessableEntity, faults);

    private static PlacedFault Placed(Refusal refusal) => new(
        refusal.AnswerIndex is { } index ? JsonPath.Property(JsonPath.Item("answers", index), refusal.Field ?? "") : "answers",
        refusal.Code,
        refusal.Message);

    /// <summary>The result, or why there is none.</summary>
    public sealed record Outcome(ScoreResponse? Response, Problem? Problem)
    {
        [MemberNotNullWhen(true, nameof(Response))]
        [MemberNotNullWhen(false, nameof(Problem))]
        public bool Accepted => Response is not null;
    }
}
