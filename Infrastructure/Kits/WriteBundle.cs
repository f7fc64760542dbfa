using System.IO.Compression;
using CrisisKits.Infrastructure.Content;

namespace CrisisKits.Infrastructure.Kits;

/// <summary>
/// Sends a kit as one ZIP, file after file: no more than one is held at a time. PDF and Office files are stored as they are (already compressed), timestamps come
/// from the version: same kit, same bytes.
/// </summary>
public sealed class WriteBundle(BundleFiles files)
{
    private const int ReadableFile = unchecked((int)0x81A40000);

    /// <param name="context">The kit, its variant, its scenario and whom it is made for.</param>
    /// <param name="output">Written to in slices, as fast as it takes them.</param>
    /// <param name="turn">Waited for before a file is made, and given back before it is sent.</param>
    /// <param name="cancellation">Stops between two slices.</param>
    public async Task RunAsync(PrintContext context, Stream output, Func<CancellationToken, ValueTask<IDisposable>> turn, CancellationToken cancellation)
    {
        var root = KitFileNames.Bundle(context);
        using var held = new HeldStream();
        using (var zip = new ZipArchive(held, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var next = files.Of(context).GetEnumerator();
            while (true)
            {
                using (await turn(cancellation))
                    if (!next.MoveNext())
                        break;
                Add(zip, $"{root}/{next.Current.Path}", next.Current.Bytes, ContentVersions.Date(context.Kit.Version));
                await held.SendAsync(output, cancellation);
            }
        }

        await held.SendAsync(output, cancellation);
    }

    private static void Add(ZipArchive zip, string path, byte[] bytes, DateTimeOffset date)
    {
        var stored = path.EndsWith(".json", StringComparison.Ordinal) || path.EndsWith(".csv", StringComparison.Ordinal) ? CompressionLevel.Optimal : CompressionLevel.NoCompression;
        var entry = zip.CreateEntry(path, stored);
        entry.LastWriteTime = date;
        entry.ExternalAttributes = ReadableFile;
        using var content = entry.Open();
        content.Write(bytes);
    }
}
