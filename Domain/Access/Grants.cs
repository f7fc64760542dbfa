using CrisisKits.Domain.Establishments;

namespace CrisisKits.Domain.Access;

/// <summary>The rights of one person. They are granted inside CrisisKits by somebody who holds them; what an identity provider says grants nothing.</summary>
/// <param name="Establishments">At most one role per establishment.</param>
/// <param name="Agencies">Territories looked after for an agency.</param>
/// <param name="IsAdministrator">Manages accounts and rights.</param>
public sealed record Grants(
    IReadOnlyDictionary<FinessNumber, EstablishmentRole> Establishments, IReadOnlyList<AgencyGrant> Agencies, bool IsAdministrator)
{
    public static readonly Grants None = new(new Dictionary<FinessNumber, EstablishmentRole>(), [], false);

    public EstablishmentRole? RoleFor(FinessNumber finess) => Establishments.TryGetValue(finess, out var role) ? role : null;
}

/// <summary>A territory looked after for an agency (ARS, GRADeS, ANS, FSSI).</summary>
public sealed record AgencyGrant(Territory Territory, AgencyRole Role);
