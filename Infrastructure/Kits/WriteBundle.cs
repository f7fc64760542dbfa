using System.IO.Compression;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Content;
using CrisisKits.Infrastructure.Documents;

namespace CrisisKits.Infrastructure.Kits;

/// <summary>Writes a kit as one ZIP, PDF files stored as they are (already compressed), with timestamps taken from the version: same kit, same bytes.</summary>
public static class WriteBundle
{
    private const int ReadableFile = unchecked((int)0x81A40000);

    public static async Task RunAsync(Stream output, PrintContext context, Func<KitDocument, PrintedFile> print, CancellationToken cancellation)
    {
        var root = KitFileNames.Bundle(context);
        var zip = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        await using (zip.ConfigureAwait(false))
        {
            foreach (var file in BundleFiles.Of(context, print))
            {
                var stored = file.Path.EndsWith(".pdf", StringComparison.Ordinal) ? CompressionLevel.NoCompression : CompressionLevel.Optimal;
                var entry = zip.CreateEntry($"{root}/{file.Path}", stored);
                entry.LastWriteTime = ContentVersions.Date(context.Kit.Version);
                entry.ExternalAttributes = ReadableFile;
                var content = await entry.OpenAsync(cancellation);
                await using (content.ConfigureAwait(false))
                    await content.WriteAsync(file.Bytes, cancellation);
            }
        }
    }
}
