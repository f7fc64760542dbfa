using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents;
using CrisisKits.Infrastructure.Kits.Prose;

namespace CrisisKits.Infrastructure.Kits;

/// <summary>A kit document ready to be laid out, with what stands at the top of its pages.</summary>
internal static class KitSheet
{
    public static Document Of(KitDocument document, PrintContext context) => new()
    {
        Title = document.Title,
        Purpose = document.Purpose,
        Page = document.Page,
        Header = new(KitName(context), $"{document.Audience.French()} · {Marking(document, context)}", Exercise: true, document.Collected)
        {
            MadeFor = MadeFor(context),
        },
        Contents = document.Contents,
        Body = MarkdownBlocks.OfDocument(document, context),
    };

    /// <summary>
    /// A blank kit is public. Made for an establishment, it stays among those who take part; what tells the play stays among those who lead it.
    /// </summary>
    public static string Marking(Audience audience, PrintContext context) =>
        context.Blank ? "TLP:CLEAR" : audience.IsRestrictedOnceMade() ? "TLP:AMBER" : "TLP:GREEN";

    /// <summary>« Kit débutant 2026.1 », with the variant when it is not the hospital's.</summary>
    public static string KitName(PrintContext context) =>
        $"{context.Kit.Title} {context.Kit.Version}{(context.Variant == KitVariant.Esms ? " · ESMS et EHPAD" : string.Empty)}";

    /// <summary>The page that says where the establishment is weak goes no further than the two who lead.</summary>
    private static string Marking(KitDocument document, PrintContext context) =>
        document == context.Kit.Priorities ? "TLP:AMBER+STRICT" : Marking(document.Audience, context);

    /// <summary>For whom and for which day; null on a blank kit.</summary>
    public static string? MadeFor(PrintContext context) => context.Made switch
    {
        null => null,
        { Date: { } date } made => $"{PlayWords.Date(date)} · {made.Establishment}",
        var made => made.Establishment,
    };

    /// <summary>What the metadata of a file says under its title.</summary>
    public static string Subject(Audience audience, PrintContext context) =>
        string.Join(" · ", new[] { "EXERCICE", audience.French(), Marking(audience, context), MadeFor(context) }.OfType<string>());
}
