using System.Globalization;
using System.Text;
using CrisisKits.Domain.Establishments;
using CsvHelper;

namespace CrisisKits.Infrastructure.Establishments.Importing;

/// <summary>
/// The CSV of before 2026 (<c>etalab-cs1100502</c>): no header, a first line about the file, then one site a line in 32 columns, by position. All its
/// sites are open. It gives legal entities by their number only.
/// </summary>
internal static class ReadExtract
{
    private const int Columns = 32;
    private const int LongestRecord = 1 << 20;

    private static CsvReaderOptions Options(Encoding encoding) => new()
    {
        Separator = ';',
        HasHeader = false,
        Encoding = encoding,
        TrackLineNumbers = true,
        MaxRecordSize = LongestRecord,
        // a quote that is not closed spoils its line, and not the rest of the file
        AllowLineBreaksInQuotes = false,
    };

    public static IEnumerable<DirectoryUnit> Run(Stream stream, Encoding encoding)
    {
        using var reader = CsvReader.Create(stream, Options(encoding));
        for (var first = true; Reads(reader); first = false)
        {
            var row = Enumerable.Range(0, reader.FieldCount).Select(reader.GetString).ToArray();
            if (first && row[0] is not ("finess" or "structureet"))
                throw new RefusedDirectoryException("Ce fichier n'est ni le JSON finess-structures, ni le CSV etalab-cs1100502 (sa première ligne commence par « finess; »).");
            // the extract with coordinates is the same, and their lines after it
            if (!(first && row[0] == "finess") && row[0] != "geolocalisation")
                yield return new(null, [Entry(row, reader.LineNumber)]);
        }
    }

    private static bool Reads(CsvReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException)
        {
            throw new RefusedDirectoryException("Une ligne dépasse 1 Mo. Ce n'est pas un fichier FINESS.");
        }
    }

    private static DirectoryEntry Entry(string[] row, long line)
    {
        string? At(int column) => column < row.Length ? row[column] : null;
        var broken = row[0] != "structureet"
            ? "la première colonne devrait être « structureet »"
            : row.Length != Columns ? $"{row.Length} colonnes au lieu de {Columns}" : null;
        var (postalCode, town) = FinessAddress.OfRoutingLine(At(15));
        return new(string.Create(CultureInfo.InvariantCulture, $"ligne {line}"),
            new()
            {
                Finess = At(1),
                Kind = EstablishmentKind.Site.Id(),
                Parent = At(2),
                Name = string.IsNullOrWhiteSpace(At(4)) ? At(3) : At(4),
                Category = At(18),
                Town = town,
                PostalCode = postalCode,
                Commune = FinessAddress.CommuneOf(At(13), At(12)),
                IsOpen = true,
            },
            broken);
    }
}
