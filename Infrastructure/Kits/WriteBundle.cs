using System.IO.Compression;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Content;
using CrisisKits.Infrastructure.Documents;

namespace CrisisKits.Infrastructure.Kits;

/// <summary>Writes a kit as one ZIP, PDF files stored as they are (already compressed), with timestamps taken from the version: same kit, same bytes.</summary>
public static class WriteBundle
{
    private const int ReadableFile = unchecked((int)0x81A40000);

    /// <summary>In memory, because it is kept and sent to many.</summary>
    public static PrintedFile Run(PrintContext context, Func<KitDocument, PrintedFile> print)
    {
        var root = KitFileNames.Bundle(context);
        var pages = 0;
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in BundleFiles.Of(context, Counted))
            {
                var stored = file.Path.EndsWith(".pdf", StringComparison.Ordinal) ? CompressionLevel.NoCompression : CompressionLevel.Optimal;
                var entry = zip.CreateEntry($"{root}/{file.Path}", stored);
                entry.LastWriteTime = ContentVersions.Date(context.Kit.Version);
                entry.ExternalAttributes = ReadableFile;
                using var content = entry.Open();
                content.Write(file.Bytes);
            }
        }

        return new(bytes.ToArray(), pages);

        PrintedFile Counted(KitDocument document)
        {
            var printed = print(document);
            pages += printed.Pages;
            return printed;
        }
    }
}
