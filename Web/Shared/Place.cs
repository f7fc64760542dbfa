using CrisisKits.Domain.Establishments;

namespace CrisisKits.Web.Shared;

/// <summary>Where a page stands: for which establishment, and the pages above it.</summary>
/// <param name="Establishment">Named at the top of each of its pages.</param>
/// <param name="Above">From the dashboard down to the page's parent.</param>
/// <param name="Here">The name of the page itself.</param>
public sealed record Place(Establishment Establishment, string Here, params IReadOnlyList<Crumb> Above)
{
    public string Dashboard => PageAddresses.Dashboard(Establishment.Finess);
}

/// <summary>A page above.</summary>
public sealed record Crumb(string Name, string Address);
