using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Content;
using CrisisKits.Infrastructure.Documents;

namespace CrisisKits.Infrastructure.Kits;

/// <summary>One document of a kit as a publication of its own.</summary>
public static class ComposeDocument
{
    public static Publication Run(KitDocument document, PrintContext context) => new()
    {
        Title = $"{document.Title} · {KitSheet.KitName(context)}",
        Subject = KitSheet.Subject(document.Audience, context),
        Date = ContentVersions.Date(context.Kit.Version),
        Cover = null,
        Documents = [KitSheet.Of(document, context)],
    };
}
