using CrisisKits.Tests.Documents.Accessibility.Reading;
using UglyToad.PdfPig.Tokens;

namespace CrisisKits.Tests.Documents.Accessibility.Rules;

/// <summary>
/// The outline names parts that exist (PDF/UA-1, 7.17), and the structure is read as the eye reads: never back to an earlier page, and on a page
/// upwards only to start a column further right.
/// </summary>
internal static class CheckNavigation
{
    private const double Tolerance = 3;

    public static IEnumerable<string> Find(PdfReading pdf) => [.. FindInOutline(pdf), .. FindInOrder(pdf)];

    private static IEnumerable<string> FindInOutline(PdfReading pdf)
    {
        var root = pdf.Get<DictionaryToken>(pdf.Catalog, "Outlines");
        var first = pdf.Get<DictionaryToken>(root, "First");
        var headings = pdf.Structure.All.Count(element => element.HeadingLevel is not null);
        if (headings > 1 && first is null)
            yield return $"catalog: {headings} headings and no outline (7.17)";
        var lastPage = 0;
        foreach (var (item, level) in Bookmarks(pdf, first, 1))
        {
            var title = pdf.Text(item, "Title");
            if (string.IsNullOrWhiteSpace(title))
                yield return $"outline: a bookmark of level {level} has no title";
            var target = pdf.Get<ArrayToken>(item, "Dest") is { Length: > 0 } place ? PdfReading.Id(place[0]) : 0;
            var page = pdf.Pages.FirstOrDefault(page => page.Id == target)?.Number ?? 0;
            if (page == 0)
                yield return $"outline: « {title} » leads to no page";
            if (page < lastPage)
                yield return $"outline: « {title} » leads back to page {page}";
            lastPage = page;
        }
    }

    private static IEnumerable<(DictionaryToken Item, int Level)> Bookmarks(PdfReading pdf, DictionaryToken? first, int level)
    {
        for (var item = first; item is not null; item = pdf.Get<DictionaryToken>(item, "Next"))
        {
            yield return (item, level);
            foreach (var below in Bookmarks(pdf, pdf.Get<DictionaryToken>(item, "First"), level + 1))
                yield return below;
        }
    }

    private static IEnumerable<string> FindInOrder(PdfReading pdf)
    {
        var places = Places(pdf);
        var numbers = pdf.Pages.ToDictionary(page => page.Id, page => page.Number);
        (int Page, double X, double Y) previous = default;
        foreach (var (element, kid) in InOrder(pdf.Structure.All.Find(element => element.Parent is null)))
        {
            var page = numbers.GetValueOrDefault(kid.PageId);
            if (page < previous.Page)
                yield return $"{element}: read after page {previous.Page}, it stands on page {page}";
            if (page != previous.Page)
                previous = (page, 0, double.MaxValue);
            // a picture is read by its words, whatever the places of its labels
            foreach (var (x, y) in element.Type == "Figure" ? [] : places.GetValueOrDefault(kid) ?? [])
            {
                if (y > previous.Y + Tolerance && x < previous.X + Tolerance)
                    yield return FormattableString.Invariant($"page {page}, {element}: read after ({previous.X:F0}, {previous.Y:F0}), it stands above at ({x:F0}, {y:F0})");
                previous = (page, x, y);
            }
        }
    }

    private static Dictionary<MarkedKid, List<(double X, double Y)>> Places(PdfReading pdf)
    {
        var places = new Dictionary<MarkedKid, List<(double, double)>>();
        foreach (var page in pdf.Pages)
            foreach (var painting in page.Content.Paintings.Where(painting => painting.IsText && painting.In?.Mcid is not null))
            {
                var key = new MarkedKid(page.Id, painting.In!.Mcid!.Value);
                if (!places.TryGetValue(key, out var list))
                    places[key] = list = [];
                list.Add((painting.X, painting.Y));
            }

        return places;
    }

    private static IEnumerable<(Element Element, MarkedKid Kid)> InOrder(Element? element) => element is null ? [] :
        element.Kids.SelectMany(kid => kid.Marked is { } marked ? [(element, marked)] : InOrder(kid.Element));
}
