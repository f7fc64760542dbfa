using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents;

namespace CrisisKits.Infrastructure.Kits;

/// <summary>Prints the documents of kits and packs their bundles, each once.</summary>
public sealed class PrintKit(PrintOnce prints)
{
    public PrintedFile Document(KitDocument document, PrintContext context) =>
        prints.Run(KitFileNames.Document(document, context), () => PrintPublication.Run(ComposeDocument.Run(document, context)));

    /// <summary>Null when this kit has nothing for that audience.</summary>
    public PrintedFile? Audience(Audience audience, PrintContext context) =>
        context.Kit.Documents.Any(document => document.Audience == audience)
            ? prints.Run(KitFileNames.Audience(audience, context), () => PrintPublication.Run(ComposeAudience.Run(audience, context)!))
            : null;

    public PrintedFile Bundle(PrintContext context) =>
        prints.Run(KitFileNames.Zip(context), () => WriteBundle.Run(context, document => Document(document, context)));
}
