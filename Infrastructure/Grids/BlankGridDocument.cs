using System.Globalization;
using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Content;
using CrisisKits.Infrastructure.Documents;
using CrisisKits.Infrastructure.Documents.Blocks;

namespace CrisisKits.Infrastructure.Grids;

/// <summary>The grid to print and fill in by hand, and the sheet to work out the recommended kit without a computer.</summary>
public static class BlankGridDocument
{
    public static Publication Of(Grid grid, KitVariant variant)
    {
        var name = variant == KitVariant.Esms ? $"{grid.Title} {grid.Version} · ESMS et EHPAD" : $"{grid.Title} {grid.Version}";
        return new()
        {
            Title = name,
            Subject = "Grille vierge à remplir · TLP:CLEAR",
            Date = ContentVersions.Date(grid.Version),
            Cover = null,
            Documents =
            [
                new()
                {
                    Title = variant == KitVariant.Esms ? $"{grid.Title}, ESMS et EHPAD" : grid.Title,
                    Purpose = $"Durée\u202F: {grid.Duration}.",
                    Page = PageFormat.A4,
                    Header = new(name, "grille vierge · TLP:CLEAR", Exercise: false, Collected: false),
                    Contents = true,
                    Body = [.. Opening(grid), .. grid.Themes.SelectMany((theme, index) => ThemePages(theme, index + 1, variant)), .. ScoreSheet.Of(grid)],
                },
            ],
        };
    }

    private static IEnumerable<Block> Opening(Grid grid)
    {
        yield return new Heading(1, Phrase.Of("Avant de commencer"));
        foreach (var line in grid.Introduction.Split('\n'))
            yield return Phrase.Line(line.Trim());
        yield return new Card(CardKind.Important, "Aucune donnée de patient",
        [
            Phrase.Line("N’écrivez ni nom, ni numéro, ni histoire de patient ou de résident dans les commentaires et les preuves."),
            Phrase.Line("Vierge, cette grille est TLP:CLEAR. Remplie, elle dit vos points faibles\u202F: TLP:AMBER+STRICT, elle reste dans l’établissement."),
        ]);
        yield return new Card(CardKind.Information, null, [Phrase.Line(grid.Disclaimer)]);
        yield return new FormLines(
        [
            [new("Établissement"), new("N° FINESS")],
            [new("Date"), new("Grille remplie par (fonctions)")],
        ]);
    }

    private static IEnumerable<Block> ThemePages(Theme theme, int number, KitVariant variant)
    {
        yield return new PageBreak();
        yield return new Heading(1, Phrase.Of(string.Create(CultureInfo.InvariantCulture, $"{number}. {theme.Title}")));
        yield return Phrase.Line(string.Create(CultureInfo.InvariantCulture, $"Poids du thème\u202F: {theme.Weight}. {theme.Introduction}"), ParagraphStyle.Lead);
        for (var index = 0; index < theme.Questions.Count; index++)
            foreach (var block in QuestionBlocks(theme.Questions[index], string.Create(CultureInfo.InvariantCulture, $"{number}.{index + 1}"), variant))
                yield return block;
    }

    private static IEnumerable<Block> QuestionBlocks(Question question, string number, KitVariant variant)
    {
        var wording = variant == KitVariant.Esms && question.Esms is { } esms ? esms : new(question.Text, question.Help, question.Options);
        var perspective = question.Perspective == Perspective.Strategic ? "stratégique" : "opérationnelle";
        yield return new KeepTogether(
        [
            new Heading(2, Phrase.Of($"{number} {wording.Text}"), InOutline: false),
            Phrase.Line(string.Create(CultureInfo.InvariantCulture, $"Question {perspective}, poids {question.Weight}. {question.Why}")),
            Phrase.Labelled("Pour trancher", wording.Help),
            Phrase.Labelled("À qui demander", question.AskWhom),
            Phrase.Labelled("Preuves possibles", question.Evidence),
            new Table
            {
                Header = Phrase.Header("Réponse", "Points", "Descripteur"),
                Rows = [.. Answers(question, wording.Options)],
                Widths = [1.6, 1.4, 12],
            },
            new FormLines([[new("Commentaire", 3)], [new("Preuve (où la trouver)", 2)], [new("Répondu par (fonction)"), new("Le")]]),
            Phrase.Line($"Sources\u202F: {string.Join("\u202F; ", question.Sources)}.", ParagraphStyle.Small),
        ]);
    }

    private static IEnumerable<IReadOnlyList<Cell>> Answers(Question question, IReadOnlyList<AnswerOption> options)
    {
        foreach (var option in options)
            yield return [Phrase.Cell("☐"), Phrase.Cell(option.Value.ToString(CultureInfo.InvariantCulture)), Phrase.Cell(option.Label)];
        yield return [Phrase.Cell("☐"), Phrase.Cell("0"), Phrase.Cell("Je ne sais pas (à vérifier)")];
        if (question.AllowsNotApplicable)
            yield return [Phrase.Cell("☐"), Phrase.Cell("—"), new([new Paragraph([.. Phrase.Of("Sans objet, parce que "), new Dots(80, "raison du sans objet")])])];
    }
}
