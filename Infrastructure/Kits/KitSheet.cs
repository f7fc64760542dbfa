using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents;
using CrisisKits.Infrastructure.Kits.Prose;

namespace CrisisKits.Infrastructure.Kits;

/// <summary>A kit document ready to be laid out, with what stands at the top of its pages.</summary>
internal static class KitSheet
{
    /// <summary>A blank kit is public.</summary>
    public const string Marking = "TLP:CLEAR";

    public static Document Of(KitDocument document, PrintContext context) => new()
    {
        Title = document.Title,
        Purpose = document.Purpose,
        Page = document.Page,
        Header = new(KitName(context), $"{document.Audience.French()} · {Marking}", Exercise: true, document.Collected),
        Contents = document.Contents,
        Body = MarkdownBlocks.OfDocument(document, context),
    };

    /// <summary>« Kit débutant 2026.1 », with the variant when it is not the hospital's.</summary>
    public static string KitName(PrintContext context) =>
        $"{context.Kit.Title} {context.Kit.Version}{(context.Variant == KitVariant.Esms ? " · ESMS et EHPAD" : string.Empty)}";
}
