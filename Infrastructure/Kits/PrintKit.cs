using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents;
using CrisisKits.Infrastructure.Kits.Twins;

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

    /// <summary>The editable twin of a document; it has no pages.</summary>
    public PrintedFile Twin(KitDocument document, TwinFormat format, PrintContext context)
    {
        return context.Blank ? prints.Run(EditableTwins.FileName(document, format, context), Print) : Print();

        PrintedFile Print() => new(PrintTwin.Run(document, format, context), 0);
    }

    private PrintedFile Run(string name, PrintContext context, Func<Publication> compose) =>
        context.Blank ? prints.Run(name, () => PrintPublication.Run(compose())) : PrintPublication.Run(compose());
}
