using CrisisKits.Api.Http.Failures;

namespace CrisisKits.Api.Http.Reading;

/// <summary>A request that could not be read; it travels the same road as those Kestrel refuses, to the one exception handler.</summary>
public sealed class RefusedRequestException(Problem problem) : BadHttpRequestException(problem.Detail, problem.Status)
{
    public Problem Problem { get; } = problem;
}
