using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CrisisKits.Infrastructure.Documents.Spreadsheets;

/// <summary>How cells look: legible in black and white, text wrapped, at the top. Arial, because every machine has it or its equal.</summary>
internal static class SheetStyles
{
    public const uint Header = 1;
    private const uint FirstBody = 2;
    private const uint Kinds = 4;
    private const uint PerEmphasis = Kinds + 1;
    private const uint HourFormat = 164;

    /// <summary>The style of a cell. <paramref name="quoted"/>: kept as words when edited, whatever sign they begin with.</summary>
    public static uint Body(ColumnKind kind, bool quoted, bool emphasised) =>
        FirstBody + (emphasised ? PerEmphasis : 0) + (quoted ? Kinds : (uint)kind);

    public static Stylesheet Sheet() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = HourFormat, FormatCode = "hh:mm" }),
        new Fonts(Arial(bold: false), Arial(bold: true)),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            Solid("FFD6DEE8"),
            Solid("FFEFEFEF")),
        new Borders(new Border(), Thin()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats([new CellFormat(), Format(fill: 2, bold: true, ColumnKind.Text, quoted: false), .. Bodies(emphasised: false), .. Bodies(emphasised: true)]));

    private static IEnumerable<CellFormat> Bodies(bool emphasised)
    {
        var fill = emphasised ? 3u : 0;
        foreach (var kind in Enum.GetValues<ColumnKind>())
            yield return Format(fill, emphasised, kind, quoted: false);
        yield return Format(fill, emphasised, ColumnKind.Text, quoted: true);
    }

    private static CellFormat Format(uint fill, bool bold, ColumnKind kind, bool quoted) => new(
        new Alignment
        {
            WrapText = true,
            Vertical = VerticalAlignmentValues.Top,
            Horizontal = kind == ColumnKind.Text ? HorizontalAlignmentValues.Left : HorizontalAlignmentValues.Center,
        })
    {
        FormatId = 0,
        FontId = bold ? 1u : 0,
        FillId = fill,
        BorderId = 1,
        NumberFormatId = kind switch { ColumnKind.Number => 1, ColumnKind.Time => HourFormat, ColumnKind.Date => 14, _ => 49u },
        QuotePrefix = quoted ? true : null,
        ApplyFont = true,
        ApplyFill = true,
        ApplyBorder = true,
        ApplyNumberFormat = true,
        ApplyAlignment = true,
    };

    private static Font Arial(bool bold)
    {
        var font = new Font(new FontSize { Val = 10 }, new FontName { Val = "Arial" });
        if (bold)
            font.Bold = new();
        return font;
    }

    private static Fill Solid(string colour) => new(new PatternFill(new ForegroundColor { Rgb = colour }) { PatternType = PatternValues.Solid });

    private static Border Thin() => new(Side<LeftBorder>(), Side<RightBorder>(), Side<TopBorder>(), Side<BottomBorder>(), new DiagonalBorder());

    private static T Side<T>()
        where T : BorderPropertiesType, new()
    {
        var side = new T { Style = BorderStyleValues.Thin };
        side.AppendChild(new Color { Rgb = new HexBinaryValue("FF8C8C8C") });
        return side;
    }
}
