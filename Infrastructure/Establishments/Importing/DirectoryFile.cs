using System.IO.Compression;
using System.Text;
using CrisisKits.Domain.Establishments;

namespace CrisisKits.Infrastructure.Establishments.Importing;

/// <summary>
/// A directory file, plain, gzip or alone in a zip: the new JSON, which holds legal entities with their sites, or the older CSV, which holds sites only.
/// It is read from its beginning as often as it is asked for, a record at a time.
/// </summary>
internal sealed class DirectoryFile
{
    private readonly string _path;
    private readonly Encoding? _csv;

    private DirectoryFile(string path)
    {
        _path = path;
        using var stream = Open();
        int first;
        do
            first = stream.ReadByte();
        while (first is ' ' or '\t' or '\r' or '\n' or 0xEF or 0xBB or 0xBF);
        if (first < 0)
            throw new RefusedDirectoryException("Ce fichier est vide.");
        if (first != '{')
            _csv = DetectEncoding();
    }

    /// <summary>Whether a legal entity that is not in the file is gone: the CSV says nothing of them.</summary>
    public bool HoldsLegalEntities => _csv is null;

    /// <exception cref="RefusedDirectoryException">It is none.</exception>
    public static DirectoryFile At(string path) => Readable(() => new DirectoryFile(path));

    /// <summary>Reading stops at what is not a directory file: then what was read before is worth nothing.</summary>
    public IEnumerable<DirectoryUnit> Read()
    {
        using var stream = Readable(Open);
        using var units = (_csv is null ? ReadStructures.Run(stream) : ReadExtract.Run(stream, _csv)).GetEnumerator();
        while (Readable(units.MoveNext))
            yield return units.Current;
    }

    private static T Readable<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidDataException damaged)
        {
            throw new RefusedDirectoryException($"Ce fichier est endommagé ou incomplet : téléchargez-le de nouveau. ({damaged.Message})");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new RefusedDirectoryException($"Lecture impossible : {failure.Message}");
        }
    }

    private Stream Open()
    {
        var file = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        Span<byte> magic = stackalloc byte[4];
        var known = magic[..file.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false)];
        file.Position = 0;
        if (known.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
            return new BufferedStream(new GZipStream(file, CompressionMode.Decompress), 1 << 16);
        if (!known.StartsWith("PK\u0003\u0004"u8))
            return file;
        var archive = new ZipArchive(file, ZipArchiveMode.Read);
        return archive.Entries is [var only]
            ? new BufferedStream(only.Open(), 1 << 16)
            : throw new RefusedDirectoryException($"Cette archive contient {archive.Entries.Count} fichiers : donnez-en une qui n'en contient qu'un, ou le fichier lui-même.");
    }

    /// <summary>ISO-8859-1 in the past, UTF-8 since: one accent is enough to tell, and it may be the last.</summary>
    private Encoding DetectEncoding()
    {
        using var stream = Open();
        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var (bytes, characters) = (new byte[1 << 16], new char[1 << 16]);
        try
        {
            for (var read = -1; read != 0;)
            {
                read = stream.Read(bytes);
                decoder.GetChars(bytes, 0, read, characters, 0, flush: read == 0);
            }

            return Encoding.UTF8;
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1;
        }
    }
}
