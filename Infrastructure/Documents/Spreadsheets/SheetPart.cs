using System.Globalization;
using System.Text.RegularExpressions;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents.Packaging;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CrisisKits.Infrastructure.Documents.Spreadsheets;

/// <summary>One sheet as the XML of a worksheet.</summary>
internal static partial class SheetPart
{
    private const int LastRow = 1_048_576;
    private const double LineHeight = 12.75;
    private const double HighestRow = 409;

    // columns are measured in digits; letters are narrower
    private const double LettersPerDigit = 1.2;

    public static Worksheet Of(Sheet sheet, Workbook workbook, bool first)
    {
        var worksheet = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(View(sheet, first)),
            new SheetFormatProperties { DefaultRowHeight = LineHeight },
            new Columns(sheet.Columns.Select(Column)),
            new SheetData(
            [
                // one line more: titles are bold, and the filter's button takes some room
                Row(1, 1 + Lines(sheet, [.. sheet.Columns.Select(column => (SheetValue)column.Title)]), sheet.Columns.Select(column => Cell(column.Title, SheetStyles.Header))),
                .. sheet.Rows.Select((row, i) => Row(i + 2, Lines(sheet, row.Values), Cells(sheet, row))),
            ]));
        if (sheet.Protected)
            worksheet.AppendChild(new SheetProtection { Sheet = true, AutoFilter = false, FormatColumns = false, FormatRows = false });
        worksheet.AppendChild(new AutoFilter { Reference = $"A1:{Letters(sheet.Columns.Count)}{sheet.Rows.Count + 1}" });
        var validations = sheet.Columns.SelectMany(Choices).ToList();
        if (validations.Count > 0)
            worksheet.AppendChild(new DataValidations(validations) { Count = (uint)validations.Count });
        worksheet.Append(
            new PageMargins { Left = 0.35, Right = 0.35, Top = 0.7, Bottom = 0.6, Header = 0.3, Footer = 0.3 },
            new PageSetup
            {
                PaperSize = sheet.Paper == PageFormat.A3Landscape ? 8u : 9u,
                Orientation = sheet.Paper == PageFormat.A4 ? OrientationValues.Portrait : OrientationValues.Landscape,
                FitToWidth = 1,
                FitToHeight = 0,
            },
            Furniture(workbook));
        return worksheet;
    }

    /// <summary>Columns are A, B… Z, AA…</summary>
    public static string Letters(int column) =>
        (column > 26 ? Letters((column - 1) / 26) : string.Empty) + (char)('A' + ((column - 1) % 26));

    private static SheetView View(Sheet sheet, bool first) => new(
        new Pane
        {
            HorizontalSplit = sheet.FrozenColumns > 0 ? sheet.FrozenColumns : null,
            VerticalSplit = 1,
            TopLeftCell = $"{Letters(sheet.FrozenColumns + 1)}2",
            ActivePane = sheet.FrozenColumns > 0 ? PaneValues.BottomRight : PaneValues.BottomLeft,
            State = PaneStateValues.Frozen,
        })
    { WorkbookViewId = 0, TabSelected = first };

    private static Column Column(SheetColumn column, int index) => new()
    {
        Min = (uint)index + 1,
        Max = (uint)index + 1,
        Width = column.Width,
        CustomWidth = true,

        // rows added by hand look and count like the others; none are added where cells are locked
        Style = SheetStyles.Body(column.Kind, quoted: false, CellTone.Plain),
    };

    private static Row Row(int number, int lines, IEnumerable<Cell> cells)
    {
        // not « custom »: a program that knows the height of its letters may set another once a cell is edited
        var row = new Row { RowIndex = (uint)number, Height = Math.Min(HighestRow, lines * LineHeight + 2) };
        var column = 0;
        foreach (var cell in cells)
        {
            cell.CellReference = string.Create(CultureInfo.InvariantCulture, $"{Letters(++column)}{number}");
            row.AppendChild(cell);
        }

        return row;
    }

    /// <summary>How many lines the highest cell of a row takes, near enough: LibreOffice does not measure wrapped text when it opens a file.</summary>
    private static int Lines(Sheet sheet, IReadOnlyList<SheetValue> values) => values.Zip(sheet.Columns, (value, column) =>
        value.Text.Split('\n').Sum(line => Lines(line, (int)(column.Width * LettersPerDigit)))).Max();

    private static int Lines(string text, int room)
    {
        var (lines, used) = (1, 0);
        foreach (var word in text.Split(' '))
        {
            if (used > 0 && used + word.Length > room)
                (lines, used) = (lines + 1, 0);
            lines += word.Length / (room + 1);
            used += word.Length + 1;
        }

        return lines;
    }

    private static IEnumerable<Cell> Cells(Sheet sheet, SheetRow row)
    {
        if (row.Values.Count != sheet.Columns.Count)
            throw new ArgumentException($"{sheet.Name}: {row.Values.Count} values for {sheet.Columns.Count} columns", nameof(row));
        return row.Values.Zip(sheet.Columns, (value, column) => Cell(value, SheetStyles.Body(column.Kind, value.LooksLikeFormula, row.Emphasised ? CellTone.Emphasised : column.Tone)));
    }

    private static Cell Cell(SheetValue value, uint style) => value switch
    {
        { Number: { } number } => new(new CellValue(number.ToString("R", CultureInfo.InvariantCulture))) { StyleIndex = style },
        { Text: "" } => new() { StyleIndex = style },
        _ => new(new InlineString(new Text(Escape().Replace(value.Text, "_x005F_")) { Space = SpaceProcessingModeValues.Preserve }))
        {
            StyleIndex = style,
            DataType = CellValues.InlineString,
        },
    };

    private static IEnumerable<DataValidation> Choices(SheetColumn column, int index)
    {
        var letters = Letters(index + 1);
        if (column.Choices.Count > 0)
            yield return Choice(column, column.Choices, $"{letters}2:{letters}{LastRow}");
        foreach (var same in column.ChoicesByRow.Select((choices, row) => (Choices: choices, Row: row + 2)).GroupBy(each => string.Join(',', each.Choices), StringComparer.Ordinal))
            yield return Choice(column, same.First().Choices, string.Join(' ', same.Select(each => string.Create(CultureInfo.InvariantCulture, $"{letters}{each.Row}"))));
    }

    private static DataValidation Choice(SheetColumn column, IReadOnlyList<string> choices, string cells) => new(
        new Formula1($"\"{string.Join(',', choices)}\""))
    {
        Type = DataValidationValues.List,
        AllowBlank = true,
        ShowErrorMessage = true,
        ErrorTitle = column.Title,
        Error = $"Au choix\u202F: {string.Join(", ", choices)}.",
        SequenceOfReferences = new() { InnerText = cells },
    };

    private static HeaderFooter Furniture(Workbook workbook)
    {
        const string exercise = "&C&\"Arial,Bold\"EXERCICE";
        var stamp = workbook.Header.Exercise ? exercise : string.Empty;
        return new(
            new OddHeader($"&L{Plain(workbook.Header.WholeLeft)}{stamp}&R{Plain(workbook.Header.Right)}"),
            new OddFooter($"&L{Plain(workbook.Title)}{stamp}&Rpage &P / &N"));
    }

    // an ampersand begins a command in a printed header, and Excel refuses one of more than 255 characters
    private static string Plain(string text)
    {
        const int most = 80;
        var line = OfficeText.Clean(text.Length > most ? string.Concat(text.AsSpan(0, most), "…") : text);
        return line.Replace('\n', ' ').Replace("&", "&&", StringComparison.Ordinal);
    }

    /// <summary>Excel reads <c>_x0041_</c> as the character of that code: what was written so must stay so.</summary>
    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
