using UglyToad.PdfPig.Tokens;

namespace CrisisKits.Tests.Documents.Accessibility.Reading;

/// <summary>A structure element. <paramref name="Role"/> is the standard type its own type stands for.</summary>
internal sealed record Element(long Id, string Type, string Role, DictionaryToken Dictionary, Element? Parent)
{
    public List<Kid> Kids { get; } = [];

    public IEnumerable<Element> Children => Kids.Where(kid => kid.Element is not null).Select(kid => kid.Element!);

    public IEnumerable<Element> Ancestors => Parent is null ? [] : Parent.Ancestors.Prepend(Parent);

    public int? HeadingLevel => Role is ['H', >= '1' and <= '6'] ? Role[1] - '0' : null;

    public override string ToString() => $"{Type} (object {Id})";

    /// <summary>An attribute of one owner: <c>Table</c>, <c>List</c>, <c>Layout</c>.</summary>
    public IToken? Attribute(PdfReading pdf, string owner, string key) => pdf.Several(Dictionary, "A")
        .Select(token => pdf.Resolve(token) as DictionaryToken)
        .Where(attributes => attributes is not null && pdf.Name(attributes, "O") == owner)
        .Select(attributes => pdf.Resolve(attributes!.Data.GetValueOrDefault(key)))
        .FirstOrDefault(value => value is not null);
}

/// <summary>What an element holds: another element, marked content of a page, or an object such as a link (its number).</summary>
internal sealed record Kid(Element? Element, MarkedKid? Marked, long Object);

/// <summary>Marked content by the object number of its page and its identifier there.</summary>
internal readonly record struct MarkedKid(long PageId, int Mcid);
