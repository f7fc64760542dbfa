using CrisisKits.Tests.Documents.Accessibility.Reading;
using UglyToad.PdfPig.Tokens;

namespace CrisisKits.Tests.Documents.Accessibility.Rules;

/// <summary>
/// Nothing locks a screen reader out or acts behind it (PDF/UA-1, 7.11, 7.15, 7.16, 7.20): no forbidding encryption, script, form of another kind,
/// undescribed attachment, or layer. Form XObjects and layers are refused outright: the other rules do not look inside them.
/// </summary>
internal static class CheckSafety
{
    private const int ExtractForAccessibility = 1 << 9;

    public static IEnumerable<string> Find(PdfReading pdf)
    {
        if (pdf.Encryption is { } encryption && ((pdf.Int(encryption, "P") ?? 0) & ExtractForAccessibility) == 0)
            yield return "encryption: assistive technology may not read (7.16)";
        if (pdf.Get<DictionaryToken>(pdf.Catalog, "AcroForm") is not null)
            yield return "catalog: an interactive form, which no rule here looks into (7.15, 7.18.4)";
        if (pdf.Catalog.Data.ContainsKey("OCProperties"))
            yield return "catalog: layers, which no rule here looks into (7.10)";
        foreach (var (id, value) in pdf.Objects)
            foreach (var dictionary in Dictionaries(value))
            {
                if (dictionary.Data.ContainsKey("JS") || pdf.Name(dictionary, "S") == "JavaScript")
                    yield return $"object {id}: a script";
                if ((pdf.Name(dictionary, "Type") == "Filespec" || dictionary.Data.ContainsKey("EF")) && Undescribed(pdf, dictionary))
                    yield return $"object {id}: an attached file without its names F and UF, or without description (7.11)";
            }

        foreach (var page in pdf.Pages)
            if (page.Content.Paintings.Any(painting => painting.Operator == "form"))
                yield return $"page {page.Number}: a form XObject, which no rule here looks into (7.20)";
    }

    private static bool Undescribed(PdfReading pdf, DictionaryToken file) =>
        !new[] { "F", "UF", "Desc" }.All(key => pdf.Text(file, key) is { Length: > 0 });

    private static IEnumerable<DictionaryToken> Dictionaries(IToken token) => token switch
    {
        DictionaryToken dictionary => dictionary.Data.Values.SelectMany(Dictionaries).Prepend(dictionary),
        StreamToken stream => Dictionaries(stream.StreamDictionary),
        ArrayToken array => array.Data.SelectMany(Dictionaries),
        _ => [],
    };
}
