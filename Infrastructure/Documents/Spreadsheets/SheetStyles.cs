using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CrisisKits.Infrastructure.Documents.Spreadsheets;

/// <summary>How cells look: legible in black and white, text wrapped, at the top. Arial, because every machine has it or its equal.</summary>
internal static class SheetStyles
{
    public const uint Header = 1;
    private const uint FirstBody = 2;
    private const uint Kinds = 4;
    private const uint PerTone = Kinds + 1;
    private const uint HourFormat = 164;
    private const uint DayFormat = 165;

    /// <summary>The style of a cell. <paramref name="quoted"/>: kept as words when edited, whatever sign they begin with.</summary>
    public static uint Body(ColumnKind kind, bool quoted, CellTone tone) =>
        FirstBody + ((uint)tone * PerTone) + (quoted ? Kinds : (uint)kind);

    public static Stylesheet Sheet() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = HourFormat, FormatCode = "hh:mm" }, new NumberingFormat { NumberFormatId = DayFormat, FormatCode = "dd/mm/yyyy" }),
        new Fonts(Arial(bold: false), Arial(bold: true), Grey(Arial(bold: false))),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            Solid("FFD6DEE8"),
            Solid("FFEFEFEF"),
            Solid("FFFFF8DC")),
        new Borders(new Border(), Thin()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats([new CellFormat(), Format(font: 1, fill: 2, ColumnKind.Text, quoted: false), .. Enum.GetValues<CellTone>().SelectMany(Bodies)]));

    private static IEnumerable<CellFormat> Bodies(CellTone tone)
    {
        var (font, fill) = tone switch { CellTone.Emphasised => (1u, 3u), CellTone.Open => (0u, 4u), CellTone.Muted => (2u, 0u), _ => (0u, 0u) };
        foreach (var (kind, quoted) in Enum.GetValues<ColumnKind>().Select(kind => (kind, false)).Append((ColumnKind.Text, true)))
        {
            var format = Format(font, fill, kind, quoted);
            if (tone == CellTone.Open)
                (format.Protection, format.ApplyProtection) = (new() { Locked = false }, true);
            yield return format;
        }
    }

    private static CellFormat Format(uint font, uint fill, ColumnKind kind, bool quoted) => new(
        new Alignment
        {
            WrapText = true,
            Vertical = VerticalAlignmentValues.Top,
            Horizontal = kind == ColumnKind.Text ? HorizontalAlignmentValues.Left : HorizontalAlignmentValues.Center,
        })
    {
        FormatId = 0,
        FontId = font,
        FillId = fill,
        BorderId = 1,
        NumberFormatId = kind switch { ColumnKind.Number => 1, ColumnKind.Time => HourFormat, ColumnKind.Date => DayFormat, _ => 49u },
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

    private static Font Grey(Font font)
    {
        font.InsertAfter(new Color { Rgb = "FF6B6B6B" }, font.FontSize);
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
