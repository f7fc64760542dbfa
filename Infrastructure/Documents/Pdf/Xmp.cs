using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace CrisisKits.Infrastructure.Documents.Pdf;

/// <summary>The XMP packet: title, language, subject, dates. It claims PDF/UA-1, which the tests check on every file we make; PDF/A is not claimed.</summary>
internal static class Xmp
{
    private static readonly XNamespace X = "adobe:ns:meta/";
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Basic = "http://ns.adobe.com/xap/1.0/";
    private static readonly XNamespace Pdf = "http://ns.adobe.com/pdf/1.3/";
    private static readonly XNamespace Ua = "http://www.aiim.org/pdfua/ns/id/";

    public static byte[] Write(string title, string subject, DateTimeOffset date)
    {
        var instant = date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var packet = new XElement(X + "xmpmeta",
            new XAttribute(XNamespace.Xmlns + "x", X),
            new XElement(Rdf + "RDF",
                new XAttribute(XNamespace.Xmlns + "rdf", Rdf),
                new XElement(Rdf + "Description",
                    new XAttribute(Rdf + "about", ""),
                    new XAttribute(XNamespace.Xmlns + "dc", Dc),
                    new XAttribute(XNamespace.Xmlns + "xmp", Basic),
                    new XAttribute(XNamespace.Xmlns + "pdf", Pdf),
                    new XAttribute(XNamespace.Xmlns + "pdfuaid", Ua),
                    new XElement(Dc + "title", Alternative(title)),
                    new XElement(Dc + "description", Alternative(subject)),
                    new XElement(Dc + "language", new XElement(Rdf + "Bag", new XElement(Rdf + "li", "fr-FR"))),
                    new XElement(Basic + "CreateDate", instant),
                    new XElement(Basic + "ModifyDate", instant),
                    new XElement(Basic + "CreatorTool", "CrisisKits"),
                    new XElement(Pdf + "Producer", "CrisisKits"),
                    new XElement(Ua + "part", 1))));
        return Encoding.UTF8.GetBytes("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
            + packet.ToString(SaveOptions.DisableFormatting) + "\n<?xpacket end=\"r\"?>");
    }

    private static XElement Alternative(string text) => new(Rdf + "Alt",
        new XElement(Rdf + "li", new XAttribute(XNamespace.Xml + "lang", "x-default"), text));
}
