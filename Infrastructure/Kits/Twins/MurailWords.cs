using CrisisKits.Domain.Kits;

namespace CrisisKits.Infrastructure.Kits.Twins;

/// <summary>
/// The words Murail reads in a chronogram (github.com/JMousqueton/Murail, Documentation-fr.md), a free platform that plays stimuli on screens.
/// It finds columns of the first sheet by name, accents and case aside, and skips rows of another type.
/// </summary>
internal static class MurailWords
{
    /// <summary>A countdown; its text is a number of minutes.</summary>
    public const string Break = "decompte";
    private const string Everyone = "Tous";

    public static string Type(Channel channel) => channel == Channel.ReseauSocial ? "tweet" : "message";

    /// <summary>Murail has one recipient a message, out of its own list; an ESMS plays in one room.</summary>
    public static string Recipient(Inject inject, KitVariant variant) => (variant, inject.Cells) switch
    {
        (KitVariant.Esms, _) => Everyone,
        (_, ["decisionnelle" or "cch"]) => "Décision",
        (_, ["technique"]) => "Informatique",
        (_, ["soins"]) => "Métier",
        (_, ["communication"]) => "Communication",
        _ => Everyone,
    };
}
