using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Grids;
using CrisisKits.Infrastructure.Content;
using CrisisKits.Infrastructure.Documents.Spreadsheets.Reading;

namespace CrisisKits.Infrastructure.Assessments.Exports.Reading;

/// <summary>
/// Reads back a workbook made by <see cref="GridWorkbook"/> and filled in by people, in whatever program. Decides nothing of versions and saves
/// nothing: a dry run is this reading, shown. Same bytes, same reading.
/// </summary>
public static class ReadGridWorkbook
{
    /// <param name="file">As sent, anything.</param>
    /// <param name="grid">That of the draft to fill.</param>
    /// <returns>Refused as a whole (<c>file-…</c>, <c>missing-sheet</c>, <c>missing-column</c>, <c>other-grid</c>) or read line by line.</returns>
    public static Outcome<GridWorkbookReading> Run(byte[] file, Grid grid)
    {
        var reading = ReadWorkbook.Run(file, GridColumns.Sheet, name => GridColumns.Folded(name) == GridColumns.Folded(GridColumns.Sheet));
        if (!reading.Accepted)
            return new(null, reading.Refusals);
        var rows = reading.Value.Rows;
        if (rows.Count == 0)
            return Refuse("missing-column", "La feuille « Réponses » est vide : reprenez le classeur de la grille.");
        var columns = Columns(rows[0]);
        if (columns.Refusal is { } missing)
            return missing;
        if (columns.Version != grid.Version)
            return Refuse("other-grid",
                $"Ce classeur est celui de la grille {columns.Version}, et l'autoévaluation est sur la grille {grid.Version} : téléchargez son classeur et recopiez-y vos réponses.");
        return Lines([.. rows.Skip(1).Select(row => new GridLine(row, columns.At))], grid);
    }

    private static GridWorkbookReading Lines(IReadOnlyList<GridLine> lines, Grid grid)
    {
        var filled = lines.Where(line => line.IsFilled).ToList();
        var repeated = filled.Where(line => line.QuestionId.Length > 0).GroupBy(line => line.QuestionId, StringComparer.Ordinal)
            .Where(same => same.Count() > 1).ToDictionary(same => same.Key, same => same.Select(line => line.Row).ToList(), StringComparer.Ordinal);
        var answers = new List<WorkbookAnswer>();
        var faults = new List<WorkbookFault>();
        foreach (var line in filled)
        {
            var (given, wrong) = line.Read(grid);
            if (repeated.TryGetValue(line.QuestionId, out var rows))
                wrong = [line.Fault(GridLine.Id, "repeated-question",
                    $"Cette question a une réponse aux lignes {string.Join(", ", rows)} : n'en gardez qu'une, videz les autres."), .. wrong];
            faults.AddRange(wrong);
            if (wrong.Count == 0 && given is not null)
                answers.Add(new(line.Row, given));
        }

        return new(answers, faults, lines.Count(line => !line.IsFilled && line.QuestionId.Length > 0));
    }

    private static (Dictionary<string, int> At, string? Version, Refusal? Refusal) Columns(ReadRow header)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        string? version = null;
        foreach (var (column, cell) in header.Cells)
        {
            var title = GridColumns.VersionIn(cell.Text) is { } said ? GridLine.Id : Array.Find(GridLine.Titles, each => GridColumns.Folded(each) == GridColumns.Folded(cell.Text));
            if (title is null)
                continue;
            if (!found.TryAdd(title, column))
                return (found, null, Refuse("repeated-column", $"La feuille « Réponses » a deux colonnes « {title} » : gardez celle qui est remplie et renommez l'autre."));
            version = GridColumns.VersionIn(cell.Text) ?? version;
        }

        return GridLine.Required.FirstOrDefault(title => !found.ContainsKey(title)) is { } missing
            ? (found, null, Refuse("missing-column", $"La feuille « Réponses » n'a pas de colonne « {missing} » : reprenez le classeur de la grille sans renommer ni ôter ses colonnes."))
            : (found, version, null);
    }

    private static Refusal Refuse(string code, string message) => new(code, null, null, FrenchTypography.Apply(message));
}
