using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents.Blocks;

namespace CrisisKits.Infrastructure.Kits.Inserts;

/// <summary>Each outside person as its facilitator plays it: tone, what it knows and from when, what it refuses, stock answers.</summary>
internal static class SimulatedRolesInsert
{
    // the heading, who plays, the tone and the first table stay on one page; the rest may follow on the next
    private const int Opening = 4;

    public static IReadOnlyList<Block> Print(ScenarioVariant play, PrintContext context) =>
        [.. play.Roles.SelectMany(role => Sheet(play, role, context).ToList() is var sheet && sheet.Count > Opening
            ? [new KeepTogether(sheet[..Opening]), .. sheet[Opening..]]
            : sheet)];

    private static IEnumerable<Block> Sheet(ScenarioVariant play, SimulatedRole role, PrintContext context)
    {
        yield return new Heading(2, Phrase.Of(role.Title));
        yield return Phrase.Line(
            $"Joué par {PlayWords.Facilitator(play, role)} · {PlayWords.Of(role.Team)} · {(role.Phone is { } phone ? $"joignable au {phone}" : "ne s’appelle pas")}",
            ParagraphStyle.Small);
        yield return Phrase.Labelled("Ton", role.Tone);
        if (role.Knows.Count > 0)
            yield return new Table
            {
                Header = Phrase.Header("À partir de", "Ce qu’il sait"),
                Rows = [.. role.Knows.OrderBy(fact => fact.From).Select(fact => (IReadOnlyList<Cell>)[Phrase.RowHeader(PlayWords.Moment(fact.From, context)), Phrase.Cell(fact.What)])],
                Widths = [2, 10],
            };
        if (role.Answers.Count > 0)
            yield return new Table
            {
                Header = Phrase.Header("Si l’on demande", "Il répond"),
                Rows = [.. role.Answers.Select(answer => (IReadOnlyList<Cell>)[Phrase.RowHeader(answer.Ask), Phrase.Cell(answer.Say)])],
                Widths = [5, 7],
            };
        if (role.Refuses.Count > 0)
        {
            yield return Phrase.BoldLine("Ce qu’il refuse de dire ou de faire");
            yield return new ItemList(ListKind.Bullets, [.. role.Refuses.Select(refusal => (IReadOnlyList<Block>)[Phrase.Line(refusal)])]);
        }
    }
}
