using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CrisisKits.Tests.Support;

/// <summary>The workbook of the grid, with answers typed into it as people do.</summary>
internal static class FilledWorkbook
{
    /// <param name="xlsx">Blank, or filled so far.</param>
    /// <param name="answers">What is typed in the column « Réponse », from the first question on.</param>
    public static byte[] Of(byte[] xlsx, params IReadOnlyList<string> answers)
    {
        using var stream = new MemoryStream();
        stream.Write(xlsx);
        using (var file = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            var rows = file.WorkbookPart!.WorksheetParts.Select(part => part.Worksheet!.Descendants<Row>().ToList())
                .Single(rows => rows[0].Elements<Cell>().Any(cell => cell.InnerText == "Réponse"));
            var column = Column(rows[0].Elements<Cell>().Single(cell => cell.InnerText == "Réponse"));
            foreach (var (answer, index) in answers.Select((answer, index) => (answer, index)))
            {
                var cell = rows[index + 1].Elements<Cell>().Single(cell => Column(cell) == column);
                cell.DataType = CellValues.InlineString;
                cell.RemoveAllChildren();
                cell.AppendChild(new InlineString(new Text(answer)));
            }
        }

        return stream.ToArray();
    }

    private static string Column(Cell cell) => cell.CellReference!.Value!.TrimEnd([.. Enumerable.Range(0, 10).Select(digit => digit.ToString(CultureInfo.InvariantCulture)[0])]);
}
