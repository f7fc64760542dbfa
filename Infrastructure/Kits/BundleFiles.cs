using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents;
using CrisisKits.Infrastructure.Kits.Twins;

namespace CrisisKits.Infrastructure.Kits;

/// <summary>One file of a bundle; its path uses slashes.</summary>
public sealed record BundleFile(string Path, byte[] Bytes);

/// <summary>
/// Every file of a kit, each made when it is asked for: the documents audience by audience with their editable twins, then « Commencez ici », which tells their pages, then the
/// manifest. The same in a ZIP and in a folder.
/// </summary>
public sealed class BundleFiles(PrintKit prints)
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="context">The kit, its variant, its scenario and whom it is made for.</param>
    public IEnumerable<BundleFile> Of(PrintContext context)
    {
        var entries = new List<ManifestEntry>(context.Documents.Count + 1);
        foreach (var document in context.Documents.OrderBy(document => document.Audience))
        {
            yield return Listed(document, KitFileNames.InBundle(document, context), document.Audience, prints.Document(document, context));
            foreach (var format in EditableTwins.Of(document))
                yield return Listed(document, KitFileNames.InBundle(document, format, context), document.Audience, prints.Twin(document, format, context));
        }

        var opening = context.Kit.Opening;
        var pages = entries.Where(entry => entry.Pages > 0).ToDictionary(entry => entry.Id, entry => entry.Pages, StringComparer.Ordinal);
        yield return Listed(opening, KitFileNames.Opening(context), null, PrintPublication.Run(ComposeDocument.Run(opening, context with { Pages = pages })));

        var manifest = new Manifest(
            "CrisisKits", context.Kit.Version, context.Kit.Level.Id(), context.Variant.Id(), context.Scenario?.Id, context.Made is not null, context.Targeting is not null, entries);
        yield return new("manifest.json", JsonSerializer.SerializeToUtf8Bytes(manifest, Readable));

        BundleFile Listed(KitDocument document, string path, Audience? audience, PrintedFile printed)
        {
            entries.Add(new(path, document.Id, document.Title, audience?.Id(), printed.Pages, printed.Bytes.Length, Convert.ToHexStringLower(SHA256.HashData(printed.Bytes))));
            return new(path, printed.Bytes);
        }
    }

    private sealed record Manifest(
        string Product, string Version, string Level, string Variant, string? Scenario, bool Personalised, bool Targeted, IReadOnlyList<ManifestEntry> Files);

    /// <param name="Audience">Null for what everyone may read.</param>
    /// <param name="Pages">0 for what is edited rather than printed.</param>
    private sealed record ManifestEntry(string Path, string Id, string Title, string? Audience, int Pages, int Bytes, string Sha256);
}
