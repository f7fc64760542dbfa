using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents.Blocks;
using CrisisKits.Infrastructure.Kits.Prose;

namespace CrisisKits.Infrastructure.Kits.Inserts;

/// <summary>The animator's side of each stimulus, apart from the card: what is looked for, what to say when nothing comes, what follows.</summary>
internal static class AnswerSheetsInsert
{
    public static IReadOnlyList<Block> Print(ScenarioVariant play, PrintContext context) =>
        [.. Chronogram.Of(play).Select(line => Sheet(line, play, context))];

    private static KeepTogether Sheet(ChronogramLine line, ScenarioVariant play, PrintContext context)
    {
        var inject = line.Inject;
        var sender = PlayWords.Sender(play, inject);
        var theme = context.Grid.Themes.First(each => each.Id == inject.Theme);
        List<Block> card =
        [
            Phrase.Labelled("De", $"{sender.Title} · joué par {PlayWords.Facilitator(play, sender)} ({PlayWords.Of(sender.Team)})"),
            Phrase.Labelled("À", PlayWords.Recipients(play, inject)),
            Phrase.Labelled("Objectif", $"{inject.Objective} (thème\u202F: {theme.Title})"),
            Phrase.BoldLine($"Réaction attendue en {PlayWords.Minutes(inject.Window)}"),
            .. Texts(inject.Expected, "réaction attendue"),
            Phrase.BoldLine($"Si rien ne vient, relance au plus tard à {PlayWords.Moment(inject.At + TimeSpan.FromMinutes(inject.Window), context)}"),
            .. Texts(inject.Relance, "relance"),
        ];
        if (inject.Variant is { } other)
            card.Add(Phrase.Labelled("Carte B", $"si {other.When}"));
        card.Add(Phrase.Labelled("Suite", inject.Consequence));
        card.Add(Phrase.BoldLine("Note à l’animateur"));
        card.AddRange(Texts(inject.Note, "note"));
        card.Add(new Paragraph([.. Phrase.Of("☐ joué ☐ adapté ☐ écarté, à "), new Dots(16, "heure"), .. Phrase.Of(" Remarque\u202F: "), new Dots(70, "remarque")]));
        return new(
        [
            new Heading(2, Phrase.Of($"{PlayWords.Number(line.Number)} · {inject.Title}")),
            Phrase.Line($"{PlayWords.Moment(inject.At, context)} · {line.Phase.Day} {PlayWords.Clock(line.SimulatedTime)} · {PlayWords.Of(inject.Channel)} · {PlayWords.Weight(inject, context)} · {inject.Id}", ParagraphStyle.Small),
            new Card(CardKind.Information, null, card),
        ]);

        IReadOnlyList<Block> Texts(string markdown, string what) => MarkdownBlocks.OfText(markdown, $"stimulus {inject.Id}, {what}", context);
    }
}
