namespace CrisisKits.Infrastructure.Documents;

/// <summary>A finished PDF and its number of pages.</summary>
public sealed record PrintedFile(byte[] Bytes, int Pages);

/// <summary>Blocks in, PDF out: lays a publication out and writes it. Same publication, same bytes.</summary>
public static class PrintPublication
{
    public static PrintedFile Run(Publication publication) => throw new NotSupportedException(publication.Title);
}
