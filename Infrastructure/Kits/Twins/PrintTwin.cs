using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents.Docx;
using CrisisKits.Infrastructure.Documents.Spreadsheets;

namespace CrisisKits.Infrastructure.Kits.Twins;

/// <summary>Writes the editable twin of a printed document, from the same stimuli and the same text. Same kit, same bytes.</summary>
public static class PrintTwin
{
    /// <param name="format">One of <see cref="EditableTwins.Of"/>.</param>
    /// <exception cref="ArgumentException">The document has no twin in this format.</exception>
    public static byte[] Run(KitDocument document, TwinFormat format, PrintContext context)
    {
        if (!EditableTwins.Of(document).Contains(format))
            throw new ArgumentException($"{document.Id} has no twin in {format}", nameof(format));
        return format switch
        {
            TwinFormat.Docx => WriteDocx.Run(ComposeDocument.Run(document, context)),
            TwinFormat.Xlsx => WriteWorkbook.Run(Workbook(document, context)),
            _ => WriteCsv.Run(Sheets(document, context)[0]),
        };
    }

    private static Workbook Workbook(KitDocument document, PrintContext context)
    {
        var printed = ComposeDocument.Run(document, context);
        return new()
        {
            Title = printed.Title,
            Subject = printed.Subject,
            Date = printed.Date,
            Header = printed.Documents[0].Header,
            Sheets = Sheets(document, context),
        };
    }

    private static IReadOnlyList<Sheet> Sheets(KitDocument document, PrintContext context)
    {
        var play = context.Play ?? throw new InvalidOperationException($"{document.Id}: this kit has no scenario");
        return document.Id == ChronogramTwin.Document ? ChronogramTwin.Of(play, context) : ObservationTwin.Of(play, context);
    }
}
