using System.Globalization;
using System.Xml;
using CrisisKits.Domain.Assessments;
using CrisisKits.Infrastructure.Content;

namespace CrisisKits.Infrastructure.Documents.Spreadsheets.Reading;

/// <summary>
/// Reads one sheet of an Excel file (XLSX) that somebody sent. It may be anything: it is bounded in every direction, no link is followed, no formula
/// is worked out, and whatever the bytes the answer is a sheet or a refusal (<c>file-…</c>, <c>missing-sheet</c>), always the same.
/// </summary>
public static class ReadWorkbook
{
    private const int MostRows = 1000;
    private const int LastRow = 1_048_576;

    /// <param name="file">The bytes as sent.</param>
    /// <param name="name">The sheet to read, as it is called in the refusal.</param>
    /// <param name="wanted">Whether a sheet of this name is the one.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static Outcome<ReadSheet> Run(byte[] file, string name, Func<string, bool> wanted, CancellationToken cancellationToken)
    {
        try
        {
            using var archive = OfficeArchive.Open(file, cancellationToken);
            var links = Links(archive);
            var (found, path) = Sheets(archive).Where(sheet => wanted(sheet.Name)).Select(sheet => (sheet.Name, Path: links.GetValueOrDefault(sheet.Link))).FirstOrDefault();
            if (path is null)
                return Refuse("missing-sheet", $"Ce classeur n'a pas de feuille « {name} » : reprenez le classeur de la grille sans renommer ni ôter ses feuilles.");
            var cells = new CellReader(SharedWords(Related(archive, links, "sharedStrings"), cancellationToken), DateStyles.Of(Related(archive, links, "styles")));
            using var xml = archive.Read(path) ?? throw RefusedFileException.Damaged();
            return new ReadSheet(found, Rows(xml, cells, cancellationToken));
        }
        catch (RefusedFileException refused)
        {
            return Refuse(refused.Code, refused.Message);
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or IOException or NotSupportedException or ArgumentException or FormatException)
        {
            // what archives and XML throw for bytes that are neither
            return Refuse("file-damaged", RefusedFileException.DamagedMessage);
        }
    }

    private static Refusal Refuse(string code, string message) => new(code, null, null, FrenchTypography.Apply(message));

    private static IEnumerable<(string Name, string Link)> Sheets(OfficeArchive archive)
    {
        using var xml = archive.Read("xl/workbook.xml") ?? throw RefusedFileException.Damaged();
        while (xml.Read())
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "sheet" })
                yield return (xml.GetAttribute("name") ?? string.Empty, LinkOf(xml));
    }

    /// <summary>The attribute <c>r:id</c>, under the namespace of either flavour of the format.</summary>
    private static string LinkOf(XmlReader xml)
    {
        for (var attribute = 0; attribute < xml.AttributeCount; attribute++)
        {
            xml.MoveToAttribute(attribute);
            if (xml.LocalName == "id" && xml.NamespaceURI.Length > 0)
                return xml.Value;
        }

        return string.Empty;
    }

    /// <summary>The parts the workbook leads to, by the id of the link, and by what they are; links that lead outside are not kept.</summary>
    private static Dictionary<string, string> Links(OfficeArchive archive)
    {
        var links = new Dictionary<string, string>(StringComparer.Ordinal);
        using var xml = archive.Read("xl/_rels/workbook.xml.rels");
        while (xml?.Read() == true)
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && xml.GetAttribute("TargetMode") is null or "Internal"
                && xml.GetAttribute("Target") is { Length: > 0 } target && xml.GetAttribute("Type") is { } type)
            {
                var path = target[0] == '/' ? target[1..] : "xl/" + target;
                links[xml.GetAttribute("Id") ?? string.Empty] = path;
                links["/" + type[(type.LastIndexOf('/') + 1)..]] = path;
            }

        return links;
    }

    private static XmlReader? Related(OfficeArchive archive, Dictionary<string, string> links, string what) =>
        links.TryGetValue("/" + what, out var path) ? archive.Read(path) : null;

    private static List<string> SharedWords(XmlReader? xml, CancellationToken cancellationToken)
    {
        var words = new List<string>();
        using (xml)
            while (xml?.Read() == true)
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    words.Add(CellReader.Words(xml));
                }

        return words;
    }

    private static List<ReadRow> Rows(XmlReader xml, CellReader reader, CancellationToken cancellationToken)
    {
        var rows = new List<ReadRow>();
        var cells = new Dictionary<int, ReadCell>();
        var (row, column) = (0, 0);
        while (xml.Read())
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                Keep();
                (row, column) = (Next(row, xml.GetAttribute("r")), 0);
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                cancellationToken.ThrowIfCancellationRequested();
                column = xml.GetAttribute("r") is { } at ? Column(at) : column + 1;
                if (reader.Read(xml) is { } cell && !cells.TryAdd(column, cell))
                    throw RefusedFileException.Damaged();
            }

        Keep();
        return rows;

        void Keep()
        {
            if (cells.Count == 0)
                return;
            if (rows.Count == MostRows)
                throw new RefusedFileException("file-too-heavy", "Cette feuille a plus de 1000 lignes remplies : recopiez vos réponses dans un classeur neuf et renvoyez-le.");
            rows.Add(new(row, cells));
            cells = [];
        }
    }

    /// <summary>Rows go downwards; one that does not say its number follows the one before.</summary>
    private static int Next(int row, string? said)
    {
        var number = said is null ? row + 1 : int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var written) && written > row ? written : 0;
        return number is > 0 and <= LastRow ? number : throw RefusedFileException.Damaged();
    }

    /// <summary>« AB12 » is column 28.</summary>
    private static int Column(string reference)
    {
        const int most = 16_384;
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetterUpper).Take(4))
            column = (column * 26) + letter - 'A' + 1;
        return column is > 0 and <= most ? column : throw RefusedFileException.Damaged();
    }
}
