using CrisisKits.Infrastructure.Access;

namespace CrisisKits.Api.Access;

/// <summary>The tokens of demo people, in Development only; elsewhere none is known.</summary>
public sealed class KnownTokens(IHostEnvironment environment, IServiceProvider services)
{
    private readonly Dictionary<string, string> _personIds = environment.IsDevelopment()
        ? services.GetRequiredService<DemoContent>().People.ToDictionary(each => each.Token, each => each.Person.Id, StringComparer.Ordinal)
        : [];

    public bool Any => _personIds.Count > 0;

    /// <summary>The id of a person; null when nobody has this token.</summary>
    public string? Find(string token) => _personIds.GetValueOrDefault(token);
}
