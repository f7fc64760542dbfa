using UglyToad.PdfPig.Tokens;

namespace CrisisKits.Tests.Documents.Accessibility.Reading;

/// <summary>The structure tree and its parent tree, as written.</summary>
internal sealed class StructureReading
{
    /// <summary>The standard structure types of ISO 32000-1, 14.8.4.</summary>
    public static readonly IReadOnlySet<string> StandardTypes =
        ("Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot "
            + "Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form").Split(' ').ToHashSet(StringComparer.Ordinal);

    private readonly PdfReading _pdf;

    private StructureReading(PdfReading pdf)
    {
        _pdf = pdf;
        Root = pdf.Get<DictionaryToken>(pdf.Catalog, "StructTreeRoot");
        RoleMap = pdf.Get<DictionaryToken>(Root, "RoleMap");
        foreach (var kid in pdf.Several(Root, "K"))
            Read(kid, null, 0);
        ReadParents(pdf.Get<DictionaryToken>(Root, "ParentTree"));
    }

    public DictionaryToken? Root { get; }

    public DictionaryToken? RoleMap { get; }

    /// <summary>Every element in reading order.</summary>
    public List<Element> All { get; } = [];

    public Dictionary<long, Element> ById { get; } = [];

    /// <summary>For each key of the parent tree, what it leads to.</summary>
    public Dictionary<int, IToken> Parents { get; } = [];

    /// <summary>What is wrong with the tree itself.</summary>
    public List<string> Faults { get; } = [];

    public static StructureReading Of(PdfReading pdf) => new(pdf);

    /// <summary>Follows the role map; the last type reached when it turns in circles.</summary>
    public string Role(string type)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (!StandardTypes.Contains(type) && seen.Add(type) && _pdf.Name(RoleMap, type) is { } next)
            type = next;
        return type;
    }

    private void Read(IToken token, Element? parent, long pageId)
    {
        var value = _pdf.Resolve(token);
        if (value is NumericToken number)
        {
            parent?.Kids.Add(new(null, new(pageId, number.Int), 0));
            return;
        }

        if (value is not DictionaryToken dictionary)
        {
            Faults.Add($"{parent} holds something that is neither an element nor content");
            return;
        }

        var page = PdfReading.Id(dictionary.Data.GetValueOrDefault("Pg"));
        var kind = _pdf.Name(dictionary, "Type");
        if (kind == "MCR")
            parent?.Kids.Add(new(null, new(page == 0 ? pageId : page, _pdf.Int(dictionary, "MCID") ?? -1), 0));
        else if (kind == "OBJR")
            parent?.Kids.Add(new(null, null, PdfReading.Id(dictionary.Data.GetValueOrDefault("Obj"))));
        else
            ReadElement(PdfReading.Id(token), dictionary, parent, page);
    }

    private void ReadElement(long id, DictionaryToken dictionary, Element? parent, long pageId)
    {
        if (id == 0 || ById.ContainsKey(id))
        {
            Faults.Add($"{parent} holds an element that has no number or stands elsewhere in the tree (object {id})");
            return;
        }

        var type = _pdf.Name(dictionary, "S") ?? string.Empty;
        var element = new Element(id, type, Role(type), dictionary, parent);
        if (PdfReading.Id(dictionary.Data.GetValueOrDefault("P")) is var above
            && above != (parent?.Id ?? PdfReading.Id(_pdf.Catalog.Data.GetValueOrDefault("StructTreeRoot"))))
            Faults.Add($"{element} names object {above} as its parent");
        All.Add(element);
        ById.Add(id, element);
        parent?.Kids.Add(new(element, null, 0));
        foreach (var kid in _pdf.Several(dictionary, "K"))
            Read(kid, element, pageId);
    }

    private void ReadParents(DictionaryToken? node)
    {
        var numbers = _pdf.Get<ArrayToken>(node, "Nums")?.Data ?? [];
        for (var i = 0; i + 1 < numbers.Count; i += 2)
            if (numbers[i] is not NumericToken key || !Parents.TryAdd(key.Int, numbers[i + 1]))
                Faults.Add($"the parent tree has the key {numbers[i]} twice, or it is no number");
        foreach (var kid in _pdf.Get<ArrayToken>(node, "Kids")?.Data ?? [])
            ReadParents(_pdf.Resolve(kid) as DictionaryToken);
    }
}
