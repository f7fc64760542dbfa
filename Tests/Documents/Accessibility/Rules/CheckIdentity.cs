using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using CrisisKits.Tests.Documents.Accessibility.Reading;
using UglyToad.PdfPig.Tokens;

namespace CrisisKits.Tests.Documents.Accessibility.Rules;

/// <summary>What the file says of itself: tagged, in which language, under which title, by which standard (PDF/UA-1, 5, 7.1, 7.2).</summary>
internal static partial class CheckIdentity
{
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Ua = "http://www.aiim.org/pdfua/ns/id/";

    public static IEnumerable<string> Find(PdfReading pdf)
    {
        var marks = pdf.Get<DictionaryToken>(pdf.Catalog, "MarkInfo");
        if (!pdf.IsTrue(marks, "Marked"))
            yield return "catalog: MarkInfo does not say Marked (7.1)";
        if (pdf.IsTrue(marks, "Suspects"))
            yield return "catalog: tags are called Suspects (7.1)";
        if (pdf.Structure.Root is null)
            yield return "catalog: no structure tree (7.1)";
        if (!pdf.IsTrue(pdf.Get<DictionaryToken>(pdf.Catalog, "ViewerPreferences"), "DisplayDocTitle"))
            yield return "catalog: the title bar would show the file's name, not its title (7.1)";
        if (pdf.Text(pdf.Catalog, "Lang") is not { } language || !Language().IsMatch(language))
            yield return "catalog: Lang is no language (7.2)";
        foreach (var element in pdf.Structure.All.Where(element => pdf.Text(element.Dictionary, "Lang") is { } own && !Language().IsMatch(own)))
            yield return $"{element}: Lang is no language (7.2)";
        foreach (var finding in FindInMetadata(pdf))
            yield return finding;
    }

    private static IEnumerable<string> FindInMetadata(PdfReading pdf)
    {
        if (pdf.Get<StreamToken>(pdf.Catalog, "Metadata") is not { } stream || Parse(pdf.Decode(stream)) is not { } packet)
        {
            yield return "catalog: no XMP that can be read (7.1)";
            yield break;
        }

        var title = packet.Descendants(Dc + "title").Descendants(Rdf + "li").FirstOrDefault()?.Value;
        if (string.IsNullOrWhiteSpace(title))
            yield return "XMP: no dc:title (7.1)";
        if (title != pdf.Text(pdf.Information, "Title"))
            yield return $"XMP: the title « {title} » is not that of the information dictionary, « {pdf.Text(pdf.Information, "Title")} »";
        var part = packet.Descendants(Ua + "part").FirstOrDefault()?.Value
            ?? packet.Descendants(Rdf + "Description").Attributes(Ua + "part").FirstOrDefault()?.Value;
        if (part != 1.ToString(CultureInfo.InvariantCulture))
            yield return "XMP: pdfuaid:part is not 1 (5)";
    }

    private static XDocument? Parse(ReadOnlyMemory<byte> xmp)
    {
        try
        {
            using var stream = new MemoryStream(xmp.ToArray());
            return XDocument.Load(stream);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    private static partial Regex Language();
}
