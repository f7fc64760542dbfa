using CrisisKits.Api.Http;
using CrisisKits.Api.Http.Failures;
using CrisisKits.Api.Http.Reading;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Content;
using CrisisKits.Infrastructure.Documents;
using CrisisKits.Infrastructure.Grids;

namespace CrisisKits.Api.Grids;

/// <summary>The blank grid to print and fill in by hand, for anyone.</summary>
public static class GridPrintApi
{
    public static void MapGridPrint(this IEndpointRouteBuilder api) =>
        api.MapGet("/grids/{version}.pdf", Print).WithTags("Grilles").WithName("printGrid")
            .AddEndpointFilter(new KnownParameters("variant")).AddEndpointFilter<LimitWork>()
            .Produces<Stream>(StatusCodes.Status200OK, TaggedFile.Pdf).Produces(StatusCodes.Status304NotModified)
            .ProducesProblems(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status503ServiceUnavailable);

    /// <summary>La grille vierge à imprimer, avec le calcul à la main.</summary>
    /// <param name="version">Version de la grille, ou « current ».</param>
    /// <param name="variant">hospital (par défaut), ou esms pour les structures sociales et médico-sociales.</param>
    /// <param name="library"></param>
    /// <param name="prints"></param>
    /// <param name="fingerprint"></param>
    internal static IResult Print(string version, string? variant, GridLibrary library, PrintOnce prints, ContentFingerprint fingerprint)
    {
        if (library.Find(version) is not { } grid)
            return new ProblemResult(Problem.Of(StatusCodes.Status404NotFound, [GridsApi.UnknownVersion("version", version, library)]));
        if (KitVariantNames.Parse(variant) is not { } wording)
            return Kits.KitRefusals.UnknownVariant(variant!);
        var name = $"crisiskits-grille-{grid.Version}{(wording == KitVariant.Esms ? "-esms" : string.Empty)}.pdf";
        return new TaggedFile(fingerprint.Of(name), TaggedFile.Pdf, name,
            () => prints.Run(name, () => PrintPublication.Run(BlankGridDocument.Of(grid, wording))).Bytes);
    }
}
