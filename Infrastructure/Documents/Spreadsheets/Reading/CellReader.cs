using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace CrisisKits.Infrastructure.Documents.Spreadsheets.Reading;

/// <summary>Reads cells of one workbook: its shared strings and which of its styles show dates are known.</summary>
/// <param name="shared">Words by number.</param>
/// <param name="dates">Numbers of the styles that show a figure as a date or an hour.</param>
internal sealed partial class CellReader(IReadOnlyList<string> shared, IReadOnlySet<int> dates)
{
    /// <summary>The cell the reader stands on, up to its end; null when it holds nothing.</summary>
    public ReadCell? Read(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return null;
        var (type, style, depth) = (xml.GetAttribute("t") ?? "n", xml.GetAttribute("s"), xml.Depth);
        string? value = null;
        var formula = false;
        while (xml.Read() && xml.Depth > depth)
            if (xml.NodeType == XmlNodeType.Element)
                switch (xml.LocalName)
                {
                    case "f":
                        formula = true;
                        break;
                    case "v" or "is":
                        value = Words(xml);
                        break;
                }

        return formula ? new(CellKind.Formula, "une formule") : value is null ? null : Of(type, style, value);
    }

    /// <summary>All the words under the element the reader stands on: runs of rich text put together, phonetic guides left out.</summary>
    public static string Words(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return string.Empty;
        var depth = xml.Depth;
        var phonetic = int.MaxValue;
        var words = new StringBuilder();
        while (xml.Read() && xml.Depth > depth)
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "rPh", IsEmptyElement: false })
                phonetic = Math.Min(phonetic, xml.Depth);
            else if (xml.NodeType == XmlNodeType.EndElement && xml.Depth == phonetic)
                phonetic = int.MaxValue;
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace && phonetic == int.MaxValue)
                words.Append(xml.Value);
        return Escaped().Replace(words.ToString(), code => ((char)ushort.Parse(code.Groups["code"].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString());
    }

    private ReadCell? Of(string type, string? style, string value) => type switch
    {
        _ when value.Length > ReadCell.MostCharacters => throw RefusedFileException.Damaged(),
        "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Count
            ? Text(shared[index])
            : throw RefusedFileException.Damaged(),
        "str" or "inlineStr" => Text(value),
        "b" => new(CellKind.Boolean, value == "1" ? "VRAI" : "FAUX"),
        "e" => new(CellKind.Error, value),
        "d" => new(CellKind.Date, value),
        _ when value.Length == 0 => null,
        _ when !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number) => throw RefusedFileException.Damaged(),
        _ when int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var format) && dates.Contains(format) => new(CellKind.Date, "une date"),
        _ => new(CellKind.Number, double.Parse(value, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture).Replace('.', ',')),
    };

    private static ReadCell? Text(string words) => words.Length switch
    {
        0 => null,
        > ReadCell.MostCharacters => throw RefusedFileException.Damaged(),
        _ => new(CellKind.Text, words),
    };

    /// <summary>How Excel writes in XML what XML cannot hold (ECMA-376, ST_Xstring).</summary>
    [GeneratedRegex("_x(?<code>[0-9A-Fa-f]{4})_", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Escaped();
}
