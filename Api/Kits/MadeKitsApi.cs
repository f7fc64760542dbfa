using CrisisKits.Api.Http;
using CrisisKits.Api.Http.Failures;
using CrisisKits.Api.Http.Reading;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Kits;
using CrisisKits.Infrastructure.Kits.Twins;
using CrisisKits.Infrastructure.Work;

namespace CrisisKits.Api.Kits;

/// <summary>
/// The kit made for one establishment, at the addresses of the blank one. What tells the play is for those who are known to lead it: outside
/// Development it needs a sign-in. Nothing given here is kept.
/// </summary>
public static class MadeKitsApi
{
    /// <summary>The one of the README.</summary>
    private const string Example =
        """
        {
          "establishment": { "name": "Centre hospitalier de Pont-sur-Aure", "samu": "SAMU 99" },
          "date": "2026-12-15", "start": "09:00",
          "systems": { "dpi": "Alizé Soins" },
          "functions": { "direx": "Mme Berthier" },
          "gridVersion": "current",
          "answers": [ { "questionId": "entr-exercice-tenu", "option": 1 } ] }
        """;

    public static void MapMadeKits(this IEndpointRouteBuilder api)
    {
        var kits = api.MapGroup("/kits/{version}/{level}").WithTags("Kits")
            .AddEndpointFilter(new KnownParameters()).AddEndpointFilter<ValidateBody>().AddEndpointFilter<LimitWork>()
            .WithMetadata(new RequestExample("Pour qui le kit est fait, et si on les a les réponses à la grille.", Example));
        File(kits.MapPost("/{audience}.pdf", Audience).WithName("makeAudience"), TaggedFile.Pdf);
        File(kits.MapPost("/documents/{id}.pdf", Document).WithName("makeDocument"), TaggedFile.Pdf);
        foreach (var format in Enum.GetValues<TwinFormat>())
            File(kits.MapPost($"/documents/{{id}}.{format.Extension()}", (string version, string level, string id, Body<PersonaliseRequest> body, [AsParameters] MadeKitTools tools) =>
                Twin(version, level, id, format, body, tools)).WithName($"makeDocument{format}").WithSummary($"Un document du kit à modifier, en {format.Extension()}, fait pour un établissement."), format.MediaType());
        File(kits.MapPost("/bundle.zip", Bundle).WithName("makeKit"), TaggedFile.Zip);
    }

    private static void File(RouteHandlerBuilder endpoint, string contentType) =>
        endpoint.Produces<Stream>(StatusCodes.Status200OK, contentType).ProducesProblems(
            StatusCodes.Status400BadRequest, StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound, StatusCodes.Status413PayloadTooLarge,
            StatusCodes.Status415UnsupportedMediaType, StatusCodes.Status422UnprocessableEntity, StatusCodes.Status503ServiceUnavailable);

    /// <summary>Tous les documents d'un public, faits pour un établissement. Ceux des animateurs et des observateurs demandent une connexion.</summary>
    /// <param name="version">Version des kits, ou « current ».</param>
    /// <param name="level">Le niveau du kit. « expert » est accepté pour advanced, dont c'est l'ancien nom.</param>
    /// <param name="audience">Le public : qui tient les documents pendant l'exercice.</param>
    /// <param name="body">Pour qui le kit est fait.</param>
    /// <param name="tools"></param>
    internal static IResult Audience(string version, string level, string audience, Body<PersonaliseRequest> body, [AsParameters] MadeKitTools tools)
    {
        var making = tools.Make.Run(version, level, body.Value);
        if (!making.Accepted)
            return new ProblemResult(making.Problem);
        if (AudienceNames.Parse(audience) is not { } known)
            return KitRefusals.UnknownAudience(audience);
        if (making.Context.Documents.All(document => document.Audience != known))
            return KitRefusals.NoDocument(known, making.Context.Kit);
        return tools.Refuses(known) ? KitRefusals.SignInRequired()
            : TaggedFile.Once(TaggedFile.Pdf, KitFileNames.Audience(known, making.Context), () => tools.Prints.Audience(known, making.Context)!.Bytes);
    }

    /// <summary>Un document du kit, fait pour un établissement. Ceux des animateurs et des observateurs demandent une connexion.</summary>
    /// <param name="version">Version des kits, ou « current ».</param>
    /// <param name="level">Le niveau du kit. « expert » est accepté pour advanced, dont c'est l'ancien nom.</param>
    /// <param name="id">Identifiant du document, tel que le donne le kit ; avec des réponses, « priorites-direx » aussi.</param>
    /// <param name="body">Pour qui le kit est fait.</param>
    /// <param name="tools"></param>
    internal static IResult Document(string version, string level, string id, Body<PersonaliseRequest> body, [AsParameters] MadeKitTools tools)
    {
        var making = tools.Make.Run(version, level, body.Value);
        if (!making.Accepted)
            return new ProblemResult(making.Problem);
        if (making.Context.Documents.FirstOrDefault(each => each.Id == id) is not { } document)
            return KitRefusals.UnknownDocument(id, making.Context);
        return tools.Refuses(document.Audience) ? KitRefusals.SignInRequired()
            : TaggedFile.Once(TaggedFile.Pdf, KitFileNames.Document(document, making.Context), () => tools.Prints.Document(document, making.Context).Bytes);
    }

    private static IResult Twin(string version, string level, string id, TwinFormat format, Body<PersonaliseRequest> body, MadeKitTools tools)
    {
        var making = tools.Make.Run(version, level, body.Value);
        if (!making.Accepted)
            return new ProblemResult(making.Problem);
        if (making.Context.Documents.FirstOrDefault(each => each.Id == id) is not { } document)
            return KitRefusals.UnknownDocument(id, making.Context);
        if (!EditableTwins.Of(document).Contains(format))
            return KitRefusals.NoTwin(document, format);
        return tools.Refuses(document.Audience) ? KitRefusals.SignInRequired()
            : TaggedFile.Once(format.MediaType(), EditableTwins.FileName(document, format, making.Context), () => tools.Prints.Twin(document, format, making.Context).Bytes);
    }

    /// <summary>Le kit entier fait pour un établissement. Il contient les documents des animateurs : il demande une connexion.</summary>
    /// <param name="version">Version des kits, ou « current ».</param>
    /// <param name="level">Le niveau du kit. « expert » est accepté pour advanced, dont c'est l'ancien nom.</param>
    /// <param name="body">Pour qui le kit est fait.</param>
    /// <param name="tools"></param>
    internal static IResult Bundle(string version, string level, Body<PersonaliseRequest> body, [AsParameters] MadeKitTools tools)
    {
        var making = tools.Make.Run(version, level, body.Value);
        if (!making.Accepted)
            return new ProblemResult(making.Problem);
        return making.Context.Documents.Any(document => tools.Refuses(document.Audience)) ? KitRefusals.SignInRequired()
            : new KitBundle(making.Context, null, tools.Write, tools.Limit);
    }
}

/// <summary>What making a kit needs.</summary>
internal sealed record MadeKitTools(MakeKit Make, PrintKit Prints, WriteBundle Write, WorkLimit Limit, IHostEnvironment Environment)
{
    /// <summary>Until people sign in, nobody is known to lead an exercise: what tells the play is given in Development only.</summary>
    public bool Refuses(Audience audience) => audience.IsRestrictedOnceMade() && !Environment.IsDevelopment();
}
