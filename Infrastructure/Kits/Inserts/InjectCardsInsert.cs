using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents.Blocks;
using CrisisKits.Infrastructure.Kits.Prose;

namespace CrisisKits.Infrastructure.Kits.Inserts;

/// <summary>
/// One sheet per stimulus, to read or hand out; text B has its own. Players see them: no title of the animators, no expected reaction.
/// </summary>
internal static class InjectCardsInsert
{
    public static IReadOnlyList<Block> Print(ScenarioVariant play, PrintContext context) =>
        [.. Chronogram.Of(play).SelectMany(line => Sheets(line, play, context))];

    private static IEnumerable<Block> Sheets(ChronogramLine line, ScenarioVariant play, PrintContext context)
    {
        var inject = line.Inject;
        var number = $"Stimulus {PlayWords.Number(line.Number)}";
        var first = Content(inject, inject.Text, "texte", play, context);
        if (inject.Attachment is { } attachment)
            first.Add(new Card(CardKind.Information, Marked(attachment.Title), MarkdownBlocks.OfText(attachment.Text, $"stimulus {inject.Id}, pièce jointe", context)));
        yield return new HandoutSheet(
            $"{number} · {inject.Id} · {PlayWords.Of(inject.Channel)} · {line.Phase.Day} {PlayWords.Clock(line.SimulatedTime)}", PlayWords.Sender(play, inject).Title, first);

        // text B answers a decision: it comes when that decision falls, and says itself who speaks
        if (inject.Variant is { } other)
            yield return new HandoutSheet($"{number} B · {inject.Id}", string.Empty, Content(inject, other.Text, "texte B", play, context));
    }

    private static List<Block> Content(Inject inject, string text, string what, ScenarioVariant play, PrintContext context) =>
        [Phrase.Labelled("Pour", PlayWords.Recipients(play, inject)), .. MarkdownBlocks.OfText(text, $"stimulus {inject.Id}, {what}", context)];

    /// <summary>Every fake note or article says it is one.</summary>
    public static string Marked(string title) => title.StartsWith("EXERCICE", StringComparison.Ordinal) ? title : $"EXERCICE · {title}";
}
