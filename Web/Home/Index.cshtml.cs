using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Grids;
using CrisisKits.Infrastructure.Kits;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrisisKits.Web.Home;

/// <summary>The start page: what this is, the three kits, the blank grid, the API.</summary>
[AllowAnonymous]
public sealed class IndexModel(GridLibrary grids, KitLibrary kits) : PageModel
{
    public Grid Grid => grids.Current;

    public KitEdition Edition => kits.Current;
}
