using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Content;
using CrisisKits.Infrastructure.Documents;

namespace CrisisKits.Infrastructure.Kits;

/// <summary>All documents of one audience behind one cover; the page for the DIREX alone is never bound with the others.</summary>
public static class ComposeAudience
{
    /// <summary>Null when this kit has nothing for that audience.</summary>
    public static Publication? Run(Audience audience, PrintContext context)
    {
        var documents = context.Kit.Documents.Where(document => document.Audience == audience).Select(document => KitSheet.Of(document, context)).ToList();
        if (documents.Count == 0)
            return null;
        return new()
        {
            Title = $"{KitSheet.KitName(context)}, {Reader(audience)}",
            Subject = KitSheet.Subject(audience, context),
            Date = ContentVersions.Date(context.Kit.Version),
            Cover = new(audience.French(), $"Niveau {context.Kit.Level.French()}", 1 + (int)context.Kit.Level, KitSheet.KitName(context), Subtitle(audience, context), [.. Notices(audience), Sharing(audience, context)])
            {
                MadeFor = MadeFor(context),
            },
            Documents = documents,
        };
    }

    private static string Reader(Audience audience) => audience switch
    {
        Audience.Management => "pour la direction",
        Audience.Facilitator => "pour les animateurs",
        Audience.Player => "pour les joueurs",
        Audience.Observer => "pour les observateurs",
        _ => "pour la salle",
    };

    private static string Subtitle(Audience audience, PrintContext context) =>
        (audience is Audience.Facilitator or Audience.Observer) && context.Play is { } play
            ? $"Scénario «\u202F{play.Title}\u202F»"
            : context.Kit.Tagline;

    /// <summary>« CH de Pont-sur-Aure · exercice du 15/12/2026 · DEBEX à 09 h 00 »; null on a blank kit. On the cover, the hour too: it is the page one reads first.</summary>
    public static string? MadeFor(PrintContext context) => context.Made switch
    {
        null => null,
        { Date: var date, Start: var start } made => string.Join(" · ", new[]
        {
            made.Establishment,
            date is { } day ? $"exercice du {PlayWords.Date(day)}" : null,
            start is { } hour ? $"DEBEX à {PlayWords.Clock(hour)}" : null,
        }.OfType<string>()),
    };

    private static string Sharing(Audience audience, PrintContext context) => KitSheet.Marking(audience, context) switch
    {
        "TLP:CLEAR" when audience.IsRestrictedOnceMade() => "Kit vierge, TLP:CLEAR. Rempli, il ne circule qu’entre ceux qui mènent l’exercice.",
        "TLP:CLEAR" => "Kit vierge, TLP:CLEAR\u202F: il se partage librement.",
        "TLP:AMBER" => "TLP:AMBER. Fait pour cet établissement\u202F: ne le donnez qu’à ceux qui mènent ou observent l’exercice.",
        _ => "TLP:GREEN. Fait pour cet établissement\u202F: entre ses équipes et ses partenaires, jamais sur un site public.",
    };

    private static IReadOnlyList<string> Notices(Audience audience) => audience switch
    {
        Audience.Facilitator =>
        [
            "EXERCICE. À ne laisser voir à aucun joueur\u202F: ces pages disent tout de ce qui va se passer.",
        ],
        Audience.Observer =>
        [
            "EXERCICE. À ne montrer à aucun joueur avant le FINEX.",
            "On note des faits et des fonctions, jamais des personnes.",
        ],
        _ =>
        [
            "EXERCICE. Rien de ce qui est écrit ici n’est réel.",
            "Ce kit n’est pas un kit ANS\u202F; avant toute demande de financement, vérifiez auprès de votre ARS qu’il est recevable.",
        ],
    };
}
