using CrisisKits.Api.Http;
using CrisisKits.Api.Http.Reading;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Content;
using CrisisKits.Infrastructure.Documents;
using CrisisKits.Infrastructure.Kits;
using CrisisKits.Infrastructure.Kits.Making;
using CrisisKits.Infrastructure.Kits.Twins;
using CrisisKits.Infrastructure.Work;

namespace CrisisKits.Api.Kits;

/// <summary>The catalogue of kits and the blank kits to print, for anyone.</summary>
public static class KitsApi
{
    public static void AddKits(this IServiceCollection services)
    {
        services.AddSingleton<ContentFingerprint>();
        services.AddSingleton<PrintOnce>();
        services.AddSingleton<PrintKit>();
        services.AddSingleton<BundleFiles>();
        services.AddSingleton<WriteBundle>();
        services.AddSingleton<ChooseKit>();
        services.AddSingleton<MakeKit>();
        services.AddSingleton<DescribeKit>();
        services.AddSingleton<PrepareKit>();
    }

    public static void MapKits(this IEndpointRouteBuilder api)
    {
        var kits = api.MapGroup("/kits").WithTags("Kits");
        kits.MapGet("/", List).WithName("listKits").Produces<IReadOnlyList<KitEditionResponse>>().Produces(StatusCodes.Status304NotModified);
        kits.MapGet("/{version}", ReadEdition).WithName("readKits").Produces<KitEditionResponse>().Produces(StatusCodes.Status304NotModified)
            .ProducesProblems(StatusCodes.Status404NotFound);

        var work = kits.MapGroup("/{version}/{level}")
            .AddEndpointFilter(new KnownParameters("variant", "scenario")).AddEndpointFilter<LimitWork>();
        work.MapGet("/", Read).WithName("readKit").Produces<KitResponse>().Produces(StatusCodes.Status304NotModified)
            .ProducesProblems(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status503ServiceUnavailable);
        File(work.MapGet("/{audience}.pdf", Audience).WithName("printAudience"), TaggedFile.Pdf);
        File(work.MapGet("/documents/{id}.pdf", Document).WithName("printDocument"), TaggedFile.Pdf);
        foreach (var format in Enum.GetValues<TwinFormat>())
            File(work.MapGet($"/documents/{{id}}.{format.Extension()}", (string version, string level, string id, string? variant, string? scenario, [AsParameters] KitTools tools) =>
                Twin(version, level, id, variant, scenario, format, tools)).WithName($"editDocument{format}").WithSummary($"Un document du kit à modifier, en {format.Extension()}, quand il en a une telle forme."), format.MediaType());
        File(work.MapGet("/bundle.zip", Bundle).WithName("downloadKit"), TaggedFile.Zip);
    }

    private static void File(RouteHandlerBuilder endpoint, string contentType) =>
        endpoint.Produces<Stream>(StatusCodes.Status200OK, contentType).Produces(StatusCodes.Status304NotModified)
            .ProducesProblems(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status503ServiceUnavailable);

    /// <summary>Les kits publiés, version par version, de la plus ancienne à la plus récente.</summary>
    internal static IResult List(KitLibrary library) => Tagged.Json(library.All.Select(edition => Summary(edition, library)).ToArray());

    /// <summary>Les trois kits d'une version.</summary>
    /// <param name="version">Version des kits, ou « current » pour la version en vigueur.</param>
    /// <param name="library"></param>
    internal static IResult ReadEdition(string version, KitLibrary library) =>
        library.Find(version) is { } edition
            ? Tagged.Json(Summary(edition, library))
            : KitRefusals.Unknown(version, [.. library.All.Select(each => each.Version), "current"]);

    /// <summary>Un kit : format, stimuli, documents par public, avec leur nombre de pages.</summary>
    /// <param name="version">Version des kits, ou « current ».</param>
    /// <param name="level">Le niveau du kit. « expert » est accepté pour advanced, dont c'est l'ancien nom.</param>
    /// <param name="variant">hospital (par défaut), ou esms pour les structures sociales et médico-sociales.</param>
    /// <param name="scenario">Un scénario du niveau ; le premier par défaut.</param>
    /// <param name="choose"></param>
    /// <param name="describe"></param>
    internal static IResult Read(string version, string level, string? variant, string? scenario, ChooseKit choose, DescribeKit describe)
    {
        var chosen = choose.Run(version, level, variant, scenario);
        return chosen.Context is { } context ? Tagged.Json(describe.Run(context)) : KitRefusals.Unknown(chosen, version, level, variant, scenario);
    }

    /// <summary>Tous les documents d'un public, réunis derrière une couverture.</summary>
    /// <param name="version">Version des kits, ou « current ».</param>
    /// <param name="level">Le niveau du kit. « expert » est accepté pour advanced, dont c'est l'ancien nom.</param>
    /// <param name="audience">Le public : qui tient les documents pendant l'exercice.</param>
    /// <param name="variant">hospital (par défaut), ou esms pour les structures sociales et médico-sociales.</param>
    /// <param name="scenario">Un scénario du niveau ; le premier par défaut.</param>
    /// <param name="tools"></param>
    internal static IResult Audience(string version, string level, string audience, string? variant, string? scenario, [AsParameters] KitTools tools)
    {
        var chosen = tools.Choose.Run(version, level, variant, scenario);
        if (chosen.Context is not { } context)
            return KitRefusals.Unknown(chosen, version, level, variant, scenario);
        if (AudienceNames.Parse(audience) is not { } known)
            return KitRefusals.UnknownAudience(audience);
        if (context.Kit.Documents.All(document => document.Audience != known))
            return KitRefusals.NoDocument(known, context.Kit);
        var name = KitFileNames.Audience(known, context);
        return new TaggedFile(tools.Fingerprint.Of(name), TaggedFile.Pdf, name, () => tools.Prints.Audience(known, context)!.Bytes);
    }

    /// <summary>Un document du kit.</summary>
    /// <param name="version">Version des kits, ou « current ».</param>
    /// <param name="level">Le niveau du kit. « expert » est accepté pour advanced, dont c'est l'ancien nom.</param>
    /// <param name="id">Identifiant du document, tel que le donne le kit.</param>
    /// <param name="variant">hospital (par défaut), ou esms pour les structures sociales et médico-sociales.</param>
    /// <param name="scenario">Un scénario du niveau ; le premier par défaut.</param>
    /// <param name="tools"></param>
    internal static IResult Document(string version, string level, string id, string? variant, string? scenario, [AsParameters] KitTools tools)
    {
        var chosen = tools.Choose.Run(version, level, variant, scenario);
        if (chosen.Context is not { } context)
            return KitRefusals.Unknown(chosen, version, level, variant, scenario);
        if (context.Kit.Documents.FirstOrDefault(each => each.Id == id) is not { } document)
            return KitRefusals.UnknownDocument(id, context);
        var name = KitFileNames.Document(document, context);
        return new TaggedFile(tools.Fingerprint.Of(name), TaggedFile.Pdf, name, () => tools.Prints.Document(document, context).Bytes);
    }

    private static IResult Twin(string version, string level, string id, string? variant, string? scenario, TwinFormat format, KitTools tools)
    {
        var chosen = tools.Choose.Run(version, level, variant, scenario);
        if (chosen.Context is not { } context)
            return KitRefusals.Unknown(chosen, version, level, variant, scenario);
        if (context.Kit.Documents.FirstOrDefault(each => each.Id == id) is not { } document)
            return KitRefusals.UnknownDocument(id, context);
        if (!EditableTwins.Of(document).Contains(format))
            return KitRefusals.NoTwin(document, format);
        var name = EditableTwins.FileName(document, format, context);
        return new TaggedFile(tools.Fingerprint.Of(name), format.MediaType(), name, () => tools.Prints.Twin(document, format, context).Bytes);
    }

    /// <summary>Le kit entier : un dossier par public, un PDF par document, et un manifeste avec leurs empreintes.</summary>
    /// <param name="version">Version des kits, ou « current ».</param>
    /// <param name="level">Le niveau du kit. « expert » est accepté pour advanced, dont c'est l'ancien nom.</param>
    /// <param name="variant">hospital (par défaut), ou esms pour les structures sociales et médico-sociales.</param>
    /// <param name="scenario">Un scénario du niveau ; le premier par défaut.</param>
    /// <param name="tools"></param>
    internal static IResult Bundle(string version, string level, string? variant, string? scenario, [AsParameters] KitTools tools)
    {
        var chosen = tools.Choose.Run(version, level, variant, scenario);
        if (chosen.Context is not { } context)
            return KitRefusals.Unknown(chosen, version, level, variant, scenario);
        return new KitBundle(context, tools.Fingerprint.Of(KitFileNames.Zip(context)), tools.Write, tools.Limit);
    }

    private static KitEditionResponse Summary(KitEdition edition, KitLibrary library) => new(
        edition.Version,
        edition == library.Current,
        $"{KitAddresses.Root}/{edition.Version}",
        [.. edition.Kits.Select(kit => new KitSummary(kit.Level, kit.Title, kit.Tagline, kit.StimulusCount(KitVariant.Hospital), KitAddresses.Of(kit)))]);
}

/// <summary>What printing a kit needs.</summary>
internal sealed record KitTools(ChooseKit Choose, PrintKit Prints, ContentFingerprint Fingerprint, WriteBundle Write, WorkLimit Limit);
