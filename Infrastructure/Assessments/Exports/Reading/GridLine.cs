using System.Globalization;
using System.Text.RegularExpressions;
using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Grids;
using CrisisKits.Infrastructure.Content;
using CrisisKits.Infrastructure.Documents.Spreadsheets;
using CrisisKits.Infrastructure.Documents.Spreadsheets.Reading;

namespace CrisisKits.Infrastructure.Assessments.Exports.Reading;

/// <summary>One line of a filled workbook, as somebody left it.</summary>
/// <param name="row">Its cells.</param>
/// <param name="columns">Where each title stands.</param>
internal sealed partial class GridLine(ReadRow row, IReadOnlyDictionary<string, int> columns)
{
    public const string Id = "Identifiant";
    public const string Version = "Version";
    public static readonly string[] Required = [Id, GridColumns.Answer, GridColumns.Reason, GridColumns.Comment, GridColumns.Evidence];
    public static readonly string[] Titles = [GridColumns.Answer, GridColumns.Reason, GridColumns.Comment, GridColumns.Evidence, GridColumns.ToConfirm];

    private static readonly string[] Unknown = ["jenesaispas", "nesaispas", "nesaitpas", "onnesaitpas", "jnsp", "nsp"];
    private static readonly string[] Excluded = ["sansobjet", "so", "na", "nonapplicable"];

    public int Row => row.Number;

    public string QuestionId => Words(Id) ?? string.Empty;

    public bool IsFilled => Array.Exists(Titles, title => Words(title) is not null);

    /// <summary>The answer the line gives, when nothing is wrong with it.</summary>
    public (WorkbookAnswer? Answer, IReadOnlyList<WorkbookFault> Faults) Read(Grid grid)
    {
        var question = grid.Questions.FirstOrDefault(each => each.Id == QuestionId);
        if (question is null)
            return (null, [Fault(Id, "unknown-question", QuestionId.Length == 0
                ? "Cette ligne n'a pas d'identifiant de question : recopiez-la dans le classeur de la grille, en face de sa question."
                : $"La grille {grid.Version} n'a pas de question de cet identifiant : recopiez la ligne dans le classeur de la grille, en face de sa question.")]);

        var faults = Titles.Select(Unreadable).OfType<WorkbookFault>().ToList();
        var answer = Answer(question);
        if (answer is null && Unreadable(GridColumns.Answer) is null)
            faults.Add(Words(GridColumns.Answer) is null
                ? Fault(GridColumns.Answer, "missing-answer", "Un texte est écrit sur cette ligne, mais la réponse manque : donnez-la, ou videz la ligne.")
                : Fault(GridColumns.Answer, "unreadable-answer", $"Ce n'est pas une réponse : tapez {Choices(question)}."));
        if (answer is not null and not NotApplicable && Words(GridColumns.Reason) is not null)
            faults.Add(Fault(GridColumns.Reason, "reason-without-not-applicable",
                "Le motif ne se garde qu'avec « sans objet » : portez ce texte dans le commentaire, ou changez la réponse."));
        if (answer is null || faults.Count > 0)
            return (null, faults);

        var given = new GivenAnswer(answer, Words(GridColumns.Comment), Words(GridColumns.Evidence)).Tidied();
        return (AnswerSheet.Refuse(grid, given.Answer) ?? given.RefuseTexts()) is { } refusal
            ? (null, [refusal.Code == "not-applicable-refused"
                ? Fault(GridColumns.Answer, refusal.Code, $"La question {grid.NumberOf(question.Id)} concerne tous les établissements : tapez {Choices(question)}.")
                : Refused(refusal)])
            : (new(Row, Place(GridColumns.Answer), new(given, VersionSeen(), Words(GridColumns.ToConfirm) is not null)), []);
    }

    public WorkbookFault Fault(string title, string code, string message) =>
        new(Row, Place(title), title, code, Shown(Cell(title)?.Text ?? string.Empty), FrenchTypography.Apply(message));

    private string Place(string title) =>
        columns.TryGetValue(title, out var column) ? string.Create(CultureInfo.InvariantCulture, $"{SheetPart.Letters(column)}{Row}") : string.Empty;

    /// <summary>Null where the workbook does not say, or says it with something else than a whole number.</summary>
    private int? VersionSeen() => int.TryParse(Words(Version), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    private Answer? Answer(Question question)
    {
        var written = Cell(GridColumns.Answer)?.Text ?? string.Empty;
        if (Whole().Match(written) is { Success: true } whole)
            return new Chosen(question.Id, whole.Groups["option"].ValueSpan[0] - '0');
        var folded = GridColumns.Folded(written);
        return Unknown.Contains(folded, StringComparer.Ordinal) ? new DontKnow(question.Id)
            : Excluded.Contains(folded, StringComparer.Ordinal) ? new NotApplicable(question.Id, Words(GridColumns.Reason) ?? string.Empty)
            : null;
    }

    private static string Choices(Question question) =>
        question.AllowsNotApplicable ? "0, 1, 2, 3, « je ne sais pas » ou « sans objet »" : "0, 1, 2, 3 ou « je ne sais pas »";

    /// <summary>A cell whose figure would lie about what people see in it.</summary>
    private WorkbookFault? Unreadable(string title) => Cell(title)?.Kind switch
    {
        CellKind.Formula => Fault(title, "formula", "Cette case contient une formule, qui n'est pas reprise : tapez le texte lui-même."),
        CellKind.Error => Fault(title, "cell-error", "Cette case contient une erreur du tableur : effacez-la et retapez le texte."),
        CellKind.Date => Fault(title, "date", "Le tableur a fait de cette saisie une date : retapez-la précédée d'une apostrophe, ou en toutes lettres."),
        CellKind.Boolean => Fault(title, "boolean", "Le tableur a fait de cette saisie un VRAI ou FAUX : retapez-la précédée d'une apostrophe."),
        _ => null,
    };

    private WorkbookFault Refused(Refusal refusal) => Fault(
        refusal.Field switch
        {
            "comment" => GridColumns.Comment,
            "evidence" => GridColumns.Evidence,
            "notApplicable" => GridColumns.Reason,
            _ => GridColumns.Answer,
        },
        refusal.Code,
        refusal.Message);

    private ReadCell? Cell(string title) => columns.TryGetValue(title, out var column) ? row.Cells.GetValueOrDefault(column) : null;

    /// <summary>Null for a cell with nothing to read in it.</summary>
    private string? Words(string title) => Cell(title)?.Text is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private static string Shown(string text)
    {
        const int most = 60;
        if (text.Length <= most)
            return text;
        var end = char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        return string.Concat(text.AsSpan(0, end), "…");
    }

    /// <summary>« 2 », « 2,0 », « 2.0 »: spreadsheets and people write both.</summary>
    [GeneratedRegex(@"^\s*(?<option>[0-3])(?:[.,]0+)?\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Whole();
}
