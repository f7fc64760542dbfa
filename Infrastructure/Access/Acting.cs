using CrisisKits.Domain.Access;
using CrisisKits.Domain.Establishments;

namespace CrisisKits.Infrastructure.Access;

/// <summary>Somebody at the door of an establishment.</summary>
/// <param name="PersonId">Who asks.</param>
/// <param name="Finess">As typed in an address: spaces are allowed, and it may be no number at all.</param>
public sealed record Visit(string PersonId, string Finess);

/// <summary>Somebody who acts on an establishment, with the grants that bear on it.</summary>
public sealed record Acting(Person Person, Grants Grants, Establishment Establishment)
{
    public FinessNumber Finess => Establishment.Finess;

    /// <param name="act">What is asked.</param>
    /// <param name="detailShared">Whether the assessment in question is shared in detail; false when none is meant.</param>
    public AccessDecision May(Act act, bool detailShared = false) => Visibility.Of(Person, Grants, act, Establishment, detailShared);

    public Stamp At(DateTimeOffset instant) => new(Person.Id, instant);
}
