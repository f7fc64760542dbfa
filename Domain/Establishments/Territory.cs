namespace CrisisKits.Domain.Establishments;

/// <summary>What an agency looks after: a region, a hospital group, or the country.</summary>
public abstract record Territory
{
    private Territory()
    {
    }

    /// <summary>Whether an establishment lies in it.</summary>
    public abstract bool Covers(Establishment establishment);

    /// <summary>The establishments whose address is in the region. The three collectivities are in none: a group or the country reaches them.</summary>
    public sealed record OfRegion(Region Region) : Territory
    {
        public override bool Covers(Establishment establishment) => establishment.Region == Region;
    }

    /// <summary>The members of a group (GHT and the like), wherever they are; a legal entity brings its sites.</summary>
    /// <param name="Code">Stable.</param>
    /// <param name="Members">Legal entities or single sites.</param>
    public sealed record OfGroup(string Code, IReadOnlySet<FinessNumber> Members) : Territory
    {
        public override bool Covers(Establishment establishment) =>
            Members.Contains(establishment.Finess) || (establishment.Parent is { } parent && Members.Contains(parent));
    }

    /// <summary>Everything, for counts and distributions only: see <see cref="Access.Visibility"/>.</summary>
    public sealed record National : Territory
    {
        public override bool Covers(Establishment establishment) => true;
    }
}
