using System.Globalization;
using CrisisKits.Infrastructure.Documents.Pdf;

namespace CrisisKits.Infrastructure.Documents.Layout;

/// <summary>What stands at the top and bottom of every sheet; artifacts, so that a screen reader does not repeat it.</summary>
internal static class Furniture
{
    private const string Exercise = "EXERCICE";

    public static void Draw(PdfPage page, Geometry geometry, RunningHeader header, string title, int pageCount)
    {
        var style = TextStyle.Furniture;
        var (left, right) = (geometry.Left, geometry.Left + geometry.BodyWidth);
        var top = 12.Mm();
        page.Text(null, left, top, FontFace.Regular, style.Size, style.Ink, header.Left);
        Right(page, right, top, FontFace.Bold, style.Size, Ink.Black, header.Right);
        if (header.Collected)
            Right(page, right, top + 11, FontFace.Regular, style.Size, Ink.Black, "Exemplaire n° ……… à rendre à la fin de l’exercice");
        if (header.MadeFor is { } madeFor)
            page.Text(null, left, top + 11, FontFace.Regular, style.Size, style.Ink, Shortened(madeFor, header.Collected ? geometry.BodyWidth / 2 : geometry.BodyWidth, style.Size));
        page.Line(null, left, 18.Mm(), right, 18.Mm(), 0.7, Ink.Rule);
        var bottom = page.Height - 10.Mm();
        page.Line(null, left, bottom - 13, right, bottom - 13, 0.7, Ink.Rule);
        page.Text(null, left, bottom, FontFace.Regular, style.Size, style.Ink, title);
        Right(page, right, bottom, FontFace.Bold, style.Size, Ink.Black,
            string.Create(CultureInfo.InvariantCulture, $"page {page.Number} / {pageCount}"));
        if (header.Exercise)
        {
            Stamp(page, top - 2.5);
            Stamp(page, bottom - 0.5);
        }
    }

    /// <summary>Told whole on the cover and in the metadata: a running line never overflows.</summary>
    private static string Shortened(string text, double width, double size)
    {
        if (FontFace.Regular.Width(text, size) <= width)
            return text;
        var characters = StringInfo.ParseCombiningCharacters(text);
        var (few, many) = (0, characters.Length);
        while (many - few > 1)
            (few, many) = (few + many) / 2 is var middle && FontFace.Regular.Width(text[..characters[middle]] + "…", size) <= width ? (middle, many) : (few, middle);
        return text[..characters[few]].TrimEnd() + "…";
    }

    private static void Stamp(PdfPage page, double baseline)
    {
        const double size = 9.5;
        var width = FontFace.Bold.Width(Exercise, size) + 12;
        var x = (page.Width - width) / 2;
        page.Block(null, x, baseline - size + 0.2, width, size + 2.6, Ink.White);
        page.Frame(null, x, baseline - size + 0.2, width, size + 2.6, 1, Ink.Black);
        page.Text(null, x + 6, baseline, FontFace.Bold, size, Ink.Black, Exercise);
    }

    private static void Right(PdfPage page, double right, double y, FontFace face, double size, Ink ink, string text) =>
        page.Text(null, right - face.Width(text, size), y, face, size, ink, text);
}
