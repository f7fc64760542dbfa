using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;
using CrisisKits.Tests.Support;
using CsCheck;

namespace CrisisKits.Tests.Unit.Assessments;

/// <summary>A grid and answers that obey it.</summary>
public sealed record GeneratedSheet(Grid Grid, Answer[] Answers)
{
    public AnswerSheet Sheet => Grid.Sheet(Answers);

    public Score Score => Scoring.Run(Sheet);

    public GeneratedSheet With(int index, Answer answer)
    {
        var answers = (Answer[])Answers.Clone();
        answers[index] = answer;
        return this with { Answers = answers };
    }

    public override string ToString() =>
        $"bands {string.Join('/', Grid.Bands.Select(band => band.From))}; " +
        string.Join("; ", Grid.Themes.Select(theme => $"{theme.Id}×{theme.Weight}: {string.Join(' ', theme.Questions.Select(q => $"{q.Id}×{q.Weight}"))}")) +
        "; gates " + string.Join(' ', Grid.Gates.Select(gate => $"{gate.Cap}[{string.Join(',', gate.When.Select(c => $"{c.QuestionId}≤{c.AtMost}"))}]")) +
        "; answers " + string.Join(' ', Answers.Select(Written));

    private static string Written(Answer answer) => answer switch
    {
        Chosen chosen => $"{chosen.QuestionId}={chosen.Option}",
        DontKnow => $"{answer.QuestionId}=?",
        _ => $"{answer.QuestionId}=-",
    };
}

/// <summary>Small grids of every shape: one to three themes, weights 1 to 3, bounds anywhere, gates of one to three conditions that may share questions.</summary>
public static class GeneratedSheets
{
    public static readonly Gen<GeneratedSheet> Complete = Sheets(Shapes(4), AnswerGen(unanswered: false));
    public static readonly Gen<GeneratedSheet> Any = Sheets(Shapes(4), AnswerGen(unanswered: true));

    /// <summary>At most six questions, so that every set of steps can be tried.</summary>
    public static readonly Gen<GeneratedSheet> Small = Sheets(Shapes(2), AnswerGen(unanswered: false));

    private static Gen<Grid> Shapes(int questionsPerTheme)
    {
        var question = Gen.Select(Gen.Int[1, 3], Gen.Bool);
        var theme = Gen.Select(Gen.Int[1, 3], question.Array[1, questionsPerTheme]);
        var bounds = Gen.Select(Gen.Int[1, 99], Gen.Int[1, 99]).Where((low, high) => low < high);
        var condition = Gen.Select(Gen.Int[0, 99], Gen.Int[0, 2]);
        var gate = Gen.Select(Gen.Bool, condition.Array[1, 3]);
        return Gen.Select(theme.Array[1, 3], bounds, gate.Array[0, 3]).Select((themes, bands, gates) => Build(themes, bands, gates));
    }

    private static Grid Build((int Weight, (int Weight, bool Optional)[] Questions)[] themes, (int Low, int High) bands, (bool Low, (int Question, int AtMost)[] When)[] gates)
    {
        var count = themes.Sum(theme => theme.Questions.Length);
        var gated = gates.SelectMany(gate => gate.When).Select(condition => condition.Question % count).ToHashSet();
        var position = 0;
        Theme[] built =
        [
            .. themes.Select((theme, index) => AGrid.Theme($"t{index}", theme.Weight,
            [
                .. theme.Questions.Select(question => (question, Position: position++))
                    .Select(asked => AGrid.Question($"q{asked.Position}", asked.question.Weight, asked.question.Optional && !gated.Contains(asked.Position))),
            ])),
        ];
        return AGrid.Of(built,
        [
            .. gates.Select((gate, index) => AGrid.Gate($"g{index}", gate.Low ? KitLevel.Beginner : KitLevel.Intermediate,
                [.. gate.When.DistinctBy(c => c.Question % count).Select(c => new GateCondition($"q{c.Question % count}", c.AtMost))])),
        ], bands.Low, bands.High);
    }

    /// <summary>0 to 3, 4 je ne sais pas, 5 sans objet where allowed, 6 unanswered.</summary>
    private static Gen<int> AnswerGen(bool unanswered) => Gen.Int[0, unanswered ? 6 : 5];

    private static Gen<GeneratedSheet> Sheets(Gen<Grid> grids, Gen<int> kinds) =>
        grids.SelectMany(grid => kinds.Array[grid.Questions.Count()].Select(drawn => new GeneratedSheet(grid, Answers(grid, drawn))))
            .Where(sheet => sheet.Answers.Any(answer => answer is not NotApplicable));

    private static Answer[] Answers(Grid grid, int[] kinds) =>
    [
        .. grid.Questions.Zip(kinds).Where(pair => pair.Second != 6).Select(Answer (pair) => (pair.First, pair.Second) switch
        {
            ({ AllowsNotApplicable: true } question, 5) => new NotApplicable(question.Id, "Sans activité."),
            (var question, > 3) => new DontKnow(question.Id),
            var (question, option) => new Chosen(question.Id, option),
        }),
    ];
}
