namespace CrisisKits.Infrastructure.Documents.Spreadsheets.Reading;

/// <summary>What somebody else's cell holds. A date or a formula is told apart because its figure alone would lie.</summary>
public enum CellKind
{
    Text,
    Number,
    Date,
    Boolean,
    Error,
    Formula,
}

/// <param name="Text">Words as typed; a number with a French comma; empty when nothing stands here.</param>
public sealed record ReadCell(CellKind Kind, string Text)
{
    /// <summary>More than a spreadsheet lets anybody type in a cell.</summary>
    public const int MostCharacters = 32_767;
}

/// <param name="Number">As the spreadsheet shows it, from 1.</param>
/// <param name="Cells">By column, from 1; those that hold something.</param>
public sealed record ReadRow(int Number, IReadOnlyDictionary<int, ReadCell> Cells);

/// <summary>A sheet of a file somebody sent: its rows that hold something, downwards.</summary>
public sealed record ReadSheet(string Name, IReadOnlyList<ReadRow> Rows);
