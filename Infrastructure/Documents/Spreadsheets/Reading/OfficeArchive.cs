using System.IO.Compression;
using System.Xml;

namespace CrisisKits.Infrastructure.Documents.Spreadsheets.Reading;

/// <summary>
/// The parts of an Excel file that somebody sent, unfolded one by one within bounds. Nothing outside the file is ever opened: relationships are
/// only read for names of parts, and XML has neither DTD nor resolver.
/// </summary>
internal sealed class OfficeArchive : IDisposable
{
    public const int MostBytes = 1 << 20;
    private const int MostEntries = 200;
    private const long MostUnfolded = 16 << 20;
    private const int MostPerPart = 8 << 20;

    // our own workbooks fold 10 to 1, and repeated empty cells perhaps 100 to 1; a bomb folds 1000 to 1
    private const int MostRatio = 200;
    private const int RatioFrom = 1 << 18;

    private static readonly byte[] OldOffice = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static readonly XmlReaderSettings Strict = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = MostPerPart,
        CloseInput = true,
    };

    private readonly ZipArchive _zip;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private long _unfolded;

    private OfficeArchive(ZipArchive zip, CancellationToken cancellation) => (_zip, _cancellation) = (zip, cancellation);

    /// <exception cref="RefusedFileException">Too large, locked, with macros, or no Excel file at all.</exception>
    /// <exception cref="InvalidDataException">The archive is broken.</exception>
    public static OfficeArchive Open(byte[] file, CancellationToken cancellation)
    {
        if (file.Length > MostBytes)
            throw new RefusedFileException("file-too-large", "Ce fichier dépasse 1 Mo, bien plus qu'une grille remplie : renvoyez le classeur de la grille, sans image ni feuille ajoutée.");
        if (file.AsSpan().StartsWith(OldOffice))
            throw new RefusedFileException("file-locked", "Ce classeur est protégé par un mot de passe, ou d'un ancien format (.xls) : ôtez le mot de passe et enregistrez-le au format Excel (.xlsx).");
        if (!file.AsSpan().StartsWith("PK\u0003\u0004"u8))
            throw NotExcel();
        var archive = new OfficeArchive(new(new MemoryStream(file, writable: false), ZipArchiveMode.Read), cancellation);
        try
        {
            archive.Index();
            return archive;
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    /// <summary>A part as XML; null when the file has no such part.</summary>
    public XmlReader? Read(string path) =>
        _entries.GetValueOrDefault(path) is { } entry ? XmlReader.Create(Unfold(entry), Strict) : null;

    public void Dispose() => _zip.Dispose();

    private void Index()
    {
        if (_zip.Entries.Count > MostEntries)
            throw TooHeavy();
        foreach (var entry in _zip.Entries)
            if (!_entries.TryAdd(entry.FullName, entry))
                throw RefusedFileException.Damaged();
        if (_entries.ContainsKey("xl/vbaProject.bin"))
            throw new RefusedFileException("file-with-macros", "Ce classeur contient des macros : enregistrez-le au format Excel sans macro (.xlsx) et renvoyez-le.");
        if (!_entries.ContainsKey("xl/workbook.xml"))
            throw NotExcel();
    }

    /// <summary>Counts and checks what really comes out: what the archive announces may be a lie, and a disk or a line may have spoilt it.</summary>
    private MemoryStream Unfold(ZipArchiveEntry entry)
    {
        var part = new MemoryStream();
        var buffer = new byte[1 << 14];
        var check = Crc32.Start;
        using var content = entry.Open();
        for (var read = content.Read(buffer); read > 0; read = content.Read(buffer))
        {
            _cancellation.ThrowIfCancellationRequested();
            check = Crc32.Add(check, buffer.AsSpan(0, read));
            part.Write(buffer, 0, read);
            _unfolded += read;
            if (part.Length > MostPerPart || _unfolded > MostUnfolded || (part.Length > RatioFrom && part.Length / MostRatio > entry.CompressedLength))
                throw TooHeavy();
        }

        if (Crc32.End(check) != entry.Crc32)
            throw RefusedFileException.Damaged();
        part.Position = 0;
        return part;
    }

    private static RefusedFileException NotExcel() => new(
        "file-not-excel", "Ce fichier n'est pas un classeur Excel (.xlsx) : téléchargez le classeur de la grille, remplissez-le et renvoyez-le dans ce format.");

    private static RefusedFileException TooHeavy() => new(
        "file-too-heavy", "Ce classeur contient bien plus qu'une grille remplie : recopiez vos réponses dans un classeur neuf et renvoyez-le.");
}
