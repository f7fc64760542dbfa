using CrisisKits.Domain.Access;
using CrisisKits.Domain.Establishments;
using CrisisKits.Infrastructure.Access;
using CrisisKits.Infrastructure.Sql;

namespace CrisisKits.Infrastructure.Establishments;

/// <summary>What a search found.</summary>
/// <param name="Items">At most as many as asked, in the order of their names.</param>
/// <param name="Next">Where the next page begins; null when this is the last.</param>
/// <param name="LooksMistyped">What was typed is a FINESS number whose key is wrong, which a few real ones are too.</param>
public sealed record FoundEstablishments(IReadOnlyList<Establishment> Items, string? Next, bool LooksMistyped);

/// <summary>Finds establishments by name, town or number, in the whole directory: who they are is public, and nothing else is told.</summary>
public sealed class SearchEstablishments(SqlEngine engine)
{
    /// <param name="personId">Who asks.</param>
    /// <param name="typed">As typed; nothing gives the directory from its beginning.</param>
    /// <param name="cursor">The <see cref="FoundEstablishments.Next"/> of the page before; null for the first.</param>
    /// <param name="limit">Of a page.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<Acted<FoundEstablishments>> RunAsync(string personId, string? typed, string? cursor, int limit, CancellationToken cancellationToken) =>
        engine.ReadAsync<Acted<FoundEstablishments>>(
            async session =>
            {
                if (await new PersonStore(session).FindAsync(personId) is not (var person, _))
                    return AccessDecision.NotFound;
                var decision = Visibility.OfDirectory(person);
                if (!decision.IsAllowed)
                    return decision;
                // one more than shown tells whether there is a next page
                var found = await new EstablishmentStore(session).SearchAsync(SearchWords.Of(typed), cursor ?? string.Empty, limit + 1);
                return new FoundEstablishments(
                    [.. found.Take(limit).Select(row => row.ToEstablishment())],
                    found.Count > limit ? found[limit - 1].Finess : null,
                    FinessNumber.Parse(typed) is { LooksMistyped: true });
            },
            cancellationToken);
}
