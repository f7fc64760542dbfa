using CrisisKits.Infrastructure.Establishments;
using CrisisKits.Web.Access;
using CrisisKits.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrisisKits.Web.Establishments;

/// <summary>Where an establishment is: its open draft, the kit of its last result, the years before.</summary>
public sealed class DashboardModel(ReadEstablishment read) : PageModel
{
    public SeenEstablishment Seen { get; private set; } = null!;

    public Place Place => new(Seen.Establishment, "Tableau de bord");

    public async Task<IActionResult> OnGetAsync(string finess, CancellationToken cancellation)
    {
        var acted = await read.RunAsync(this.Visit(finess), cancellation);
        if (acted.Denied is { } denied)
            return this.Deny(denied);
        Seen = acted.Value!;
        return Page();
    }
}
