using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CrisisKits.Domain.Establishments;
using CrisisKits.Infrastructure.Sql;

namespace CrisisKits.Infrastructure.Establishments.Importing;

/// <summary>What is kept of an establishment to tell whether a file says the same.</summary>
internal readonly record struct Known(long Print, EstablishmentKind Kind, EstablishmentSource Source, bool IsOpen);

/// <summary>The directory in memory, some thirty bytes for each establishment: a hundred thousand are three megabytes.</summary>
internal sealed class KnownEstablishments
{
    private const int PageSize = 2000;
    private readonly Dictionary<long, Known> _known = [];

    public IReadOnlyDictionary<long, Known> All => _known;

    public static async Task<KnownEstablishments> LoadAsync(SqlEngine engine, CancellationToken cancellationToken)
    {
        var known = new KnownEstablishments();
        for (var after = ""; ;)
        {
            var from = after;
            var page = await engine.ReadAsync(session => new EstablishmentStore(session).ListAsync(from, PageSize), cancellationToken);
            foreach (var row in page)
                known._known.Add(Key(row.Finess), new(PrintOf(row), EstablishmentKindNames.Parse(row.Kind)!.Value, SourceOf(row.Source), row.IsOpen));
            if (page.Count < PageSize)
                return known;
            after = page[^1].Finess;
        }
    }

    public Known? Find(FinessNumber finess) => _known.TryGetValue(Key(finess.Value), out var known) ? known : null;

    /// <summary>Nine letters and digits as one number, and back.</summary>
    public static long Key(string finess) => finess.Aggregate(0L, (key, character) => key * 36 + (character <= '9' ? character - '0' : character - 'A' + 10));

    public static string Finess(long key)
    {
        Span<char> finess = stackalloc char[9];
        for (var index = finess.Length - 1; index >= 0; index--, key /= 36)
            finess[index] = (char)(key % 36 is < 10 and var digit ? '0' + digit : 'A' + key % 36 - 10);
        return new(finess);
    }

    /// <summary>The same for two rows that say the same, whenever and by whom it was said. Eight bytes of SHA-256: a change would go unseen once in 10¹⁹.</summary>
    public static long PrintOf(EstablishmentRow row)
    {
        var text = string.Create(CultureInfo.InvariantCulture,
            $"{row.Kind}\n{row.ParentFiness}\n{row.Name}\n{row.Category}\n{row.Town}\n{row.PostalCode}\n{row.Commune}\n{row.Department}\n{row.Region}\n{row.IsOpen}");
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return BitConverter.ToInt64(hash);
    }

    private static EstablishmentSource SourceOf(string id) => Enum.GetValues<EstablishmentSource>().Single(source => source.Id() == id);
}
