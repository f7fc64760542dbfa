using CrisisKits.Infrastructure.Documents.Blocks;
using CrisisKits.Infrastructure.Documents.Charts;
using CsCheck;
using static CrisisKits.Tests.Documents.Samples;

namespace CrisisKits.Tests.Documents.Accessibility;

/// <summary>Blocks with what is hardest on tags: nothing in them, or too much.</summary>
internal static class EveryBlock
{
    private static readonly Cell Empty = new([]);
    private static readonly ChartNames Names = new("Thème", "thèmes", "2026");

    /// <summary>Each kind of block, for a landscape page.</summary>
    public static readonly Block[] All =
    [
        Heading(1, "Titre"),
        new Paragraph([new Text("Appeler "), new Dots(40, "qui"), new LineBreak(), new TickBox(), new Text(" fait", Bold: true)], ParagraphStyle.Lead),
        new Paragraph([], ParagraphStyle.Small),
        new ItemList(ListKind.Bullets, [[Paragraph("un"), new ItemList(ListKind.Numbers, [[Paragraph("deux")]])], []]),
        new ItemList(ListKind.TickBoxes, [[Paragraph("fait")], [Paragraph("à faire")]]),
        new Table { Header = [Empty, Cell("Fait")], Rows = [[Cell("03 h 10") with { Heading = true }, Empty], [Empty with { Heading = true }]], BlankRows = 40 },
        new Card(CardKind.Important, "Titre", [Heading(3, "Profond"), Paragraph("contenu")]),
        new Card(CardKind.Information, null, [new RuledLines(2)]),
        new FormLines([[new("Nom"), new("Vu ☐", 3)], [new(string.Empty)]]),
        new RuledLines(3),
        new Signatures(["Le directeur", "Le médecin", "L’informaticien"]),
        new PageBreak(),
        new KeepTogether([Heading(2, "Ensemble"), Paragraph("suite")]),
        new Poster([new("STOP", Giant: true), new("Exercice", Giant: false)]),
        new Badges([new("Décision", "Directeur"), new("Décision", "Médecin"), new("Technique", "Administrateur")]),
        new Tents([new("Décision", "Directeur")]),
        new Slide("Diapositive", [Paragraph("court")], [Paragraph("à dire")]),
        new RadarChart { Title = "Radar", Names = Names, Items = [new("A", ChartValue.Of(40)), new("B", ChartValue.NotApplicable), new("C", ChartValue.NotAnswered)] },
        new BarChart { Title = "Barres", Names = Names, Items = [new("A", ChartValue.Of(40))], Bounds = [new(34, "seuil")] },
        new HandoutSheet("Stimulus n° 1", "Le SAMU", [Heading(3, "Profond"), Paragraph("texte")]),
    ];

    private static readonly Gen<Block> Line = Gen.Select(Gen.Int[0, 60], Gen.Enum<ParagraphStyle>())
        .Select(Block (words, style) => new Paragraph(words == 0 ? [] : [new Text(string.Join(' ', Enumerable.Repeat("exercice", words)))], style));

    /// <summary>What an author may write in a row, three deep.</summary>
    public static readonly Gen<Block[]> Mixed = Any(3).Array[0, 12];

    private static Gen<Block> Any(int depth)
    {
        var heading = Gen.Int[1, 3].Select(Block (level) => Heading(level, "Titre"));
        if (depth == 0)
            return Gen.OneOf(Line, heading);
        var inner = Any(depth - 1).Array[0, 3].Select(blocks => (IReadOnlyList<Block>)blocks);
        var cell = Gen.Select(Line.Array[0, 1], Gen.Bool).Select((content, isHeading) => new Cell(content, isHeading));
        var row = cell.Array[1, 4].Select(cells => (IReadOnlyList<Cell>)cells);
        return Gen.OneOf(
            Line,
            heading,
            Gen.Select(Gen.Enum<ListKind>(), inner.Array[0, 4]).Select(Block (kind, items) => new ItemList(kind, items)),
            Gen.Select(row.Array[0, 6], Gen.Int[0, 3]).Select(Block (rows, blank) => new Table { Header = [Cell("Heure"), Cell("Fait")], Rows = rows, BlankRows = blank }),
            Gen.Select(Gen.Enum<CardKind>(), Gen.Bool, inner).Select(Block (kind, named, content) => new Card(kind, named ? "Titre" : null, content)),
            Gen.Int[1, 4].Select(Block (count) => new RuledLines(count)),
            inner.Select(Block (content) => new KeepTogether(content)));
    }
}
