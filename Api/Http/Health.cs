using CrisisKits.Infrastructure.Grids;
using CrisisKits.Infrastructure.Kits;

namespace CrisisKits.Api.Http;

/// <summary>For the operator: the process answers; the content it serves is loaded.</summary>
public static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => TypedResults.Text("ok")).ExcludeFromDescription();
        app.MapGet("/health/ready", (GridLibrary grids, KitLibrary kits) => TypedResults.Text($"ok: {grids.Current.Version}, {kits.Current.Version}"))
            .ExcludeFromDescription();
    }
}
