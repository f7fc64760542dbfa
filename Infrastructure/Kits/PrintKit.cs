using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents;

namespace CrisisKits.Infrastructure.Kits;

/// <summary>Prints the documents of kits: blank ones once, those made for an establishment anew each time, and kept nowhere.</summary>
public sealed class PrintKit(PrintOnce prints)
{
    public PrintedFile Document(KitDocument document, PrintContext context) =>
        Run(KitFileNames.Document(document, context), context, () => ComposeDocument.Run(document, context));

    /// <summary>Null when this kit has nothing for that audience.</summary>
    public PrintedFile? Audience(Audience audience, PrintContext context) =>
        context.Documents.Any(document => document.Audience == audience)
            ? Run(KitFileNames.Audience(audience, context), context, () => ComposeAudience.Run(audience, context)!)
            : null;

    private PrintedFile Run(string name, PrintContext context, Func<Publication> compose) =>
        context.Blank ? prints.Run(name, () => PrintPublication.Run(compose())) : PrintPublication.Run(compose());
}
