using CrisisKits.Tests.Documents.Accessibility.Reading;
using UglyToad.PdfPig.Tokens;

namespace CrisisKits.Tests.Documents.Accessibility.Rules;

/// <summary>Links stand in Link elements, say where they lead and are met in reading order (PDF/UA-1, 7.18). No other annotation is ours.</summary>
internal static class CheckAnnotations
{
    public static IEnumerable<string> Find(PdfReading pdf)
    {
        var holders = pdf.Structure.All.SelectMany(element => element.Kids.Where(kid => kid.Object != 0).Select(kid => (kid.Object, element)))
            .ToLookup(pair => pair.Object, pair => pair.element);
        var onPages = new HashSet<long>();
        var keys = new HashSet<int>();
        foreach (var page in pdf.Pages)
        {
            var annotations = page.Annotations(pdf).ToList();
            if (annotations.Count > 0 && pdf.Name(page.Dictionary, "Tabs") != "S")
                yield return $"page {page.Number}: the tab key does not follow the structure (7.18.3)";
            foreach (var (id, annotation) in annotations)
            {
                onPages.Add(id);
                foreach (var finding in FindIn(pdf, id, annotation, [.. holders[id]], keys))
                    yield return $"page {page.Number}, annotation {id}: {finding}";
            }
        }

        foreach (var lost in holders.Where(group => !onPages.Contains(group.Key)))
            yield return $"{lost.First()}: holds object {lost.Key}, an annotation of no page";
        foreach (var link in pdf.Structure.All.Where(element => element.Role == "Link" && element.Kids.TrueForAll(kid => kid.Object == 0)))
            yield return $"{link}: a link that leads nowhere (7.18.5)";
    }

    private static IEnumerable<string> FindIn(PdfReading pdf, long id, DictionaryToken annotation, List<Element> holders, HashSet<int> keys)
    {
        if (pdf.Name(annotation, "Subtype") is not "Link" and var kind)
            yield return $"a {kind}, which no rule here looks into (7.18)";
        if (holders is not [{ Role: "Link" } holder])
        {
            yield return "no Link element, or several, holds it (7.18.5)";
            yield break;
        }

        if (string.IsNullOrWhiteSpace(pdf.Text(annotation, "Contents")))
            yield return "it does not say where it leads (7.18.5)";
        if (pdf.Int(annotation, "StructParent") is not { } key || !keys.Add(key))
            yield return "no StructParent of its own";
        else if (PdfReading.Id(pdf.Structure.Parents.GetValueOrDefault(key)) != holder.Id)
            yield return $"the parent tree does not lead it to {holder}";
        if (!annotation.Data.ContainsKey("A") && TargetPage(pdf, annotation) is null)
            yield return $"object {id} leads to no page";
    }

    private static PageReading? TargetPage(PdfReading pdf, DictionaryToken annotation) =>
        pdf.Get<ArrayToken>(annotation, "Dest") is { Length: > 0 } target ? pdf.Pages.FirstOrDefault(page => page.Id == PdfReading.Id(target[0])) : null;
}
