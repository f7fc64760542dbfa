using CrisisKits.Api.Http;
using CrisisKits.Api.Http.Failures;
using CrisisKits.Api.Http.Reading;
using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Assessments.Exports;
using CrisisKits.Infrastructure.Content;
using CrisisKits.Infrastructure.Documents;
using CrisisKits.Infrastructure.Documents.Spreadsheets;
using CrisisKits.Infrastructure.Grids;
using CrisisKits.Infrastructure.Kits.Twins;

namespace CrisisKits.Api.Grids;

/// <summary>The blank grid to print or to fill in as a workbook, for anyone.</summary>
public static class GridPrintApi
{
    public static void MapGridPrint(this IEndpointRouteBuilder api)
    {
        File(api.MapGet("/grids/{version}.pdf", Print).WithName("printGrid"), TaggedFile.Pdf);
        File(api.MapGet("/grids/{version}.xlsx", Workbook).WithName("fillGrid"), TwinFormat.Xlsx.MediaType());
    }

    private static void File(RouteHandlerBuilder endpoint, string contentType) => endpoint.WithTags("Grilles")
        .AddEndpointFilter(new KnownParameters("variant")).AddEndpointFilter<LimitWork>()
        .Produces<Stream>(StatusCodes.Status200OK, contentType).Produces(StatusCodes.Status304NotModified)
        .ProducesProblems(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status503ServiceUnavailable);

    /// <summary>La grille vierge à imprimer, avec le calcul à la main.</summary>
    /// <param name="version">Version de la grille, ou « current ».</param>
    /// <param name="variant">hospital (par défaut), ou esms pour les structures sociales et médico-sociales.</param>
    /// <param name="library"></param>
    /// <param name="prints"></param>
    /// <param name="fingerprint"></param>
    internal static IResult Print(string version, string? variant, GridLibrary library, PrintOnce prints, ContentFingerprint fingerprint) =>
        Blank(version, variant, "pdf", TaggedFile.Pdf, library, prints, fingerprint, (grid, wording) => PrintPublication.Run(BlankGridDocument.Of(grid, wording)));

    /// <summary>La grille vierge en classeur, à remplir en réunion ; l'import d'une autoévaluation la relit.</summary>
    /// <param name="version">Version de la grille, ou « current ».</param>
    /// <param name="variant">hospital (par défaut), ou esms pour les structures sociales et médico-sociales.</param>
    /// <param name="library"></param>
    /// <param name="prints"></param>
    /// <param name="fingerprint"></param>
    internal static IResult Workbook(string version, string? variant, GridLibrary library, PrintOnce prints, ContentFingerprint fingerprint) =>
        Blank(version, variant, "xlsx", TwinFormat.Xlsx.MediaType(), library, prints, fingerprint, (grid, wording) => new(WriteWorkbook.Run(GridWorkbook.Blank(grid, wording)), 0));

    private static IResult Blank(
        string version, string? variant, string extension, string contentType, GridLibrary library, PrintOnce prints, ContentFingerprint fingerprint, Func<Grid, KitVariant, PrintedFile> make)
    {
        if (library.Find(version) is not { } grid)
            return new ProblemResult(Problem.Of(StatusCodes.Status404NotFound, [GridsApi.UnknownVersion("version", version, library)]));
        if (KitVariantNames.Parse(variant) is not { } wording)
            return Kits.KitRefusals.UnknownVariant(variant!);
        var name = $"crisiskits-grille-{grid.Version}{(wording == KitVariant.Esms ? "-esms" : string.Empty)}.{extension}";
        return new TaggedFile(fingerprint.Of(name), contentType, name, () => prints.Run(name, () => make(grid, wording)).Bytes);
    }
}
