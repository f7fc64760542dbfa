using CrisisKits.Infrastructure.Documents.Layout;

namespace CrisisKits.Infrastructure.Documents;

/// <summary>A finished file, a PDF or a bundle of them, and its number of pages.</summary>
public sealed record PrintedFile(byte[] Bytes, int Pages);

/// <summary>Blocks in, PDF out: lays a publication out and writes it. Same publication, same bytes.</summary>
public static class PrintPublication
{
    public static PrintedFile Run(Publication publication)
    {
        var file = LayOut.Run(publication);
        return new(file.Write(), file.PageCount);
    }
}
