using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace CrisisKits.Infrastructure.Documents.Packaging;

/// <summary>
/// Puts the parts of a Word or Excel file into their package (ECMA-376, part 2). Ours, because the SDK draws relationship ids at random and
/// takes timestamps from the clock: here the same parts give the same bytes.
/// </summary>
internal static class WriteOfficeFile
{
    private const string Creator = "CrisisKits";
    private const int ReadableFile = unchecked((int)0x81A40000);
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string CoreRelation = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace Links = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XNamespace Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Terms = "http://purl.org/dc/terms/";
    private static readonly XNamespace Xsi = "http://www.w3.org/2001/XMLSchema-instance";
    private static readonly XmlWriterSettings Utf8 = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CloseOutput = false };

    /// <param name="title">Shown as the name of the document.</param>
    /// <param name="subject">Audience and marking.</param>
    /// <param name="date">Of creation, and of every entry.</param>
    /// <param name="main">The part the file opens with.</param>
    /// <param name="others">Related to the main part, in order, as <c>rId1</c>, <c>rId2</c>…</param>
    public static byte[] Run(string title, string subject, DateTimeOffset date, OfficePart main, IReadOnlyList<OfficePart> others)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("[Content_Types].xml", ContentTypes([main, .. others]).WriteTo);
            Add("_rels/.rels", Relationships([(Relations + main.Relation, main.Path), (CoreRelation, "docProps/core.xml")]).WriteTo);
            Add("docProps/core.xml", Properties(title, subject, date).WriteTo);
            Add(main.Path, main.Root.WriteTo);
            var (folder, name) = (Path.GetDirectoryName(main.Path), Path.GetFileName(main.Path));
            Add($"{folder}/_rels/{name}.rels", Relationships([.. others.Select(part => (Relations + part.Relation, part.Path))]).WriteTo);
            foreach (var part in others)
                Add(part.Path, part.Root.WriteTo);

            void Add(string path, Action<XmlWriter> write)
            {
                var entry = zip.CreateEntry(path, CompressionLevel.Optimal);
                entry.LastWriteTime = date;
                entry.ExternalAttributes = ReadableFile;
                using var content = entry.Open();
                using var xml = XmlWriter.Create(content, Utf8);
                xml.WriteStartDocument(standalone: true);
                write(xml);
            }
        }

        return bytes.ToArray();
    }

    private static XElement ContentTypes(IEnumerable<OfficePart> parts) => new(Types + "Types",
        new XElement(Types + "Default", new XAttribute("Extension", "rels"), new XAttribute("ContentType", "application/vnd.openxmlformats-package.relationships+xml")),
        Override("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        parts.Select(part => Override(part.Path, $"application/vnd.openxmlformats-officedocument.{part.Content}+xml")));

    private static XElement Override(string path, string content) =>
        new(Types + "Override", new XAttribute("PartName", "/" + path), new XAttribute("ContentType", content));

    private static XElement Relationships(IReadOnlyList<(string Relation, string Path)> links) => new(Links + "Relationships", links.Select((link, i) =>
        new XElement(Links + "Relationship", new XAttribute("Id", $"rId{i + 1}"), new XAttribute("Type", link.Relation), new XAttribute("Target", "/" + link.Path))));

    private static XElement Properties(string title, string subject, DateTimeOffset date) => new(Core + "coreProperties",
        new XAttribute(XNamespace.Xmlns + "dc", Dc),
        new XAttribute(XNamespace.Xmlns + "dcterms", Terms),
        new XElement(Dc + "title", OfficeText.Clean(title)),
        new XElement(Dc + "subject", OfficeText.Clean(subject)),
        new XElement(Dc + "creator", Creator),
        new XElement(Dc + "language", "fr-FR"),
        new XElement(Terms + "created", new XAttribute(XNamespace.Xmlns + "xsi", Xsi), new XAttribute(Xsi + "type", "dcterms:W3CDTF"), date.UtcDateTime));
}
