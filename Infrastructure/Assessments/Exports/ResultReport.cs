using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents;
using CrisisKits.Infrastructure.Documents.Blocks;

namespace CrisisKits.Infrastructure.Assessments.Exports;

/// <summary>
/// The result as a document to print: what to do next on the first page, then the figures, then every action, then every answer with its comment,
/// its evidence, who gave it and when.
/// </summary>
public static class ResultReport
{
    private const int First = 3;

    public static Publication Of(ExportedResult result)
    {
        var marking = ExportWords.Marking(result.Sheet.Assessment);
        var title = result.Provisional ? "Résultat provisoire de l’autoévaluation" : "Résultat de l’autoévaluation";
        var owner = LegibleText.Line(ExportWords.Named(result.Establishment));
        return new()
        {
            Title = $"{title} · {owner}",
            Subject = $"Grille {result.Grid.Version} · {marking}",
            Date = ExportWords.LastChange(result.Sheet),
            Cover = null,
            Documents =
            [
                new()
                {
                    Title = title,
                    Purpose = $"{owner}. {When(result)}",
                    Page = PageFormat.A4,
                    Header = new($"Autoévaluation · grille {result.Grid.Version}", result.Provisional ? $"PROVISOIRE · {marking}" : marking, Exercise: false, Collected: false)
                    {
                        MadeFor = owner,
                    },
                    Contents = false,
                    Body = [.. NextSteps(result), .. ReportFigures.Of(result), .. Later(result), .. Actions(result), .. ReportAnswers.Of(result)],
                },
            ],
        };
    }

    private static string When(ExportedResult result) => result.Sheet.Assessment.Submitted is { } submitted
        ? $"Validée le {ExportWords.Day(submitted.At)} par {LegibleText.Line(result.NameOf(submitted.By))}."
        : $"Brouillon, état au {ExportWords.Day(ExportWords.LastChange(result.Sheet))}.";

    private static IEnumerable<Block> NextSteps(ExportedResult result)
    {
        if (result.Provisional)
            yield return new Card(CardKind.Information, "Résultat provisoire", [Phrase.Line(ResultWords.Progress(result))]);
        yield return new Card(CardKind.Important, ResultWords.Kit(result), [.. Why(result)]);
        if (result.Score.Recommendations.Count > 0)
        {
            yield return new Heading(1, Phrase.Of(result.Score.Recommendations.Count == 1 ? "Votre prochaine action" : "Vos prochaines actions"));
            yield return new ItemList(ListKind.Numbers, [.. result.Score.Recommendations.Take(First).Select(action => Action(action, result))]);
            if (result.Score.Recommendations.Count > First)
                yield return Phrase.Line("Les autres actions suivent, dans le même ordre d’utilité.", ParagraphStyle.Small);
        }

        if (result.Score.NextLevel is { } next)
        {
            yield return new Heading(1, Phrase.Of($"Le plus court chemin vers le kit {next.Level.French()}"));
            yield return new ItemList(ListKind.Bullets, [.. next.Steps.Select(step => Step(step, result))]);
        }
    }

    private static IEnumerable<Block> Why(ExportedResult result)
    {
        yield return Phrase.Line(ResultWords.Score(result));
        if (result.FirstGates.Count > 0)
            yield return Gates(result.FirstGates);
        if (ResultWords.Choice(result) is { } choice)
            yield return Phrase.Line(choice);
        if (result.Result?.Reason is { } reason)
            foreach (var block in ReportAnswers.Typed("Motif de ce choix", reason))
                yield return block;
    }

    private static IEnumerable<Block> Later(ExportedResult result) => result.LaterGates.Count == 0 ? [] :
    [
        new Heading(1, Phrase.Of("Plus tard\u202F: ce qui plafonne les kits suivants")),
        Gates(result.LaterGates),
    ];

    private static ItemList Gates(IReadOnlyList<Gate> gates) => new(ListKind.Bullets,
        [.. gates.Select(gate => (IReadOnlyList<Block>)[Phrase.Line(gate.Message), Phrase.Labelled("Pour lever ce plafond", gate.HowToLift)])]);

    private static IReadOnlyList<Block> Action(RecommendedAction action, ExportedResult result) =>
    [
        Phrase.Line(action.Recommendation.How),
        Phrase.Line($"{action.Recommendation.Why} Par\u202F: {action.Recommendation.Who} ({ExportWords.Of(action.Recommendation.Effort)}). Question {Number(action.Question, result)}.", ParagraphStyle.Small),
    ];

    private static IReadOnlyList<Block> Step(Step step, ExportedResult result)
    {
        var wording = ExportWords.Wording(step.Question, result.Sheet.Assessment.Variant);
        return
        [
            Phrase.Line($"{Number(step.Question, result)} {wording.Text}"),
            Phrase.Labelled(ResultWords.Step(step), ExportWords.Descriptor(wording, step.To, step.From ?? 0)),
        ];
    }

    private static IEnumerable<Block> Actions(ExportedResult result)
    {
        if (result.Score.Recommendations.Count <= First)
            yield break;
        yield return new PageBreak();
        yield return new Heading(1, Phrase.Of("Toutes les actions proposées"));
        yield return Phrase.Line("D’abord ce qui lève un plafond, puis ce qui mène au kit suivant, puis ce qui pèse le plus.");
        yield return new Table
        {
            Header = Phrase.Header("Question", "Que faire, et pourquoi", "Qui", "Effort"),
            Rows =
            [
                .. result.Score.Recommendations.Select(action => (IReadOnlyList<Cell>)
                [
                    Phrase.RowHeader(Number(action.Question, result)),
                    new([Phrase.Line(action.Recommendation.How), Phrase.Line(action.Recommendation.Why, ParagraphStyle.Small)]),
                    Phrase.Cell(action.Recommendation.Who),
                    Phrase.Cell(ExportWords.Of(action.Recommendation.Effort)),
                ]),
            ],
            Widths = [1.7, 10, 4, 2],
            Dense = true,
        };
    }

    private static string Number(Question question, ExportedResult result) => ExportWords.Numbered(result.Grid).First(each => each.Question.Id == question.Id).Number;
}
