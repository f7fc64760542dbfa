using UglyToad.PdfPig.Tokens;

namespace CrisisKits.Tests.Documents.Accessibility.Reading;

/// <summary>A page with what it inherits, and what it paints.</summary>
internal sealed record PageReading(int Number, long Id, DictionaryToken Dictionary, DictionaryToken? Resources, ArrayToken? Box, PageContent Content)
{
    public double Height => Box is { Length: 4 } box ? ((NumericToken)box[3]).Double - ((NumericToken)box[1]).Double : 0;

    public double Width => Box is { Length: 4 } box ? ((NumericToken)box[2]).Double - ((NumericToken)box[0]).Double : 0;

    public static IEnumerable<PageReading> All(PdfReading pdf)
    {
        var number = 0;
        foreach (var (id, page, resources, box) in Leaves(pdf, pdf.Catalog.Data.GetValueOrDefault("Pages"), null, null))
        {
            var bytes = new List<byte>();
            foreach (var part in pdf.Several(page, "Contents"))
                if (pdf.Resolve(part) is StreamToken stream)
                    bytes.AddRange([.. pdf.Decode(stream).Span, (byte)'\n']);
            yield return new(++number, id, page, resources, box, new ReadContent(pdf, resources).Run(bytes.ToArray()));
        }
    }

    /// <summary>Annotations in order, each with its object number.</summary>
    public IEnumerable<(long Id, DictionaryToken Dictionary)> Annotations(PdfReading pdf) =>
        pdf.Several(Dictionary, "Annots").Select(token => (PdfReading.Id(token), pdf.Resolve(token) as DictionaryToken ?? new(new Dictionary<NameToken, IToken>())));

    private static IEnumerable<(long Id, DictionaryToken Page, DictionaryToken? Resources, ArrayToken? Box)> Leaves(
        PdfReading pdf, IToken? token, DictionaryToken? resources, ArrayToken? box)
    {
        if (pdf.Resolve(token) is not DictionaryToken node)
            yield break;
        resources = pdf.Get<DictionaryToken>(node, "Resources") ?? resources;
        box = pdf.Get<ArrayToken>(node, "MediaBox") ?? box;
        if (pdf.Get<ArrayToken>(node, "Kids") is not { } kids)
            yield return (PdfReading.Id(token), node, resources, box);
        else
            foreach (var leaf in kids.Data.SelectMany(kid => Leaves(pdf, kid, resources, box)))
                yield return leaf;
    }
}
