using CrisisKits.Infrastructure.Documents.Packaging;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CrisisKits.Infrastructure.Documents.Docx;

/// <summary>The styles of our Word documents, under the names Word gives its own, so that people find them in its menus.</summary>
internal static class DocxStyles
{
    public const string Font = "Noto Sans";
    public const string Accent = "0D3361";
    public const string Muted = "545454";
    public const string Rule = "8C8C8C";
    public const string Wash = "F0F0F0";

    public static OfficePart Part() => new("word/styles.xml", "wordprocessingml.styles", "styles", new Styles(
    [
        Defaults(),
        Of("Normal", "Normal", 21, after: 100, isDefault: true),
        Of("Title", "Title", 48, after: 60, colour: Accent, bold: true, keepNext: true),
        Of("Subtitle", "Subtitle", 21, after: 240, colour: Muted, italic: true),
        Of("Heading1", "heading 1", 33, before: 360, after: 100, colour: Accent, bold: true, keepNext: true, outline: 0),
        Of("Heading2", "heading 2", 26, before: 200, after: 80, colour: Accent, bold: true, keepNext: true, outline: 1),
        Of("Heading3", "heading 3", 22, before: 180, after: 60, bold: true, keepNext: true, outline: 2),
        Of("TOCHeading", "TOC Heading", 26, before: 240, after: 80, colour: Accent, bold: true, keepNext: true),
        Of("TOC1", "toc 1", 21, after: 40),
        Of("TOC2", "toc 2", 19, after: 20, indent: 280),
        Of("Lead", "Chapeau", 24),
        Of("Small", "Petit texte", 17, colour: Muted),
        Of("Centered", "Centré", 21, centred: true),
        Of("ListBullet", "List Bullet", 21, after: 80),
        Of("ListNumber", "List Number", 21, after: 80),
        Of("ListContinue", "List Continue", 21, after: 60),
        Of("TickBox", "Case à cocher", 21, after: 60),
        Of("TableText", "Texte de tableau", 20, after: 20),
        Of("TableHeading", "Titre de colonne", 20, after: 20, bold: true, keepNext: true),
        Of("CardTitle", "Titre d’encadré", 22, after: 60, bold: true, keepNext: true),
        Of("AfterTable", "Après un tableau", 6),
        Of("Header", "header", 16, colour: Muted),
        Of("Footer", "footer", 16, colour: Muted),
        new Style(
            new StyleName { Val = "Placeholder Text" },
            new StyleRunProperties(new Color { Val = Muted })) { Type = StyleValues.Character, StyleId = "PlaceholderText" },
        Table("TableGrid", "Table Grid", Margins(90), new TableBorders(
            Side<TopBorder>(), Side<LeftBorder>(), Side<BottomBorder>(), Side<RightBorder>(), Side<InsideHorizontalBorder>(), Side<InsideVerticalBorder>())),
        Table("Form", "Formulaire", Margins(90)),
        Table("Card", "Encadré", Margins(160)),
    ]));

    /// <summary>Where Noto Sans is not installed, Word takes Arial.</summary>
    public static OfficePart Fonts() => new("word/fontTable.xml", "wordprocessingml.fontTable", "fontTable", new Fonts(
        new Font(new AltName { Val = "Arial" }, new FontFamily { Val = FontFamilyValues.Swiss }) { Name = Font }));

    /// <summary>A line of a frame.</summary>
    public static T Side<T>(uint eighthsOfPoint = 4, string colour = Rule, BorderValues? kind = null)
        where T : BorderType, new() => new() { Val = kind ?? BorderValues.Single, Size = eighthsOfPoint, Space = 0, Color = colour };

    private static DocDefaults Defaults() => new(
        new RunPropertiesDefault(new RunPropertiesBaseStyle(
            new RunFonts { Ascii = Font, HighAnsi = Font, EastAsia = Font, ComplexScript = Font },
            new FontSize { Val = "21" },
            new Languages { Val = "fr-FR", EastAsia = "fr-FR", Bidi = "fr-FR" })),
        new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "100", Line = "240", LineRule = LineSpacingRuleValues.Auto })));

    private static Style Table(string id, string name, TableCellMarginDefault margins, TableBorders? borders = null) => new(
        new StyleName { Val = name }, new StyleTableProperties { TableBorders = borders, TableCellMarginDefault = margins })
    {
        Type = StyleValues.Table,
        StyleId = id,
    };

    private static TableCellMarginDefault Margins(short side) => new(
        new TopMargin { Width = "40", Type = TableWidthUnitValues.Dxa },
        new TableCellLeftMargin { Width = side, Type = TableWidthValues.Dxa },
        new BottomMargin { Width = "40", Type = TableWidthUnitValues.Dxa },
        new TableCellRightMargin { Width = side, Type = TableWidthValues.Dxa });

    private static Style Of(
        string id, string name, int halfPoints, int before = 0, int after = 0, string? colour = null, bool bold = false, bool italic = false,
        bool keepNext = false, int? outline = null, int indent = 0, bool centred = false, bool isDefault = false)
    {
        var paragraph = new StyleParagraphProperties
        {
            KeepNext = keepNext ? new() : null,
            SpacingBetweenLines = new() { Before = $"{before}", After = $"{after}" },
            Indentation = indent > 0 ? new() { Left = $"{indent}" } : null,
            Justification = centred ? new() { Val = JustificationValues.Center } : null,
            OutlineLevel = outline is { } level ? new() { Val = level } : null,
        };
        var run = new StyleRunProperties
        {
            Bold = bold ? new() : null,
            Italic = italic ? new() : null,
            Color = colour is null ? null : new() { Val = colour },
            FontSize = new() { Val = $"{halfPoints}" },
        };
        return new()
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            Default = isDefault ? true : null,
            StyleName = new() { Val = name },
            BasedOn = isDefault ? null : new() { Val = "Normal" },
            PrimaryStyle = new(),
            StyleParagraphProperties = paragraph,
            StyleRunProperties = run,
        };
    }
}
