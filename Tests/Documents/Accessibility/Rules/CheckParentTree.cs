using CrisisKits.Tests.Documents.Accessibility.Reading;
using UglyToad.PdfPig.Tokens;

namespace CrisisKits.Tests.Documents.Accessibility.Rules;

/// <summary>Pages and the structure tree name each other: every mark leads to one element that holds it, and back (ISO 32000-1, 14.7.4.4).</summary>
internal static class CheckParentTree
{
    public static IEnumerable<string> Find(PdfReading pdf)
    {
        foreach (var fault in pdf.Structure.Faults)
            yield return $"structure: {fault}";
        var holders = new Dictionary<MarkedKid, Element>();
        foreach (var element in pdf.Structure.All)
            foreach (var kid in element.Kids.Where(kid => kid.Marked is not null))
                if (!holders.TryAdd(kid.Marked!.Value, element))
                    yield return $"{element} and {holders[kid.Marked.Value]} hold the same content {kid.Marked.Value.Mcid}";

        var keys = new HashSet<int>();
        foreach (var page in pdf.Pages)
            foreach (var finding in FindOn(page, pdf, holders, keys))
                yield return $"page {page.Number}: {finding}";

        foreach (var (kid, element) in holders)
            yield return $"{element} holds content {kid.Mcid}, which is on no page";
        if (pdf.Structure.Parents.Count > 0 && (pdf.Int(pdf.Structure.Root, "ParentTreeNextKey") ?? 0) <= pdf.Structure.Parents.Keys.Max())
            yield return "structure: ParentTreeNextKey is a key already taken";
    }

    /// <summary>Takes the content of the page out of <paramref name="holders"/>: what is left at the end stands on no page.</summary>
    private static IEnumerable<string> FindOn(PageReading page, PdfReading pdf, Dictionary<MarkedKid, Element> holders, HashSet<int> keys)
    {
        var marked = page.Content.Sequences.Where(sequence => sequence.Mcid is not null).Select(sequence => sequence.Mcid!.Value).ToList();
        if (pdf.Int(page.Dictionary, "StructParents") is not { } key)
        {
            if (marked.Count > 0)
                yield return "no StructParents";
            yield break;
        }

        if (!keys.Add(key))
            yield return $"StructParents {key} is that of another page";
        var parents = pdf.Resolve(pdf.Structure.Parents.GetValueOrDefault(key)) is ArrayToken array ? array.Data : [];
        foreach (var id in marked.GroupBy(id => id).Where(group => group.Count() > 1))
            yield return $"content {id.Key} is marked twice";
        foreach (var id in marked.Distinct())
        {
            var parent = id >= 0 && id < parents.Count ? PdfReading.Id(parents[id]) : 0;
            if (!holders.Remove(new(page.Id, id), out var holder))
                yield return $"no element holds content {id}";
            else if (parent != holder.Id)
                yield return $"the parent tree leads content {id} to object {parent}, but {holder} holds it";
        }

        for (var id = 0; id < parents.Count; id++)
            if (pdf.Resolve(parents[id]) is not null && !marked.Contains(id))
                yield return $"the parent tree names content {id}, which is not on the page";
    }
}
