using CrisisKits.Infrastructure.Documents.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CrisisKits.Infrastructure.Documents.Spreadsheets;

/// <summary>Writes sheets as an Excel file (XLSX). Words are stored as words: no cell can hold a formula. Same workbook, same bytes.</summary>
public static class WriteWorkbook
{
    public static byte[] Run(Workbook workbook)
    {
        var sheets = workbook.Sheets.Select((sheet, i) =>
            new OfficePart($"xl/worksheets/sheet{i + 1}.xml", "spreadsheetml.worksheet", "worksheet", SheetPart.Of(sheet, workbook, first: i == 0)));
        return WriteOfficeFile.Run(
            workbook.Title,
            workbook.Subject,
            workbook.Date,
            new("xl/workbook.xml", "spreadsheetml.sheet.main", "officeDocument", Main(workbook)),
            [.. sheets, new("xl/styles.xml", "spreadsheetml.styles", "styles", SheetStyles.Sheet())]);
    }

    private static DocumentFormat.OpenXml.Spreadsheet.Workbook Main(Workbook workbook) => new(
        new BookViews(new WorkbookView()),
        new Sheets(workbook.Sheets.Select((sheet, i) => new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = sheet.Name, SheetId = (uint)i + 1, Id = $"rId{i + 1}" })),
        new DefinedNames(workbook.Sheets.SelectMany((sheet, i) => Printing(sheet, (uint)i))));

    // whole columns: a row added by hand is printed with the others
    private static IEnumerable<DefinedName> Printing(Sheet sheet, uint index)
    {
        if (sheet.PrintedColumns > 0)
            yield return new($"'{sheet.Name}'!$A:${SheetPart.Letters(sheet.PrintedColumns)}") { Name = "_xlnm.Print_Area", LocalSheetId = index };
        yield return new($"'{sheet.Name}'!$1:$1") { Name = "_xlnm.Print_Titles", LocalSheetId = index };
    }
}
