using CrisisKits.Infrastructure.Documents;
using CrisisKits.Infrastructure.Documents.Blocks;
using static CrisisKits.Tests.Documents.Samples;

namespace CrisisKits.Tests.Documents.Accessibility;

/// <summary>A file that keeps every rule, to break one of them at a time.</summary>
internal static class Spoiling
{
    public static readonly RewrittenPdf Sound = RewrittenPdf.Of(PrintPublication.Run(Publication(Document(
        Heading(1, "Alerte"),
        new Paragraph([new Text("Appeler "), new Dots(40, "numéro d’astreinte"), new Text(" puis cocher "), new TickBox()]),
        new ItemList(ListKind.Bullets, [[Paragraph("un")], [Paragraph("deux")]]),
        new Table { Header = [Cell("Heure"), Cell("Fait")], Rows = [[Cell("03 h 10"), Cell("Écrans noirs")]], BlankRows = 30 },
        Heading(1, "Suite"),
        Paragraph("La fin.")) with
    { Contents = true })).Bytes);

    /// <summary>The rule speaks on the spoiled file, and no rule on the sound one.</summary>
    public static void Check(string pattern, string replacement, string finding)
    {
        Assert.That(CheckAccessibility.Run(Sound.Bytes()), Is.Empty);
        Assert.That(CheckAccessibility.Run(Sound.With(pattern, replacement).Bytes()), Has.Some.Contains(finding));
    }
}
