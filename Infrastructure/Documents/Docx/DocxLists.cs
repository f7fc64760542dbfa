using CrisisKits.Infrastructure.Documents.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CrisisKits.Infrastructure.Documents.Docx;

/// <summary>The numbering of a document: one kind of bullet, and numbers that begin again at 1 with each list.</summary>
internal sealed class DocxLists
{
    public const int Step = 340;
    private const int Bullets = 1;
    private const int Numbers = 2;
    private const int Levels = 3;
    private int _last = Bullets;

    public static int Bullet => Bullets;

    /// <summary>The numbering of a list that begins here.</summary>
    public int BeginNumbers() => ++_last;

    /// <summary>Once the whole document is written.</summary>
    public OfficePart Part()
    {
        var numbering = new Numbering(Abstract(Bullets, NumberFormatValues.Bullet, _ => "•"), Abstract(Numbers, NumberFormatValues.Decimal, level => $"%{level + 1}."));
        numbering.AppendChild(new NumberingInstance(new AbstractNumId { Val = Bullets }) { NumberID = Bullets });
        for (var id = Bullets + 1; id <= _last; id++)
            numbering.AppendChild(new NumberingInstance(
                new AbstractNumId { Val = Numbers },
                new LevelOverride(new StartOverrideNumberingValue { Val = 1 }) { LevelIndex = 0 })
            { NumberID = id });
        return new("word/numbering.xml", "wordprocessingml.numbering", "numbering", numbering);
    }

    private static AbstractNum Abstract(int id, NumberFormatValues format, Func<int, string> sign) => new(
        [
            new MultiLevelType { Val = MultiLevelValues.HybridMultilevel },
            .. Enumerable.Range(0, Levels).Select(level => new Level(
                new StartNumberingValue { Val = 1 },
                new NumberingFormat { Val = format },
                new LevelText { Val = sign(level) },
                new LevelJustification { Val = LevelJustificationValues.Left },
                new PreviousParagraphProperties(new Indentation { Left = $"{Step * (level + 1)}", Hanging = $"{Step}" })) { LevelIndex = level }),
        ])
    { AbstractNumberId = id };
}
