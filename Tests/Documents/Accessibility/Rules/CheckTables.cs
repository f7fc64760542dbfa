using CrisisKits.Tests.Documents.Accessibility.Reading;
using UglyToad.PdfPig.Tokens;

namespace CrisisKits.Tests.Documents.Accessibility.Rules;

/// <summary>Every row of a table has as many columns once spans are counted; headers exist, say something and name their scope (PDF/UA-1, 7.5).</summary>
internal static class CheckTables
{
    public static IEnumerable<string> Find(PdfReading pdf)
    {
        foreach (var table in pdf.Structure.All.Where(element => element.Role == "Table"))
        {
            var rows = table.Children.SelectMany(child => child.Role == "TR" ? [child] : child.Children.Where(row => row.Role == "TR"))
                .Select(row => row.Children.ToList()).ToList();
            var widths = Widths(pdf, rows).Distinct().ToList();
            if (widths.Count != 1 || widths[0] <= 0)
                yield return $"{table}: its rows have {string.Join(" or ", widths)} columns (7.5; 0: overlap)";
            var headers = rows.SelectMany(row => row).Where(cell => cell.Role == "TH").ToList();
            if (headers.Count == 0)
                yield return $"{table}: no header (7.5)";
            foreach (var header in headers)
            {
                if (header.Attribute(pdf, "Table", "Scope") is not NameToken { Data: "Row" or "Column" or "Both" })
                    yield return $"{header}: no Scope (7.5)";
                if (header.Kids.Count == 0)
                    yield return $"{header}: a header that says nothing";
            }
        }
    }

    /// <summary>The columns of each row; 0 for a row where a cell would stand on another, or hang below the table.</summary>
    private static List<int> Widths(PdfReading pdf, List<List<Element>> rows)
    {
        var taken = new HashSet<(int Row, int Column)>();
        var faulty = new HashSet<int>();
        for (var row = 0; row < rows.Count; row++)
        {
            var column = 0;
            foreach (var cell in rows[row])
            {
                while (taken.Contains((row, column)))
                    column++;
                var (down, right) = (Span(pdf, cell, "RowSpan"), Span(pdf, cell, "ColSpan"));
                for (var r = row; r < row + down; r++)
                    for (var c = column; c < column + right; c++)
                        if (!taken.Add((r, c)) || r >= rows.Count)
                            faulty.Add(row);
                column += right;
            }
        }

        return [.. rows.Select((_, row) => faulty.Contains(row) ? 0 : taken.Where(place => place.Row == row).Select(place => place.Column + 1).DefaultIfEmpty(0).Max())];
    }

    private static int Span(PdfReading pdf, Element cell, string key) => (cell.Attribute(pdf, "Table", key) as NumericToken)?.Int ?? 1;
}
