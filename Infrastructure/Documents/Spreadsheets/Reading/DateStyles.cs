using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace CrisisKits.Infrastructure.Documents.Spreadsheets.Reading;

/// <summary>Which cell styles show a figure as a date or an hour: a spreadsheet only counts days.</summary>
internal static partial class DateStyles
{
    /// <summary>No program takes a longer one.</summary>
    private const int LongestCode = 255;

    private static readonly SearchValues<char> Shown = SearchValues.Create("dDmMyYhHsS");

    /// <param name="xml">The part of the styles; null when there is none.</param>
    public static IReadOnlySet<int> Of(XmlReader? xml)
    {
        var (own, dates) = (new HashSet<int>(), new HashSet<int>());
        var (cells, style) = (false, 0);
        while (xml?.Read() == true)
            if (xml.LocalName == "cellXfs")
                cells = xml is { NodeType: XmlNodeType.Element, IsEmptyElement: false };
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "numFmt" } && IsDate(xml.GetAttribute("formatCode")))
                own.Add(Number(xml));
            else if (cells && xml is { NodeType: XmlNodeType.Element, LocalName: "xf" })
            {
                if (IsDate(Number(xml)) || own.Contains(Number(xml)))
                    dates.Add(style);
                style++;
            }

        return dates;
    }

    private static int Number(XmlReader xml) =>
        int.TryParse(xml.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>ECMA-376, part 1, 18.8.30: the formats every program knows.</summary>
    private static bool IsDate(int known) => known is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    private static bool IsDate(string? code) => code is { Length: <= LongestCode } && Spelled().Replace(code, string.Empty).AsSpan().ContainsAny(Shown);

    /// <summary>What a format only copies: quoted words, colours and conditions, escaped characters.</summary>
    [GeneratedRegex("\"[^\"]*\"|\\[[^\\]]*\\]|[\\\\_*].", RegexOptions.CultureInvariant)]
    private static partial Regex Spelled();
}
