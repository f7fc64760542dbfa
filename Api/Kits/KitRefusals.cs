using CrisisKits.Api.Http;
using CrisisKits.Api.Http.Failures;
using CrisisKits.Api.Http.Reading;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Content;
using CrisisKits.Infrastructure.Kits;
using CrisisKits.Infrastructure.Kits.Twins;

namespace CrisisKits.Api.Kits;

/// <summary>Addresses that name no kit or no document: which part is unknown, and what would be right.</summary>
internal static class KitRefusals
{
    public static IResult Unknown(ChosenKit chosen, string version, string level, string? variant, string? scenario) =>
        new ProblemResult(Of(chosen, version, level, variant, scenario, StatusCodes.Status404NotFound));

    /// <summary>404 for what stands in the address, 422 for what stands in the body.</summary>
    public static Problem Of(ChosenKit chosen, string version, string level, string? variant, string? scenario, int status) => Problem.Of(status, [chosen.Unknown switch
    {
        UnknownPart.Version => UnknownVersion(version, chosen.Known),
        UnknownPart.Level => new("level", "unknown-level", $"Le niveau {Quoted(level)} n'existe pas : choisissez {Listed(chosen.Known)}."),
        UnknownPart.Variant => Variant(variant!, chosen.Known),
        _ => new("scenario", "unknown-scenario", chosen.Known.Count == 0
            ? "Ce niveau n'a pas encore de scénario : retirez « scenario »."
            : $"Le scénario {Quoted(scenario!)} n'existe pas à ce niveau : choisissez {Listed(chosen.Known)}."),
    }]);

    public static IResult UnknownVariant(string variant) => new ProblemResult(Problem.Of(StatusCodes.Status404NotFound, [Variant(variant, KitVariantNames.All)]));

    public static IResult Unknown(string version, IReadOnlyList<string> known) => new ProblemResult(Problem.Of(StatusCodes.Status404NotFound, [UnknownVersion(version, known)]));

    private static PlacedFault UnknownVersion(string version, IReadOnlyList<string> known) =>
        new("version", "unknown-kit-version", $"La version de kits {Quoted(version)} n'existe pas : choisissez {Listed(known)}.");

    private static PlacedFault Variant(string variant, IReadOnlyList<string> known) =>
        new("variant", "unknown-variant", $"La variante {Quoted(variant)} n'existe pas : choisissez {Listed(known)}.");

    public static IResult SignInRequired() => new ProblemResult(Problem.Of(
        StatusCodes.Status403Forbidden, "sign-in-required",
        "Les documents des animateurs et des observateurs, une fois faits pour un établissement, demandent une connexion. Ceux de la direction, des joueurs et de la salle sont ouverts ; le kit vierge l'est en entier."));

    public static IResult UnknownAudience(string given) => NotFound(
        "audience", "unknown-audience", $"Le public {Quoted(given)} n'existe pas : choisissez {Listed([.. AudienceNames.All.Select(audience => audience.Id())])}.");

    public static IResult NoDocument(Audience audience, Kit kit) => NotFound(
        "audience", "no-document", $"Ce kit n'a pas encore de document pour le public {audience.Id()} : il en a pour {Listed([.. kit.Documents.Select(document => document.Audience.Id()).Distinct(StringComparer.Ordinal)])}.");

    public static IResult UnknownDocument(string given, PrintContext context) => NotFound(
        "id", "unknown-document", $"Le document {Quoted(given)} n'est pas dans ce kit : choisissez {Listed([.. context.Documents.Select(document => document.Id)])}.");

    public static IResult NoTwin(KitDocument document, TwinFormat format) => NotFound(
        "id", "no-editable-form", $"Le document {Quoted(document.Id)} n'existe pas en {format.Extension()} : {(EditableTwins.Of(document) is { Count: > 0 } known ? $"il existe en {Listed([.. known.Select(each => each.Extension())])} et en pdf" : "il s'imprime seulement, en pdf")}.");

    private static ProblemResult NotFound(string path, string code, string message) => new(Problem.Of(StatusCodes.Status404NotFound, [new(path, code, message)]));

    /// <summary>What was given may be anything, of any length.</summary>
    private static string Quoted(string given) => $"« {Shortened.Of(given)} »";

    private static string Listed(IReadOnlyList<string> known) => string.Join(", ", known);
}
