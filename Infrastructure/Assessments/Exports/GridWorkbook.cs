using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Establishments;
using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Content;
using CrisisKits.Infrastructure.Documents.Spreadsheets;

namespace CrisisKits.Infrastructure.Assessments.Exports;

/// <summary>The grid as a workbook to fill in, during a meeting for instance; <see cref="Reading.ReadGridWorkbook"/> reads it back.</summary>
public static class GridWorkbook
{
    private const int Frozen = 4;

    /// <summary>The columns of the blank workbook.</summary>
    private const int Printed = 12;
    private const string StillToConfirm = "à confirmer";

    /// <summary>The same for everyone.</summary>
    public static Workbook Blank(Grid grid, KitVariant variant) => new()
    {
        Title = Title(grid, variant),
        Subject = "Grille vierge à remplir · TLP:CLEAR",
        Date = ContentVersions.Date(grid.Version),
        Header = new(Title(grid, variant), "grille à remplir · TLP:CLEAR vierge, TLP:AMBER+STRICT remplie", Exercise: false, Collected: false),
        Sheets = [Notes(grid, null, toConfirm: false), Answers(grid, variant, null)],
    };

    /// <summary>With the answers given so far; those carried over say that they are to be confirmed.</summary>
    /// <param name="grid">That of the assessment.</param>
    /// <param name="establishment">Whose assessment it is.</param>
    /// <param name="sheet">Its answers.</param>
    public static Workbook Filled(Grid grid, Establishment establishment, KeptSheet sheet)
    {
        var marking = ExportWords.Marking(sheet.Assessment);
        return new()
        {
            Title = Title(grid, sheet.Assessment.Variant),
            Subject = $"{ExportWords.Named(establishment)} · {marking}",
            Date = ExportWords.LastChange(sheet),
            Header = new(ExportWords.Named(establishment), marking, Exercise: false, Collected: false),
            Sheets =
            [
                Notes(grid, $"{ExportWords.Named(establishment)}. {marking}.", sheet.Answers.Any(kept => kept.ToConfirm)),
                Answers(grid, sheet.Assessment.Variant, sheet),
            ],
        };
    }

    private static string Title(Grid grid, KitVariant variant) =>
        variant == KitVariant.Esms ? $"{grid.Title} {grid.Version} · ESMS et EHPAD" : $"{grid.Title} {grid.Version}";

    private static Sheet Notes(Grid grid, string? owner, bool toConfirm)
    {
        List<(string About, string Note)> notes = [];
        if (owner is not null)
            notes.Add(("Établissement", owner));
        notes.AddRange(
        [
            ("Cette grille", $"{grid.Introduction.ReplaceLineEndings(" ").Trim()} {grid.Disclaimer}"),
            ("Durée", $"{grid.Duration}."),
            ("En réunion", "Projetez la feuille « Réponses ». Lisez la question à voix haute, puis les quatre descripteurs, du plus bas au plus haut : arrêtez-vous au dernier dont vous pouvez montrer la preuve. Cinq minutes sans accord : « je ne sais pas », et l'on vérifiera."),
            ("Cases à remplir", "Les cases jaunes, et elles seules : les autres sont verrouillées, sans mot de passe, contre les fausses manœuvres. Une ligne par question. Laissez vide ce qui n'a pas été vu."),
            ("Réponse", "0, 1, 2 ou 3 : le numéro du descripteur retenu. Ou « je ne sais pas ». Ou « sans objet », là où la liste le propose : dites alors pourquoi dans la colonne du motif."),
            ("Commentaire et preuve", "Du texte, pas de formule. Pour la preuve, l'endroit où la trouver (document, date, service), non le document."),
            ("Aucune donnée de patient", "N'écrivez ni nom, ni numéro, ni histoire de patient ou de résident, où que ce soit."),
            ("Une fois remplie", "Cette grille dit vos points faibles : TLP:AMBER+STRICT, elle reste dans l'établissement."),
            ("La renvoyer", "Enregistrez au format Excel (.xlsx) et déposez le fichier dans CrisisKits : rien n'est repris avant que vous ayez lu la liste des lignes acceptées et refusées."),
        ]);
        if (owner is not null)
            notes.Add(("Dernière colonne", "La version de chaque réponse au moment de l'export : n'y touchez pas. Si un collègue change une réponse à l'écran pendant que ce fichier circule, l'import le dit au lieu de l'écraser."));
        if (toConfirm)
            notes.Add(("À confirmer", "Ces réponses viennent de l'autoévaluation précédente. Relisez-les, corrigez-les s'il le faut, puis videz la case « À confirmer » : tant qu'elle est remplie, la réponse reste à confirmer."));
        return NoteSheet.Of([.. notes]);
    }

    /// <param name="grid">The questions.</param>
    /// <param name="variant">Their wording.</param>
    /// <param name="sheet">The answers given so far; null for a blank workbook.</param>
    private static Sheet Answers(Grid grid, KitVariant variant, KeptSheet? sheet)
    {
        var kept = (sheet?.Answers ?? []).ToDictionary(answer => answer.QuestionId, StringComparer.Ordinal);
        var last = LastColumns(sheet);
        var questions = ExportWords.Numbered(grid).ToList();
        return new()
        {
            Name = GridColumns.Sheet,
            Paper = PageFormat.A3Landscape,
            FrozenColumns = Frozen,
            Protected = true,
            Columns =
            [
                new("Thème", 15), new("N°", 5), new(GridColumns.Id(grid, variant, sheet?.Assessment), 9) { Tone = CellTone.Muted }, new("Question", 32),
                .. Enumerable.Range(0, Mark.MostPoints + 1).Select(option => new SheetColumn($"Descripteur {option}", 24)),
                new(GridColumns.Answer, 10, ColumnKind.Number) { Tone = CellTone.Open, ChoicesByRow = [.. questions.Select(each => Choices(each.Question))] },
                new(GridColumns.Reason, 20) { Tone = CellTone.Open },
                new(GridColumns.Comment, 34) { Tone = CellTone.Open },
                new(GridColumns.Evidence, 28) { Tone = CellTone.Open },
                .. last.Select(each => each.Column),
            ],
            PrintedColumns = sheet is null ? 0 : Printed + last.Count - 1,
            Rows =
            [
                .. questions.Select(each => (each, Kept: kept.GetValueOrDefault(each.Question.Id))).Select(line =>
                    Row(line.each.Number, line.each.Theme, line.each.Question, variant, line.Kept?.Given, last.Select(column => column.Value(line.Kept)))),
            ],
        };
    }

    /// <summary>What the blank workbook has not: what is to be confirmed, if anything is, and the version each answer is filled over.</summary>
    private static List<(SheetColumn Column, Func<KeptAnswer?, SheetValue> Value)> LastColumns(KeptSheet? sheet)
    {
        var columns = new List<(SheetColumn, Func<KeptAnswer?, SheetValue>)>();
        if (sheet?.Answers.Any(answer => answer.ToConfirm) == true)
            columns.Add((
                new(GridColumns.ToConfirm, 11) { Tone = CellTone.Open, Choices = [StillToConfirm] },
                kept => kept is { ToConfirm: true, Given: not null } ? StillToConfirm : default(SheetValue)));
        if (sheet is not null)
            columns.Add((new(GridColumns.Version(sheet.Assessment), 9, ColumnKind.Number) { Tone = CellTone.Muted }, kept => kept?.Version ?? 0));
        return columns;
    }

    private static IReadOnlyList<string> Choices(Question question) =>
    [
        .. question.Options.Select(option => ExportWords.Short(new Chosen(question.Id, option.Value))), ExportWords.DontKnow,
        .. question.AllowsNotApplicable ? [ExportWords.NotApplicable] : (IEnumerable<string>)[],
    ];

    private static SheetRow Row(string number, Theme theme, Question question, KitVariant variant, GivenAnswer? given, IEnumerable<SheetValue> last)
    {
        var wording = ExportWords.Wording(question, variant);
        return new(
        [
            theme.Title, number, question.Id, wording.Text,
            .. wording.Options.Select(option => (SheetValue)option.Label),
            given?.Answer is Chosen chosen ? chosen.Option : ExportWords.Short(given?.Answer),
            (given?.Answer as NotApplicable)?.Reason, given?.Comment, given?.Evidence, .. last,
        ]);
    }
}
