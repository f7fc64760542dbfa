using CrisisKits.Infrastructure.Documents.Blocks;
using CrisisKits.Infrastructure.Documents.Packaging;
using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace CrisisKits.Infrastructure.Documents.Docx;

/// <summary>
/// Writes a publication of one document as a Word file (DOCX) to be filled in at the keyboard: same blocks as the printed one, real styles, header row
/// of tables repeated, blanks and boxes as content controls. Same publication, same bytes. A block that only paper can show (poster, badges, slide)
/// is refused with <see cref="NotSupportedException"/>.
/// </summary>
public static class WriteDocx
{
    private const int WordOf2013AndLater = 15;

    public static byte[] Run(Publication publication)
    {
        var document = publication.Documents.Single();
        var flow = new DocxFlow();
        var place = new DocxPlace(DocxFurniture.BodyWidth(document));
        List<OpenXmlElement> opening =
        [
            flow.Paragraph("Title", [new Text(document.Title)], place),
            flow.Paragraph("Subtitle", [new Text(document.Purpose)], place),
        ];
        var content = flow.Run(document.Body, place).ToList();
        if (document.Contents)
            opening.AddRange(DocxContents.Of(flow.Marks));
        var main = new W.Document(new W.Body([.. opening, .. content, DocxFurniture.Section(document, "rId1", "rId2")]));
        return WriteOfficeFile.Run(
            publication.Title,
            publication.Subject,
            publication.Date,
            new("word/document.xml", "wordprocessingml.document.main", "officeDocument", main),
            [DocxFurniture.Header(document), DocxFurniture.Footer(document), DocxStyles.Part(), DocxStyles.Fonts(), flow.Lists.Part(), Settings()]);
    }

    private static OfficePart Settings() => new("word/settings.xml", "wordprocessingml.settings", "settings", new W.Settings(
        new W.Compatibility(new W.CompatibilitySetting
        {
            Name = W.CompatSettingNameValues.CompatibilityMode,
            Uri = "http://schemas.microsoft.com/office/word",
            Val = $"{WordOf2013AndLater}",
        }),
        new W.ThemeFontLanguages { Val = "fr-FR" }));
}
