using System.Diagnostics.CodeAnalysis;
using CrisisKits.Domain.Grids;

namespace CrisisKits.Domain.Assessments;

/// <summary>Answers that obey the rules of their grid: one mark per question, in grid order whatever the order they were given in.</summary>
public sealed class AnswerSheet
{
    private readonly Dictionary<string, int> _positions;

    private AnswerSheet(Grid grid, Mark[] marks, Dictionary<string, int> positions)
    {
        Grid = grid;
        Marks = marks;
        _positions = positions;
    }

    public Grid Grid { get; }

    public IReadOnlyList<Mark> Marks { get; }

    /// <summary>Questions answered, <em>je ne sais pas</em> and <em>sans objet</em> included.</summary>
    public int Answered => Marks.Count(mark => mark.Answer is not null);

    /// <summary>Some question is not answered yet.</summary>
    public bool Provisional => Marks.Any(mark => mark.Answer is null);

    public int PositionOf(string questionId) => _positions[questionId];

    /// <summary>Checks answers against their grid. Every refused answer is named, not only the first.</summary>
    public static SheetReading Read(Grid grid, IReadOnlyList<Answer> answers)
    {
        var marks = new List<Mark>(32);
        var positions = new Dictionary<string, int>(32, StringComparer.Ordinal);
        foreach (var theme in grid.Themes)
            foreach (var question in theme.Questions)
            {
                positions.Add(question.Id, marks.Count);
                marks.Add(new(theme, question));
            }

        var refusals = new List<Refusal>();
        for (var index = 0; index < answers.Count; index++)
        {
            var answer = answers[index];
            if (!positions.TryGetValue(answer.QuestionId, out var position))
                refusals.Add(UnknownQuestion(grid, index, answer));
            else if (marks[position].Answer is not null)
                refusals.Add(Repeated(index, answer));
            else
            {
                marks[position].Answer = answer;
                if (Refuse(marks[position].Question, index, answer) is { } refusal)
                    refusals.Add(refusal);
            }
        }

        if (refusals.Count == 0 && RefuseWhole(answers) is { } whole)
            refusals.Add(whole);
        return refusals.Count == 0 ? new(new(grid, [.. marks], positions), refusals) : new(null, refusals);
    }

    /// <summary>The rule of the grid that one answer breaks by itself; null when it breaks none.</summary>
    public static Refusal? Refuse(Grid grid, Answer answer) =>
        grid.Questions.FirstOrDefault(question => question.Id == answer.QuestionId) is { } question
            ? Refuse(question, null, answer)
            : UnknownQuestion(grid, null, answer);

    private static Refusal? Refuse(Question question, int? index, Answer answer) => answer switch
    {
        Chosen { Option: < 0 or > Mark.MostPoints } => new(
            "option-out-of-range", index, "option", "L'option doit être 0, 1, 2 ou 3 : le numéro du descripteur retenu."),
        NotApplicable when !question.AllowsNotApplicable => new(
            "not-applicable-refused", index, "notApplicable",
            $"La question « {question.Id} » concerne tous les établissements : choisissez une option de 0 à 3, ou « je ne sais pas » (dontKnow)."),
        NotApplicable { Reason: var reason } when !NotApplicable.IsReason(reason) => new(
            "missing-reason", index, "notApplicable", "Dites en une phrase pourquoi la question est sans objet pour votre établissement."),
        _ => null,
    };

    private static Refusal? RefuseWhole(IReadOnlyList<Answer> answers) =>
        answers.Count == 0
            ? new("no-answer", null, null, "Aucune réponse : donnez la réponse d'au moins une question.")
            : answers.All(answer => answer is NotApplicable)
                ? new("nothing-applicable", null, null,
                    "Toutes les réponses données sont « sans objet » : il n'y a rien à calculer. Répondez à au moins une question applicable.")
                : null;

    private static Refusal UnknownQuestion(Grid grid, int? index, Answer answer) => new(
        "unknown-question", index, "questionId",
        $"La grille {grid.Version} n'a pas de question « {answer.QuestionId} » : reprenez l'identifiant tel qu'il figure dans la grille.");

    private static Refusal Repeated(int index, Answer answer) => new(
        "repeated-question", index, "questionId",
        $"La question « {answer.QuestionId} » a déjà reçu une réponse plus haut : gardez une seule réponse par question.");
}

/// <summary>The sheet, or the reasons why it is refused.</summary>
public sealed record SheetReading(AnswerSheet? Sheet, IReadOnlyList<Refusal> Refusals)
{
    [MemberNotNullWhen(true, nameof(Sheet))]
    public bool Accepted => Sheet is not null;
}
