using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents;
using CrisisKits.Infrastructure.Documents.Blocks;

namespace CrisisKits.Infrastructure.Assessments.Exports;

/// <summary>
/// The result as a document to print. The first page is enough for who decides: the kit, why, and what to do, in order; then the figures, then every
/// answer with its comment, its evidence, who gave it and when.
/// </summary>
public static class ResultReport
{
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
                    Body = [new Card(CardKind.Important, ResultWords.Headline(result), [.. Why(result)]), .. Actions(result), .. ReportFigures.Of(result), .. ReportAnswers.Of(result)],
                },
            ],
        };
    }

    private static string When(ExportedResult result) => result.Sheet.Assessment.Submitted is { } submitted
        ? $"Validée le {ExportWords.Day(submitted.At)} par {LegibleText.Line(result.NameOf(submitted.By))}."
        : $"Brouillon, état au {ExportWords.Day(ExportWords.LastChange(result.Sheet))}.";

    private static IEnumerable<Block> Why(ExportedResult result)
    {
        foreach (var block in ReportAnswers.Typed("Motif de ce choix", result.Result?.Reason))
            yield return block;
        if (result.Provisional)
            yield return Phrase.Line(ResultWords.Progress(result));
        if (result is { Unsettled: false, Kit: { } kit })
            yield return Phrase.Line(kit.Tagline);
        yield return Phrase.Labelled("Score d’ensemble", ResultWords.Score(result));
        if (ResultWords.Range(result) is { } range)
            yield return Phrase.Labelled("Fourchette", ExportWords.Uncapital(range));
        if (ResultWords.Gates(result) is not { } gates)
            yield break;
        yield return Phrase.Line(gates);
        yield return new ItemList(ListKind.Bullets, [.. result.FirstGates.Select(gate => (IReadOnlyList<Block>)[Phrase.Line(gate.Message)])]);
    }

    private static IEnumerable<Block> Actions(ExportedResult result)
    {
        var lines = ActionWords.Of(result);
        yield return new Heading(1, Phrase.Of("Que faire, dans l’ordre"));
        yield return new ItemList(ListKind.Numbers, [.. lines.Select(line => (IReadOnlyList<Block>)[new KeepTogether([.. Action(line)])])]);
        if (lines.Any(line => line.What.Contains("descripteur", StringComparison.Ordinal)))
            yield return Phrase.Line("Descripteur\u202F: chacune des quatre réponses d’une question, de 0 à 3.", ParagraphStyle.Small);
    }

    private static IEnumerable<Block> Action(ActionLine line)
    {
        yield return Phrase.Labelled(line.Title, line.What);
        var who = line.Who.Length == 0 ? string.Empty : $" Par\u202F: {line.Who} (effort {line.Effort}).";
        if (line.Why.Length + line.Leads.Length > 0)
            yield return new Paragraph([new Text($"{line.Why}{who} ".TrimStart()), new Text(line.Leads, Bold: true)], ParagraphStyle.Small);
    }
}
