namespace CrisisKits.Domain.Establishments;

/// <summary>The pieces of an address as directory files write them.</summary>
public static class FinessAddress
{
    /// <summary>
    /// The code of a commune, from the two columns of the older file: the department, which overseas is written by a letter (9A Guadeloupe, 9B
    /// Martinique, 9C Guyane, 9D La Réunion, 9E Saint-Pierre-et-Miquelon, 9F Mayotte, 9J Wallis-et-Futuna), and three digits that repeat its last one.
    /// </summary>
    public static string? CommuneOf(string? department, string? commune) => (department?.Trim(), commune?.Trim()) switch
    {
        ("9J", { Length: 3 } digits) => $"98{digits}",
        (['9', >= 'A' and <= 'F'], { Length: 3 } digits) => $"97{digits}",
        ({ Length: 2 } code, { Length: 3 } digits) => $"{code}{digits}",
        _ => null,
    };

    /// <summary>A line « 01012 BOURG EN BRESSE CEDEX 09 » taken apart: the postal code if it begins with one, and the town without its CEDEX.</summary>
    public static (string? PostalCode, string Town) OfRoutingLine(string? line)
    {
        var words = (line ?? "").Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);
        var postalCode = words is [{ Length: 5 } first, ..] && first.All(char.IsAsciiDigit) ? first : null;
        var town = words.Skip(postalCode is null ? 0 : 1).TakeWhile((word, index) => index == 0 || !word.Equals("CEDEX", StringComparison.OrdinalIgnoreCase));
        return (postalCode, string.Join(' ', town));
    }
}
