using CrisisKits.Api.Http;
using CrisisKits.Api.Http.Failures;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Kits;

namespace CrisisKits.Api.Kits;

/// <summary>Addresses that name no kit or no document: which part is unknown, and what would be right.</summary>
internal static class KitRefusals
{
    public static IResult Unknown(ChosenKit chosen, string version, string level, string? variant, string? scenario) => Unknown(
        chosen.Unknown,
        chosen.Unknown switch
        {
            UnknownPart.Version => version,
            UnknownPart.Level => level,
            UnknownPart.Variant => variant!,
            _ => scenario!,
        },
        chosen.Known);

    public static IResult Unknown(UnknownPart part, string given, IReadOnlyList<string> known) => part switch
    {
        UnknownPart.Version => NotFound("version", "unknown-kit-version", $"La version de kits {Quoted(given)} n'existe pas : choisissez {Listed(known)}."),
        UnknownPart.Level => NotFound("level", "unknown-level", $"Le niveau {Quoted(given)} n'existe pas : choisissez {Listed(known)}."),
        UnknownPart.Variant => NotFound("variant", "unknown-variant", $"La variante {Quoted(given)} n'existe pas : choisissez {Listed(known)}."),
        _ => NotFound("scenario", "unknown-scenario", known.Count == 0
            ? "Ce niveau n'a pas encore de scénario : retirez « scenario »."
            : $"Le scénario {Quoted(given)} n'existe pas à ce niveau : choisissez {Listed(known)}."),
    };

    public static IResult UnknownAudience(string given) => NotFound(
        "audience", "unknown-audience", $"Le public {Quoted(given)} n'existe pas : choisissez {Listed([.. AudienceNames.All.Select(audience => audience.Id())])}.");

    public static IResult NoDocument(Audience audience, Kit kit) => NotFound(
        "audience", "no-document", $"Ce kit n'a pas encore de document pour le public {audience.Id()} : il en a pour {Listed([.. kit.Documents.Select(document => document.Audience.Id()).Distinct(StringComparer.Ordinal)])}.");

    public static IResult UnknownDocument(string given, Kit kit) => NotFound(
        "id", "unknown-document", $"Le document {Quoted(given)} n'est pas dans ce kit : choisissez {Listed([.. kit.Documents.Select(document => document.Id)])}.");

    private static ProblemResult NotFound(string path, string code, string message) => new(Problem.Of(StatusCodes.Status404NotFound, [new(path, code, message)]));

    /// <summary>What was given may be anything, of any length.</summary>
    private static string Quoted(string given) => $"« {(given.Length <= 40 ? given : given[..40] + "…")} »";

    private static string Listed(IReadOnlyList<string> known) => string.Join(", ", known);
}
