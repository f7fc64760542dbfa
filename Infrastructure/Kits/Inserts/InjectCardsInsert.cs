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
        yield return Sheet(line, string.Empty, line.Inject.Text, play, context);
        if (line.Inject.Variant is { } other)
            yield return Sheet(line, " B", other.Text, play, context);
    }

    private static HandoutSheet Sheet(ChronogramLine line, string letter, string text, ScenarioVariant play, PrintContext context)
    {
        var inject = line.Inject;
        var content = new List<Block> { Phrase.Labelled("Pour", PlayWords.Recipients(play, inject)) };
        content.AddRange(MarkdownBlocks.OfText(text, $"stimulus {inject.Id}, texte{letter}", context));
        if (inject.Attachment is { } attachment && letter.Length == 0)
            content.Add(new Card(CardKind.Information, Marked(attachment.Title), MarkdownBlocks.OfText(attachment.Text, $"stimulus {inject.Id}, pièce jointe", context)));
        return new(
            $"Stimulus {PlayWords.Number(line.Number)}{letter} · {PlayWords.Of(inject.Channel)} · {line.Phase.Day} {PlayWords.Clock(line.SimulatedTime)}",
            PlayWords.Sender(play, inject).Title,
            content);
    }

    /// <summary>Every fake note or article says it is one.</summary>
    private static string Marked(string title) => title.StartsWith("EXERCICE", StringComparison.Ordinal) ? title : $"EXERCICE · {title}";
}
