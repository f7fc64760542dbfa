using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CrisisKits.Infrastructure.Documents.Docx;

/// <summary>
/// The table of contents: a field that Word can make again, already holding one link per heading. Without page numbers, which only Word knows.
/// </summary>
internal static class DocxContents
{
    private const string Instruction = """ TOC \o "1-2" \n \h \z """;

    public static IEnumerable<Paragraph> Of(IReadOnlyList<DocxMark> marks)
    {
        if (marks.Count == 0)
            yield break;
        yield return new(Styled("TOCHeading"), DocxInlines.Words(new("Sommaire")));
        for (var i = 0; i < marks.Count; i++)
        {
            var line = new Paragraph(Styled($"TOC{marks[i].Level}"));
            if (i == 0)
                line.Append(Sign(FieldCharValues.Begin), new Run(new FieldCode(Instruction) { Space = SpaceProcessingModeValues.Preserve }), Sign(FieldCharValues.Separate));
            line.AppendChild(new Hyperlink(DocxInlines.Words(new(marks[i].Title))) { Anchor = marks[i].Bookmark, History = true });
            if (i == marks.Count - 1)
                line.AppendChild(Sign(FieldCharValues.End));
            yield return line;
        }
    }

    private static ParagraphProperties Styled(string style) => new() { ParagraphStyleId = new() { Val = style } };

    private static Run Sign(FieldCharValues sign) => new(new FieldChar { FieldCharType = sign });
}
