using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents;

namespace CrisisKits.Infrastructure.Kits;

/// <summary>One file of a bundle; its path uses slashes.</summary>
public sealed record BundleFile(string Path, byte[] Bytes);

/// <summary>Every file of a kit in the order of the bundle, the manifest last; the same in a ZIP and in a folder.</summary>
public static class BundleFiles
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="context">The kit, its variant and its scenario.</param>
    /// <param name="print">Prints one document, or finds it printed.</param>
    public static IEnumerable<BundleFile> Of(PrintContext context, Func<KitDocument, PrintedFile> print)
    {
        var entries = new List<ManifestEntry>(context.Kit.Documents.Count);
        foreach (var document in context.Kit.Documents.OrderBy(document => document.Audience))
        {
            var printed = print(document);
            var path = KitFileNames.InBundle(document, context);
            entries.Add(new(path, document.Id, document.Title, document.Audience.Id(), printed.Pages, printed.Bytes.Length, Convert.ToHexStringLower(SHA256.HashData(printed.Bytes))));
            yield return new(path, printed.Bytes);
        }

        var manifest = new Manifest(
            "CrisisKits", context.Kit.Version, context.Kit.Level.Id(), context.Variant.Id(), context.Scenario?.Id, entries);
        yield return new("manifest.json", JsonSerializer.SerializeToUtf8Bytes(manifest, Readable));
    }

    private sealed record Manifest(string Product, string Version, string Level, string Variant, string? Scenario, IReadOnlyList<ManifestEntry> Files);

    private sealed record ManifestEntry(string Path, string Id, string Title, string Audience, int Pages, int Bytes, string Sha256);
}
