using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents.Spreadsheets;

namespace CrisisKits.Infrastructure.Assessments.Exports;

/// <summary>The result as a workbook: the result, every action to follow up, its themes, every answer as typed.</summary>
public static class ResultWorkbook
{
    public static Workbook Of(ExportedResult result)
    {
        var marking = ExportWords.Marking(result.Sheet.Assessment);
        var owner = ExportWords.Named(result.Establishment);
        return new()
        {
            Title = result.Provisional ? "Résultat provisoire de l’autoévaluation" : "Résultat de l’autoévaluation",
            Subject = $"{owner} · {marking}",
            Date = ExportWords.LastChange(result.Sheet),
            Header = new(owner, result.Provisional ? $"PROVISOIRE · {marking}" : marking, Exercise: false, Collected: false),
            Sheets = [Summary(result, marking), Actions(result), Themes(result), Answers(result)],
        };
    }

    private static Sheet Summary(ExportedResult result, string marking)
    {
        var assessment = result.Sheet.Assessment;
        var first = ActionWords.Of(result)[0];
        List<(string About, string? Told)> lines =
        [
            ("Établissement", ExportWords.Named(result.Establishment)),
            ("Diffusion", marking),
            ("Grille", result.Grid.Version),
            assessment.Submitted is { } submitted
                ? ("Validée", $"le {ExportWords.Day(submitted.At)} par {result.NameOf(submitted.By)}")
                : ("Provisoire", ResultWords.Progress(result)),
            ("Kit recommandé", ResultWords.Recommended(result)),
            ("Kit choisi", result.Provisional ? null : $"{ExportWords.Capital(result.Chosen.French())} (kits {result.Kits.Version})."),
            ("Motif du choix", result.Result?.Reason),
            (first.Subject, $"{ExportWords.Capital(first.What)}\n{first.Why}"),
            ("Score d’ensemble", ResultWords.Score(result)),
            ("Fourchette", ResultWords.Range(result)),
            ("Plafonds", result.FirstGates.Count + result.LaterGates.Count == 0 ? null : ResultWords.GateMeaning),
            .. result.FirstGates.Concat(result.LaterGates).Select(gate => ($"Plafond au kit {gate.Cap.French()}", (string?)Told(gate))),
        ];
        return new()
        {
            Name = "Résultat",
            Paper = PageFormat.A4Landscape,
            Columns = [new("Rubrique", 22), new("Résultat", 108)],
            Rows = [.. lines.Where(line => line.Told is not null).Select(line => new SheetRow([line.About, line.Told]))],
        };
    }

    private static Sheet Themes(ExportedResult result)
    {
        var changes = result.Earlier?.Changes.Themes.ToDictionary(change => change.ThemeId, change => change.Change, StringComparer.Ordinal);
        return new()
        {
            Name = "Thèmes",
            Paper = PageFormat.A4Landscape,
            Columns = [new("Thème", 52), new("Poids du thème dans l’ensemble", 14, ColumnKind.Number), new("Score, en %", 12, ColumnKind.Number), .. Earlier()],
            Rows =
            [
                .. result.Grid.Themes.Select(theme => Row(theme.Title, theme.Weight, result.PercentOf(theme), result.IsApplicable(theme), changes?.GetValueOrDefault(theme.Id), emphasised: false)),
                Row("Ensemble", result.Grid.Themes.Sum(theme => theme.Weight), result.Percent, applicable: true, result.Earlier?.Changes.Overall, emphasised: true),
            ],
        };

        IEnumerable<SheetColumn> Earlier() => result.Earlier is { } earlier
            ? [new($"{ResultWords.Former(earlier)}, en %", 14, ColumnKind.Number), new("Écart", 34)]
            : [];

        SheetRow Row(string title, int weight, int? percent, bool applicable, Change? change, bool emphasised) => new(
            [
                title, weight, percent is null ? applicable ? "non répondu" : ExportWords.NotApplicable : Whole(percent),
                .. changes is null ? [] : (IEnumerable<SheetValue>)[Whole(change?.Then), change is null ? string.Empty : ResultWords.Difference(change)],
            ],
            emphasised);
    }

    private static Sheet Answers(ExportedResult result)
    {
        var answers = result.Sheet.Answers.ToDictionary(kept => kept.QuestionId, StringComparer.Ordinal);
        return new()
        {
            Name = "Réponses",
            Paper = PageFormat.A3Landscape,
            FrozenColumns = 3,
            Columns =
            [
                new("Thème", 18), new("N°", 5), new("Sujet", 22), new("Question", 34), new("Réponse", 11, ColumnKind.Number), new("Descripteur retenu", 34), new("Motif du «\u202Fsans objet\u202F»", 24),
                new("Commentaire", 44), new("Preuve", 34), .. result.Provisional ? [new("À confirmer", 11)] : (IEnumerable<SheetColumn>)[], new("Répondu par", 18), new("Le", 11, ColumnKind.Date), new("Identifiant", 26) { Tone = CellTone.Muted },
            ],
            Rows = [.. ExportWords.Numbered(result.Grid).Select(each => Row(each.Number, each.Theme, each.Question, answers.GetValueOrDefault(each.Question.Id)))],
        };

        SheetRow Row(string number, Theme theme, Question question, KeptAnswer? kept)
        {
            var wording = ExportWords.Wording(question, result.Sheet.Assessment.Variant);
            var given = kept?.Given;
            var chosen = given?.Answer as Chosen;
            return new(
            [
                theme.Title, number, question.Subject, wording.Text,
                chosen is not null ? chosen.Option : ExportWords.Short(given?.Answer), chosen is null ? string.Empty : ExportWords.Descriptor(wording, chosen.Option),
                (given?.Answer as NotApplicable)?.Reason, given?.Comment, given?.Evidence,
                .. result.Provisional ? [kept is { ToConfirm: true, Given: not null } ? "oui" : string.Empty] : (IEnumerable<SheetValue>)[],
                given is null ? string.Empty : result.NameOf(kept!.Answered.By),
                given is null ? default(SheetValue) : ExportWords.DayOf(kept!.Answered.At),
                question.Id,
            ]);
        }
    }

    private static Sheet Actions(ExportedResult result) => new()
    {
        Name = "Actions",
        Paper = PageFormat.A4Landscape,
        FrozenColumns = 3,
        Columns =
        [
            new("Rang", 6, ColumnKind.Number), new("N°", 5), new("Sujet", 24), new("Que faire", 54), new("Pourquoi", 34), new("Qui", 22), new("Effort", 14), new("Mène à", 30),
        ],
        Rows =
        [
            .. ActionWords.Of(result).Select((line, index) => new SheetRow(
            [
                index + 1, line.Number, line.Subject, ExportWords.Capital(line.What), line.Why, ExportWords.Capital(line.Who), ExportWords.Capital(line.Effort), line.Leads,
            ])),
        ],
    };

    private static string Told(Gate gate) => $"{gate.Message}\nPour le lever\u202F: {ExportWords.Uncapital(gate.HowToLift)}";

    private static SheetValue Whole(int? percent) => percent is { } known ? known : default(SheetValue);
}
