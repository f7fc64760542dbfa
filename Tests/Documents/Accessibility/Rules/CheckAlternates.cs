using CrisisKits.Tests.Documents.Accessibility.Reading;
using UglyToad.PdfPig.Tokens;

namespace CrisisKits.Tests.Documents.Accessibility.Rules;

/// <summary>
/// What is drawn is said in words, lists name their marks, notes their identity, and no element is empty (PDF/UA-1, 7.3, 7.6, 7.7, 7.9).
/// An empty TD stays: its row needs it.
/// </summary>
internal static class CheckAlternates
{
    private static readonly string[] Said = ["Alt", "ActualText", "E"];

    public static IEnumerable<string> Find(PdfReading pdf)
    {
        var notes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in pdf.Structure.All)
        {
            if (element.Kids.Count == 0 && element.Role != "TD")
                yield return $"{element}: an empty element";
            foreach (var key in Said.Where(key => pdf.Text(element.Dictionary, key) is { } text && string.IsNullOrWhiteSpace(text)))
                yield return $"{element}: an empty {key}";
            var findings = element.Role switch
            {
                "Figure" => [.. Spoken(pdf, element), .. Boxed(pdf, element)],
                "Formula" => Spoken(pdf, element),
                "L" => Numbered(pdf, element),
                "Note" when pdf.Text(element.Dictionary, "ID") is not { Length: > 0 } id || !notes.Add(id) => [$"{element}: no ID of its own (7.9)"],
                _ => [],
            };
            foreach (var finding in findings)
                yield return finding;
        }

        foreach (var (page, painting) in pdf.Pages.SelectMany(page => page.Content.Paintings.Select(painting => (page, painting))))
            if (!painting.IsText && painting.In?.Chain.FirstOrDefault(mark => mark.Mcid is not null)?.Mcid is { } id && Holder(pdf, page, id) is { } holder
                && !holder.Ancestors.Prepend(holder).Any(each => Said.Any(key => pdf.Text(each.Dictionary, key) is not null)))
                yield return FormattableString.Invariant($"page {page.Number}: a drawing at ({painting.X:F0}, {painting.Y:F0}) is tagged, but no words stand for it (7.3)");
    }

    private static Element? Holder(PdfReading pdf, PageReading page, int id) =>
        pdf.Int(page.Dictionary, "StructParents") is { } key && pdf.Resolve(pdf.Structure.Parents.GetValueOrDefault(key)) is ArrayToken parents && id < parents.Length
            ? pdf.Structure.ById.GetValueOrDefault(PdfReading.Id(parents[id]))
            : null;

    private static IEnumerable<string> Spoken(PdfReading pdf, Element element)
    {
        if (pdf.Text(element.Dictionary, "Alt") is null && pdf.Text(element.Dictionary, "ActualText") is null)
            yield return $"{element}: neither Alt nor ActualText (7.3, 7.7)";
    }

    private static IEnumerable<string> Boxed(PdfReading pdf, Element figure)
    {
        var box = (figure.Attribute(pdf, "Layout", "BBox") as ArrayToken)?.Data.OfType<NumericToken>().Select(side => side.Double).ToList();
        var page = pdf.Pages.FirstOrDefault(page => page.Id == figure.Kids.Find(kid => kid.Marked is not null)?.Marked?.PageId);
        if (box is not [var left, var bottom, var right, var top] || left >= right || bottom >= top)
            yield return $"{figure}: no BBox";
        else if (page is not null && (left < 0 || bottom < 0 || right > page.Width || top > page.Height))
            yield return $"{figure}: its BBox leaves page {page.Number}";
    }

    private static IEnumerable<string> Numbered(PdfReading pdf, Element list)
    {
        var labels = list.Children.Any(item => item.Children.Any(part => part.Role == "Lbl"));
        var numbering = (list.Attribute(pdf, "List", "ListNumbering") as NameToken)?.Data;
        if (labels && numbering is null or "None")
            yield return $"{list}: its items have labels, but it has no ListNumbering (7.6)";
    }
}
