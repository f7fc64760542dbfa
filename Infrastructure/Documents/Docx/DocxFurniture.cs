using CrisisKits.Infrastructure.Documents.Blocks;
using CrisisKits.Infrastructure.Documents.Layout;
using CrisisKits.Infrastructure.Documents.Packaging;
using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace CrisisKits.Infrastructure.Documents.Docx;

/// <summary>The page, and what stands at the top and bottom of every sheet.</summary>
internal static class DocxFurniture
{
    private const double TwipsPerPoint = 20;
    private const string Exercise = "EXERCICE";

    public static OfficePart Header(Document document)
    {
        var header = new W.Header(Line("Header", document, document.Header.WholeLeft, DocxInlines.Words(new(document.Header.Right, Bold: true))));
        if (document.Header.Collected)
            header.AppendChild(new W.Paragraph(
                new W.ParagraphProperties { ParagraphStyleId = new() { Val = "Header" }, Justification = new() { Val = W.JustificationValues.Right } },
                DocxInlines.Words(new("Exemplaire n°\u00A0……… à rendre à la fin de l’exercice"))));
        return new("word/header1.xml", "wordprocessingml.header", "header", header);
    }

    public static OfficePart Footer(Document document) => new("word/footer1.xml", "wordprocessingml.footer", "footer", new W.Footer(
        Line("Footer", document, document.Title, DocxInlines.Words(new("page ")), Field(" PAGE "), DocxInlines.Words(new(" / ")), Field(" NUMPAGES "))));

    /// <summary>The body's width, in twentieths of a point.</summary>
    public static int BodyWidth(Document document) => Twips(Geometry.Of(document.Page).BodyWidth);

    /// <summary>The page as on paper, with the header and footer of those relationships.</summary>
    public static W.SectionProperties Section(Document document, string headerId, string footerId)
    {
        var page = Geometry.Of(document.Page);
        var side = (uint)Twips(page.Left);
        return new(
            new W.HeaderReference { Type = W.HeaderFooterValues.Default, Id = headerId },
            new W.FooterReference { Type = W.HeaderFooterValues.Default, Id = footerId },
            new W.PageSize
            {
                Width = (uint)Twips(page.Width),
                Height = (uint)Twips(page.Height),
                Orient = page.Width > page.Height ? W.PageOrientationValues.Landscape : null,
            },
            new W.PageMargin { Left = side, Right = side, Top = Twips(page.Top), Bottom = Twips(page.Height - page.Top - page.BodyHeight), Header = 500, Footer = 450, Gutter = 0 });
    }

    /// <summary>Left, « EXERCICE » in the middle, right.</summary>
    private static W.Paragraph Line(string style, Document document, string left, params OpenXmlElement[] right)
    {
        var width = BodyWidth(document);
        var middle = document.Header.Exercise ? new Text(Exercise, Bold: true) : new Text(string.Empty);
        return new(
        [
            new W.ParagraphProperties
            {
                ParagraphStyleId = new() { Val = style },
                Tabs = new(new W.TabStop { Val = W.TabStopValues.Center, Position = width / 2 }, new W.TabStop { Val = W.TabStopValues.Right, Position = width }),
            },
            DocxInlines.Words(new(left)),
            new W.Run(new W.TabChar()),
            DocxInlines.Words(middle),
            new W.Run(new W.TabChar()),
            .. right,
        ]);
    }

    private static W.SimpleField Field(string instruction) => new(new W.Run(new W.Text("1"))) { Instruction = instruction };

    private static int Twips(double points) => (int)Math.Round(points * TwipsPerPoint);
}
