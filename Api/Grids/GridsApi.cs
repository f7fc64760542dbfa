using CrisisKits.Api.Http;
using CrisisKits.Api.Http.Failures;
using CrisisKits.Api.Http.Reading;
using CrisisKits.Infrastructure.Content;
using CrisisKits.Infrastructure.Grids;

namespace CrisisKits.Api.Grids;

/// <summary>Reading the grids: current and past ones, for anyone.</summary>
public static class GridsApi
{
    public static void MapGrids(this IEndpointRouteBuilder api)
    {
        var grids = api.MapGroup("/grids").WithTags("Grilles");
        grids.MapGet("/", List).WithName("listGrids").Produces<IReadOnlyList<GridSummary>>().Produces(StatusCodes.Status304NotModified);
        grids.MapGet("/{version}", Read).WithName("readGrid").Produces<GridResponse>().Produces(StatusCodes.Status304NotModified)
            .Produces<Problem>(StatusCodes.Status404NotFound, "application/problem+json");
    }

    /// <summary>Les grilles publiées, de la plus ancienne à la plus récente.</summary>
    internal static IResult List(GridLibrary library) => Tagged.Json(library.All.Select(grid => GridSummary.Of(grid, library.Current)).ToArray());

    /// <summary>Une grille entière : paliers, thèmes, questions, descripteurs, plafonds.</summary>
    /// <param name="version">Version de la grille, ou « current » pour la grille en vigueur.</param>
    /// <param name="library"></param>
    internal static IResult Read(string version, GridLibrary library) =>
        library.Find(version) is { } grid
            ? Tagged.Json(GridResponse.Of(grid))
            : new ProblemResult(Problem.Of(StatusCodes.Status404NotFound, [UnknownVersion("version", version, library)]));

    public static PlacedFault UnknownVersion(string path, string? version, GridLibrary library) => new(
        path, "unknown-grid-version",
        $"La grille « {Shortened.Of(version ?? "")} » n'existe pas : choisissez {string.Join(", ", library.All.Select(grid => grid.Version))}, ou « current ».");
}
