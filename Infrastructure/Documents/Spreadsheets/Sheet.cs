using CrisisKits.Domain.Kits;

namespace CrisisKits.Infrastructure.Documents.Spreadsheets;

/// <summary>What a column holds, also in the rows people will add.</summary>
public enum ColumnKind
{
    Text,
    Number,
    Time,
    Date,
}

/// <summary>How the cells of a column stand out; on a protected sheet only the open ones can be written in.</summary>
public enum CellTone
{
    Plain,
    Emphasised,
    Open,
    Muted,
}

/// <param name="Width">In characters.</param>
public sealed record SheetColumn(string Title, double Width, ColumnKind Kind = ColumnKind.Text)
{
    /// <summary>The only words this column accepts, offered as a list; any when empty. Without comma.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The same, for columns that do not accept the same words in every row: one list per row.</summary>
    public IReadOnlyList<IReadOnlyList<string>> ChoicesByRow { get; init; } = [];

    public CellTone Tone { get; init; }
}

/// <summary>One value per column.</summary>
/// <param name="Emphasised">Shaded and bold: what frames the other rows.</param>
public sealed record SheetRow(IReadOnlyList<SheetValue> Values, bool Emphasised = false);

/// <summary>A table: its header row stays in sight, filters the others and comes back on each printed page.</summary>
public sealed record Sheet
{
    /// <summary>At most 31 characters, none of <c>[]:*?/\</c> or an apostrophe.</summary>
    public required string Name { get; init; }
    public required PageFormat Paper { get; init; }
    public required IReadOnlyList<SheetColumn> Columns { get; init; }
    public required IReadOnlyList<SheetRow> Rows { get; init; }

    /// <summary>The first columns, that stay in sight.</summary>
    public int FrozenColumns { get; init; }

    /// <summary>The first columns, that are printed; all when 0.</summary>
    public int PrintedColumns { get; init; }

    /// <summary>Against slips of the hand: no password. Columns can still be filtered and resized.</summary>
    public bool Protected { get; init; }
}

/// <summary>Sheets in one file, each printed under the same header.</summary>
public sealed record Workbook
{
    public required string Title { get; init; }
    public required string Subject { get; init; }

    /// <summary>Written in the metadata; never from a clock.</summary>
    public required DateTimeOffset Date { get; init; }
    public required RunningHeader Header { get; init; }
    public required IReadOnlyList<Sheet> Sheets { get; init; }
}
