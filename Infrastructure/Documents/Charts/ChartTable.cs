using CrisisKits.Infrastructure.Documents.Blocks;

namespace CrisisKits.Infrastructure.Documents.Charts;

/// <summary>The same values as a table, to stand beside the chart on paper and on the web.</summary>
/// <param name="Header">One title per column.</param>
/// <param name="Rows">One row per item: its label, then its values as printed.</param>
public sealed record ChartTable(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    public static ChartTable Of(Chart chart)
    {
        var (names, compared) = (chart.Names, chart.Names.Earlier is not null);
        return new(
            compared ? [names.Item, names.Value, names.Earlier!] : [names.Item, names.Value],
            [.. chart.Items.Select(item => compared ? new[] { item.Label, item.Value.Text, item.Earlier.Text } : [item.Label, item.Value.Text])]);
    }

    /// <summary>As a block of a document.</summary>
    public Table ToBlock() => new()
    {
        Header = Phrase.Header([.. Header]),
        Rows = [.. Rows.Select(row => (IReadOnlyList<Cell>)[Phrase.RowHeader(row[0]), .. row.Skip(1).Select(Phrase.Cell)])],
    };
}
