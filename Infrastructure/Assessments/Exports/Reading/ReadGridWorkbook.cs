using System.Globalization;
using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Content;
using CrisisKits.Infrastructure.Documents.Spreadsheets.Reading;

namespace CrisisKits.Infrastructure.Assessments.Exports.Reading;

/// <summary>
/// Reads back a workbook made by <see cref="GridWorkbook"/> and filled in by people, in whatever program. Decides nothing of versions and saves
/// nothing. Same bytes, same reading.
/// </summary>
public static class ReadGridWorkbook
{
    /// <summary>Ours has fourteen; people add some.</summary>
    private const int MostColumns = 60;
    private const int MostFaults = 200;
    private const int MostRowsNamed = 5;

    /// <param name="file">As sent, anything.</param>
    /// <param name="assessment">The draft to fill.</param>
    /// <param name="grid">Its own.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>
    /// Refused as a whole (<c>file-…</c>, <c>missing-sheet</c>, <c>missing-column</c>, <c>other-grid</c>, <c>other-establishment</c>,
    /// <c>other-variant</c>) or read line by line.
    /// </returns>
    public static Outcome<GridWorkbookReading> Run(byte[] file, Assessment assessment, Grid grid, CancellationToken cancellationToken = default)
    {
        var reading = ReadWorkbook.Run(file, GridColumns.Sheet, name => GridColumns.Folded(name) == GridColumns.Folded(GridColumns.Sheet), cancellationToken);
        if (!reading.Accepted)
            return new(null, reading.Refusals);
        var rows = reading.Value.Rows;
        if (rows.Count == 0)
            return Refuse("missing-column", "La feuille « Réponses » est vide : reprenez le classeur de la grille.");
        var columns = Columns(rows[0], assessment.Id);
        return (columns.Refusal ?? RefuseOrigin(columns.Origin!, assessment)) is { } refusal
            ? refusal
            : Lines([.. rows.Skip(1).Select(row => new GridLine(row, columns.At))], grid, cancellationToken);
    }

    private static Refusal? RefuseOrigin(GridOrigin origin, Assessment assessment) => origin switch
    {
        _ when origin.GridVersion != assessment.GridVersion => Refuse("other-grid",
            $"Ce classeur est celui de la grille {origin.GridVersion}, et l'autoévaluation est sur la grille {assessment.GridVersion} : téléchargez son classeur et recopiez-y vos réponses."),
        { Finess: { } finess } when !finess.Equals(assessment.Finess.Value, StringComparison.OrdinalIgnoreCase) => Refuse("other-establishment",
            $"Ce classeur est celui de l'établissement FINESS {finess}, et l'autoévaluation celle de {assessment.Finess.Value} : choisissez l'autre fichier, ou l'autre établissement."),
        { Variant: { } variant } when variant != assessment.Variant => Refuse("other-variant", variant == KitVariant.Esms
            ? "Ce classeur est dans la rédaction ESMS, et l'établissement lit celle des hôpitaux : les mêmes chiffres n'y disent pas la même chose. Téléchargez la grille de l'autoévaluation."
            : "Ce classeur est dans la rédaction des hôpitaux, et l'établissement lit celle des ESMS : les mêmes chiffres n'y disent pas la même chose. Téléchargez la grille de l'autoévaluation."),
        _ => null,
    };

    private static GridWorkbookReading Lines(IReadOnlyList<GridLine> lines, Grid grid, CancellationToken cancellationToken)
    {
        var filled = lines.Where(line => line.IsFilled).ToList();
        var repeated = filled.Where(line => line.QuestionId.Length > 0).GroupBy(line => line.QuestionId, StringComparer.Ordinal)
            .Where(same => same.Count() > 1).ToDictionary(same => same.Key, same => same.Select(line => line.Row).ToList(), StringComparer.Ordinal);
        var answers = new List<WorkbookAnswer>();
        var faults = new List<WorkbookFault>();
        foreach (var line in filled)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (answer, wrong) = line.Read(grid);
            if (repeated.TryGetValue(line.QuestionId, out var rows))
            {
                answer = null;
                if (rows[0] == line.Row)
                    faults.Add(Repeated(line, rows, grid));
            }

            faults.AddRange(wrong);
            if (answer is not null)
                answers.Add(answer);
        }

        return new(answers, Bounded(faults), lines.Count(line => !line.IsFilled && line.QuestionId.Length > 0));
    }

    private static WorkbookFault Repeated(GridLine line, List<int> rows, Grid grid)
    {
        var question = grid.Questions.Any(each => each.Id == line.QuestionId) ? $"La question {grid.NumberOf(line.QuestionId)}" : "Cette question";
        var told = rows.Take(MostRowsNamed).Select(row => row.ToString(CultureInfo.InvariantCulture)).ToList();
        if (rows.Count > MostRowsNamed)
            told.Add(ExportWords.Counted(rows.Count - MostRowsNamed, "autre", "autres"));
        return line.Fault(GridLine.Id, "repeated-question",
            $"{question} a une réponse aux lignes {string.Join(", ", told.SkipLast(1))} et {told[^1]} : n'en gardez qu'une, videz les autres.");
    }

    private static List<WorkbookFault> Bounded(List<WorkbookFault> faults) => faults.Count <= MostFaults ? faults :
    [
        .. faults.Take(MostFaults),
        faults[MostFaults] with { Code = "more-faults", Found = string.Empty, Message = FrenchTypography.Apply($"Et {faults.Count - MostFaults} autres erreurs à partir d'ici : corrigez d'abord celles qui précèdent.") },
    ];

    private static (Dictionary<string, int> At, GridOrigin? Origin, Refusal? Refusal) Columns(ReadRow header, string assessmentId)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        GridOrigin? origin = null;
        foreach (var (column, cell) in header.Cells.Where(cell => cell.Key <= MostColumns))
        {
            var said = GridColumns.OriginIn(cell.Text);
            var title = said is not null ? GridLine.Id
                : GridColumns.VersionsOf(cell.Text) == assessmentId ? GridLine.Version
                : Array.Find(GridLine.Titles, each => GridColumns.Folded(each) == GridColumns.Folded(cell.Text));
            if (title is null)
                continue;
            if (!found.TryAdd(title, column))
                return (found, null, Refuse("repeated-column", $"La feuille « Réponses » a deux colonnes « {title} » : gardez celle qui est remplie et renommez l'autre."));
            origin = said ?? origin;
        }

        return GridLine.Required.FirstOrDefault(title => !found.ContainsKey(title)) is { } missing
            ? (found, null, Refuse("missing-column", $"La feuille « Réponses » n'a pas de colonne « {missing} » : reprenez le classeur de la grille sans renommer ni ôter ses colonnes."))
            : (found, origin, null);
    }

    private static Refusal Refuse(string code, string message) => new(code, null, null, FrenchTypography.Apply(message));
}
