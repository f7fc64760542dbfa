using System.Diagnostics.CodeAnalysis;
using CrisisKits.Api.Http.Failures;
using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Kits;

namespace CrisisKits.Api.Assessments;

/// <summary>A well-formed request becomes the explained result or the rules that refuse it; the server and the command line answer the same.</summary>
public sealed class ScoreAnswers(GradeAnswers grade, KitLibrary kits)
{
    public Outcome Run(ScoreRequest request)
    {
        var grading = grade.Run(request.GridVersion, request.Answers!);
        if (!grading.Accepted)
            return new(null, grading.Problem);

        var score = grading.Score;
        var variant = KitVariantNames.Parse(request.Variant)!.Value;
        var feasibility = request.Feasibility is { } means
            ? Feasibility.Of(means.ToMeans(), score.Level, kits.Current.Kits.ToDictionary(kit => kit.Level, kit => kit.Format(variant)))
            : null;
        return new(ScoreResponse.Of(score, feasibility, KitPointer.Of(kits.Current.Version, score.Level, variant)), null);
    }

    /// <summary>The result, or why there is none.</summary>
    public sealed record Outcome(ScoreResponse? Response, Problem? Problem)
    {
        [MemberNotNullWhen(true, nameof(Response))]
        [MemberNotNullWhen(false, nameof(Problem))]
        public bool Accepted => Response is not null;
    }
}
