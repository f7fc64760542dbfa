using System.Globalization;
using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents.Blocks;

namespace CrisisKits.Infrastructure.Grids;

/// <summary>The last pages of the blank grid: the whole calculation by hand, gates included.</summary>
internal static class ScoreSheet
{
    public static IEnumerable<Block> Of(Grid grid)
    {
        yield return new PageBreak();
        yield return new Heading(1, Phrase.Of("Quel kit pour vous\u202F? Le calcul à la main"));
        yield return new ItemList(ListKind.Numbers,
        [
            Step("Pour chaque question, multipliez les points par le poids de la question. «\u202FJe ne sais pas\u202F» vaut 0 point."),
            Step("Une question «\u202Fsans objet\u202F» sort du calcul\u202F: retirez aussi son maximum (poids × 3)."),
            Step("Pour chaque thème, divisez le total par le maximum, multipliez par 100 et gardez le nombre entier, arrondi vers le bas."),
            Step("Pour l’ensemble, repartez des fractions (total ÷ maximum) et non des pourcentages arrondis\u202F: multipliez chacune par le poids du thème, additionnez, divisez par la somme des poids des thèmes comptés, puis arrondissez vers le bas."),
            Step("Lisez le palier, puis les plafonds\u202F: le kit recommandé est le plus bas des deux."),
        ]);
        foreach (var (theme, index) in grid.Themes.Select((theme, index) => (theme, index + 1)))
            yield return new KeepTogether([new Heading(2, Phrase.Of(Whole($"{index}. {theme.Title}")), InOutline: false), Points(theme, index)]);
        yield return new Heading(2, Phrase.Of("L’ensemble"));
        yield return Overall(grid);
        yield return new Heading(2, Phrase.Of("Paliers et plafonds"));
        yield return Bands(grid);
        yield return Gates(grid);
        yield return new Card(CardKind.Important, "Ce n’est pas une note",
        [
            Phrase.Line("Le résultat dit quel exercice vous sera le plus utile cette année. Un plafond ne sanctionne rien\u202F: il dit par quelle marche passer, et comment le lever."),
            new Paragraph([.. Phrase.Of("Kit recommandé\u202F: ", bold: true), .. Phrase.Of(string.Join(' ', KitLevelNames.All.Select(level => $"☐ {level.French()}")))]),
        ]);
    }

    private static IReadOnlyList<Block> Step(string text) => [Phrase.Line(text)];

    private static string Whole(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static Table Points(Theme theme, int number) => new()
    {
        Header = Phrase.Header("Question", "Points (0 à 3)", "Poids", "Points × poids", "Maximum"),
        Rows =
        [
            .. theme.Questions.Select((question, index) => (IReadOnlyList<Cell>)
            [
                Phrase.RowHeader(Whole($"{number}.{index + 1}")), Phrase.Cell(string.Empty), Phrase.Cell(Whole($"× {question.Weight}")), Phrase.Cell(string.Empty), Phrase.Cell(Whole($"{question.Weight * 3}")),
            ]),
            [Phrase.RowHeader("Total"), Phrase.Cell(string.Empty), Phrase.Cell(string.Empty), Phrase.Cell(string.Empty), Phrase.Cell(Whole($"{theme.Questions.Sum(question => question.Weight * 3)}"))],
        ],
        Widths = [2, 3, 2, 3, 2],
    };

    private static Table Overall(Grid grid) => new()
    {
        Header = Phrase.Header("Thème", "Total ÷ maximum", "En pour cent", "Poids", "Fraction × poids"),
        Rows =
        [
            .. grid.Themes.Select(theme => (IReadOnlyList<Cell>)
                [Phrase.RowHeader(theme.Title), Phrase.Cell(string.Empty), Phrase.Cell(string.Empty), Phrase.Cell(Whole($"× {theme.Weight}")), Phrase.Cell(string.Empty)]),
            [Phrase.RowHeader("Ensemble"), Phrase.Cell(string.Empty), Phrase.Cell(string.Empty), Phrase.Cell(Whole($"{grid.Themes.Sum(theme => theme.Weight)}")), Phrase.Cell(string.Empty)],
        ],
        Widths = [6, 3, 3, 2, 3],
        MinimumRowMm = 9,
    };

    private static Table Bands(Grid grid) => new()
    {
        Header = Phrase.Header("Ensemble", "Palier"),
        Rows =
        [
            .. grid.Bands.Select((band, index) => (IReadOnlyList<Cell>)
            [
                Phrase.RowHeader(Whole($"de {band.From} à {(index + 1 < grid.Bands.Count ? grid.Bands[index + 1].From - 1 : 100)}\u202F%")), Phrase.Cell($"☐ kit {band.Level.French()}"),
            ]),
        ],
        Widths = [3, 5],
    };

    private static Table Gates(Grid grid)
    {
        var numbers = grid.Themes.SelectMany((theme, index) => theme.Questions.Select((question, at) => (question.Id, Number: Whole($"{index + 1}.{at + 1}"))))
            .ToDictionary(each => each.Id, each => each.Number, StringComparer.Ordinal);
        return new()
        {
            Header = Phrase.Header("Plafond si", "Au plus", "Pourquoi, et comment le lever"),
            Rows =
            [
                .. grid.Gates.Select(gate => (IReadOnlyList<Cell>)
                [
                    Phrase.RowHeader("☐ " + string.Join(" et ", gate.When.Select(when => Whole($"{numbers[when.QuestionId]} vaut {(when.AtMost == 0 ? "0" : $"{when.AtMost} ou moins")}")))),
                    Phrase.Cell($"kit {gate.Cap.French()}"),
                    new([Phrase.Line(gate.Message), Phrase.Line(gate.HowToLift)]),
                ]),
            ],
            Widths = [3, 3, 10],
        };
    }
}
