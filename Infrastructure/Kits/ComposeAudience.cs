using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Content;
using CrisisKits.Infrastructure.Documents;

namespace CrisisKits.Infrastructure.Kits;

/// <summary>All documents of one audience behind one cover.</summary>
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
            Subject = $"EXERCICE · {audience.French()} · {KitSheet.Marking}",
            Date = ContentVersions.Date(context.Kit.Version),
            Cover = new(audience.French(), $"Niveau {context.Kit.Level.French()}", 1 + (int)context.Kit.Level, KitSheet.KitName(context), Subtitle(audience, context), Notices(audience)),
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

    private static IReadOnlyList<string> Notices(Audience audience) => audience switch
    {
        Audience.Facilitator =>
        [
            "EXERCICE. À ne laisser voir à aucun joueur\u202F: ces pages disent tout de ce qui va se passer.",
            "Kit vierge, TLP:CLEAR. Rempli, il ne circule qu’entre animateurs.",
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
