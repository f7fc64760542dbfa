using System.Collections.Frozen;

namespace CrisisKits.Domain.Establishments;

/// <summary>A department, or one of the overseas collectivities that FINESS knows beside them.</summary>
/// <param name="Code">Two characters, three overseas: <c>01</c>, <c>2A</c>, <c>974</c>.</param>
/// <param name="Region">
/// Null for the collectivities: Saint-Pierre-et-Miquelon (975), Saint-Barthélemy (977), Saint-Martin (978), Wallis-et-Futuna (986), Polynésie
/// française (987) and Nouvelle-Calédonie (988).
/// </param>
public sealed record Department(string Code, Region? Region)
{
    private static readonly FrozenDictionary<string, Department> ByCode =
        Region.All.SelectMany(region => region.DepartmentCodes.Select(code => new Department(code, region)))
            .Concat("975 977 978 986 987 988".Split(' ').Select(code => new Department(code, null)))
            .ToFrozenDictionary(department => department.Code, StringComparer.Ordinal);

    public static IReadOnlyList<Department> All => ByCode.Values;

    public static Department? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);

    /// <summary>
    /// The department of a commune, by its code in the official geographic code: five characters, of which the first three overseas and the first two
    /// elsewhere. A FINESS prefix would mislead: Mayotte is 98 in FINESS and 976 here.
    /// </summary>
    /// <param name="commune">FINESS still uses the codes that Saint-Barthélemy (97123) and Saint-Martin (97127) had in Guadeloupe.</param>
    /// <param name="postalCode">Only asked for a Corsican code of before 1976: 20 was split into 2A and 2B, and postal codes were split the same way.</param>
    public static Department? OfCommune(string? commune, string? postalCode = null) => commune switch
    {
        "97123" => Find("977"),
        "97127" => Find("978"),
        { Length: 5 } when !commune[2..].All(char.IsAsciiDigit) => null,
        ['2', '0', _, _, _] => Find(postalCode switch { ['2', '0', '0' or '1', _, _] => "2A", ['2', '0', '2' or '6', _, _] => "2B", _ => null }),
        ['9', '7' or '8', _, _, _] => Find(commune[..3]),
        { Length: 5 } => Find(commune[..2]),
        _ => null,
    };

    public override string ToString() => Code;
}
