using System.Globalization;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents.Blocks;

namespace CrisisKits.Infrastructure.Kits.Inserts;

/// <summary>What is in the bundle: one table a folder, in print order, with the pages and the paper of each file.</summary>
internal static class BundleInsert
{
    public static IReadOnlyList<Block> Print(ScenarioVariant play, PrintContext context) =>
        [.. AudienceNames.All.SelectMany(audience => Folder(audience, [.. context.Kit.Documents.Where(document => document.Audience == audience)], context))];

    private static IEnumerable<Block> Folder(Audience audience, IReadOnlyList<KitDocument> documents, PrintContext context)
    {
        if (documents.Count == 0)
            yield break;
        yield return new Heading(2, Phrase.Of($"{KitFileNames.Folder(audience)}\u202F: {Whole($"{documents.Sum(Pages)}")} pages"));
        yield return new Table
        {
            Header = Phrase.Header("N°", "Document", "À quoi il sert, qui le tient", "Pages", "Papier"),
            Rows = [.. documents.Select((document, index) => Row(document, index + 1))],
            Widths = [0.9, 4, 12, 1.3, 1.8],
            Dense = true,
        };

        int Pages(KitDocument document) => context.Pages.GetValueOrDefault(document.Id);

        IReadOnlyList<Cell> Row(KitDocument document, int number) =>
        [
            Phrase.Cell(Whole($"{number:00}")),
            Phrase.RowHeader(document.Title),
            Phrase.Cell(document.Purpose),
            Phrase.Cell(Whole($"{Pages(document)}")),
            Phrase.Cell(Paper(document.Page)),
        ];
    }

    private static string Whole(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Paper(PageFormat page) => page switch
    {
        PageFormat.A4 => "A4",
        PageFormat.A4Landscape => "A4 paysage",
        _ => "A3 paysage",
    };
}
