using CrisisKits.Api.Http.Reading;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents;
using CrisisKits.Infrastructure.Documents.Blocks;

namespace CrisisKits.Tests.Documents;

internal static class Samples
{
    public static readonly RunningHeader Header = new("Kit débutant · 2026.1", "JOUEURS · TLP:CLEAR", Exercise: true, Collected: false);

    public static Paragraph Paragraph(string text) => new([new Text(text)]);

    public static Heading Heading(int level, string text) => new(level, [new Text(text)]);

    public static Cell Cell(string text) => new([Paragraph(text)]);

    public static Document Document(params Block[] body) => new()
    {
        Title = "Un document",
        Purpose = "Ce qu’il faut savoir.",
        Page = PageFormat.A4,
        Header = Header,
        Contents = false,
        Body = body,
    };

    public static Publication Publication(params Document[] documents) => new()
    {
        Title = "Essai",
        Subject = "Un essai",
        Date = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero),
        Cover = null,
        Documents = documents,
    };

    public static byte[] Print(params Block[] body) => PrintPublication.Run(Publication(Document(body))).Bytes;
}
