using CrisisKits.Tests.Documents.Accessibility.Reading;
using UglyToad.PdfPig.Tokens;

namespace CrisisKits.Tests.Documents.Accessibility.Rules;

/// <summary>
/// Types are standard or mapped to a standard one (PDF/UA-1, 7.1) and stand where ISO 32000-1, 14.8.4 lets them: lists, tables, contents,
/// and no block inside a line.
/// </summary>
internal static class CheckTypes
{
    /// <summary>What an element may hold, for the types that do not hold everything. « content » is text on a page.</summary>
    private static readonly Dictionary<string, string> MayHold = new(StringComparer.Ordinal)
    {
        ["L"] = "Caption L LI",
        ["LI"] = "Lbl LBody",
        ["Table"] = "Caption TR THead TBody TFoot",
        ["THead"] = "TR",
        ["TBody"] = "TR",
        ["TFoot"] = "TR",
        ["TR"] = "TH TD",
        ["TOC"] = "Caption TOC TOCI",
        ["TOCI"] = "Lbl Reference NonStruct P TOC content",
    };

    private static readonly Dictionary<string, string> MustStandIn = new(StringComparer.Ordinal)
    {
        ["LI"] = "L",
        ["LBody"] = "LI",
        ["TR"] = "Table THead TBody TFoot",
        ["THead"] = "Table",
        ["TBody"] = "Table",
        ["TFoot"] = "Table",
        ["TH"] = "TR",
        ["TD"] = "TR",
        ["TOCI"] = "TOC",
    };

    private static readonly HashSet<string> Lines =
        [.. "P H H1 H2 H3 H4 H5 H6 Lbl Span Quote Note Reference BibEntry Code Link Annot".Split(' ')];

    private static readonly HashSet<string> Inline =
        [.. "Lbl Span Quote Note Reference BibEntry Code Link Annot Ruby Warichu Figure Formula Form NonStruct Private".Split(' ')];

    public static IEnumerable<string> Find(PdfReading pdf)
    {
        foreach (var (type, target) in pdf.Structure.RoleMap?.Data ?? new Dictionary<string, IToken>(StringComparer.Ordinal))
            if (StructureReading.StandardTypes.Contains(type))
                yield return $"role map: the standard type {type} is mapped to {target} (7.1)";
            else if (!StructureReading.StandardTypes.Contains(pdf.Structure.Role(type)))
                yield return $"role map: {type} leads to no standard type, or back to itself (7.1)";

        if (pdf.Structure.All.Count(element => element.Parent is null) != 1 || pdf.Structure.All[0].Role != "Document")
            yield return "structure: the root does not hold one Document";
        foreach (var element in pdf.Structure.All)
        {
            if (!StructureReading.StandardTypes.Contains(element.Role))
                yield return $"{element}: not a standard type (7.1)";
            if (MayHold.TryGetValue(element.Role, out var held))
                foreach (var kid in element.Kids.Select(kid => kid.Element?.Role ?? "content").Where(kid => !held.Split(' ').Contains(kid)))
                    yield return $"{element}: holds {kid}; it may hold {held}";
            if (MustStandIn.TryGetValue(element.Role, out var holders) && !holders.Split(' ').Contains(element.Parent?.Role))
                yield return $"{element}: stands in {element.Parent?.Role}, not in {holders}";
            if (Lines.Contains(element.Role))
                foreach (var kid in element.Children.Where(kid => !Inline.Contains(kid.Role)))
                    yield return $"{element}: a line of text holds {kid}";
        }
    }
}
