using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace CrisisKits.Infrastructure.Documents.Pdf;

/// <summary>
/// A font subset as it stands in a file: compressed, with its tagged name and stream entries. Documents of a kit use the same letters again
/// and again, so the last ones made are remembered.
/// </summary>
internal sealed record EmbeddedFont(string Name, byte[] Program, string Entries)
{
    private const int Remembered = 256;
    private static readonly ConcurrentDictionary<string, EmbeddedFont> Known = new(StringComparer.Ordinal);

    public static EmbeddedFont Of(FontFace face, List<ushort> glyphs)
    {
        var key = face.Name + new string(MemoryMarshal.Cast<ushort, char>(CollectionsMarshal.AsSpan(glyphs)));
        if (Known.TryGetValue(key, out var known))
            return known;
        if (Known.Count >= Remembered)
            Known.Clear();
        return Known[key] = Make(face, glyphs);
    }

    private static EmbeddedFont Make(FontFace face, List<ushort> glyphs)
    {
        var subset = FontSubset.Write(face, glyphs);
        var letters = SHA256.HashData(subset).Take(6).Select(value => (char)('A' + value % 26));
        return new(
            string.Concat(letters) + "+" + face.Name,
            PdfObjects.Deflate(subset),
            string.Create(CultureInfo.InvariantCulture, $"/Length1 {subset.Length}/Filter/FlateDecode"));
    }
}
