using System.Text;

namespace CrisisKits.Infrastructure.Documents.Spreadsheets;

/// <summary>
/// Writes a sheet as CSV (RFC 4180): UTF-8 with its mark and semicolons, the form a French Excel opens rightly by a double click. Every field is
/// quoted; an apostrophe stands before what a program could take for a formula.
/// </summary>
public static class WriteCsv
{
    public static byte[] Run(Sheet sheet)
    {
        var text = new StringBuilder("\uFEFF");
        Append(text, sheet.Columns.Select(column => (SheetValue)column.Title));
        foreach (var row in sheet.Rows)
            Append(text, row.Values);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Append(StringBuilder text, IEnumerable<SheetValue> values) =>
        text.AppendJoin(';', values.Select(Field)).Append("\r\n");

    private static string Field(SheetValue value) =>
        $"\"{(value.LooksLikeFormula ? "'" : string.Empty)}{value.Text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
