using System.Diagnostics.CodeAnalysis;
using CrisisKits.Api.Assessments;
using CrisisKits.Api.Http.Failures;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Kits;
using CrisisKits.Infrastructure.Kits.Making;

namespace CrisisKits.Api.Kits;

/// <summary>A kit and a well-formed personalisation become what is printed, or the rules that refuse it; the server and the command line do the same.</summary>
public sealed class MakeKit(ChooseKit choose, GradeAnswers grade)
{
    /// <param name="version">A version, or <c>current</c>; an unknown one is a 404, it stands in the address.</param>
    /// <param name="level">A level by its identifier; an unknown one is a 404 too.</param>
    /// <param name="request">Checked by its validator.</param>
    public Making Run(string version, string level, PersonaliseRequest request)
    {
        var chosen = choose.Run(version, level, request.Variant, request.Scenario);
        if (chosen.Context is not { } blank)
            return new(null, KitRefusals.Of(
                chosen, version, level, request.Variant, request.Scenario,
                chosen.Unknown is UnknownPart.Scenario ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status404NotFound));

        var fitting = FitToKit.Run(request, blank);
        if (!fitting.Accepted)
            return new(null, Problem.Of(
                fitting.IsRule ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status400BadRequest,
                [.. fitting.Faults.Select(fault => new PlacedFault(fault.Path, fault.Code, fault.Message))]));
        if (request.Answers is not { } answers)
            return new(fitting.Context, null);

        var grading = grade.Run(request.GridVersion, answers);
        return grading.Accepted ? new(fitting.Context with { Targeting = Targeting.Of(grading.Score) }, null) : new(null, grading.Problem);
    }
}

/// <summary>What to print, or why nothing is.</summary>
public sealed record Making(PrintContext? Context, Problem? Problem)
{
    [MemberNotNullWhen(true, nameof(Context))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool Accepted => Context is not null;
}
