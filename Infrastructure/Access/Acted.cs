using CrisisKits.Domain.Access;
using CrisisKits.Domain.Assessments;

namespace CrisisKits.Infrastructure.Access;

/// <summary>What an act came to: its result, the reason why this person may not, or the rules that say no. Without a result nothing was changed.</summary>
public sealed record Acted<T>(T? Value, AccessDecision? Denied, IReadOnlyList<Refusal> Refusals)
    where T : class
{
    public static implicit operator Acted<T>(T value) => new(value, null, []);

    public static implicit operator Acted<T>(AccessDecision denied) => new(null, denied, []);

    public static implicit operator Acted<T>(Refusal refusal) => new(null, null, [refusal]);

    public static implicit operator Acted<T>(Refusal[] refusals) => new(null, null, refusals);
}
