using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents.Spreadsheets;

namespace CrisisKits.Tests.Documents.Spreadsheets;

internal static class SheetSamples
{
    /// <summary>What people, or an attacker, may have typed and that a program could run.</summary>
    public static readonly string[] Hostile =
    [
        "=1+1", "+33 1 99 00 12 34", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1+1", "＝1+1", "=HYPERLINK(\"http://x.example\";\"ici\")", "=cmd|' /C calc'!A0",
    ];

    public static Sheet Column(params IReadOnlyList<string> words) => new()
    {
        Name = "Essai",
        Paper = PageFormat.A4Landscape,
        Columns = [new("Texte", 30)],
        Rows = [.. words.Select(word => new SheetRow([word]))],
    };

    public static Workbook Workbook(params IReadOnlyList<Sheet> sheets) => new()
    {
        Title = "Un classeur & ses feuilles",
        Subject = "Un essai",
        Date = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero),
        Header = Samples.Header,
        Sheets = sheets,
    };

    public static byte[] Write(params IReadOnlyList<Sheet> sheets) => WriteWorkbook.Run(Workbook(sheets));
}
