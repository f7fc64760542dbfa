using System.Collections.Frozen;

namespace CrisisKits.Domain.Establishments;

/// <summary>A department, or one of the three overseas collectivities that FINESS knows beside them.</summary>
/// <param name="Code">Two characters, three overseas: <c>01</c>, <c>2A</c>, <c>974</c>.</param>
/// <param name="Region">Null for the collectivities: Saint-Pierre-et-Miquelon (975), Saint-Barthélemy (977) and Saint-Martin (978).</param>
public sealed record Department(string Code, Region? Region)
{
    private static readonly FrozenDictionary<string, Department> ByCode =
        Region.All.SelectMany(region => region.DepartmentCodes.Select(code => new Department(code, region)))
            .Concat([new("975", null), new("977", null), new("978", null)])
            .ToFrozenDictionary(department => department.Code, StringComparer.Ordinal);

    public static IReadOnlyList<Department> All => ByCode.Values;

    public static Department? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);

    /// <summary>
    /// The department of a commune, by its code in the official geographic code: five characters, of which the first three overseas and the first two
    /// elsewhere. A FINESS prefix would mislead: Mayotte is 98 in FINESS and 976 here.
    /// </summary>
    public static Department? OfCommune(string? commune) =>
        commune is { Length: 5 } && commune[2..].All(char.IsAsciiDigit)
            ? Find(commune.StartsWith("97", StringComparison.Ordinal) ? commune[..3] : commune[..2])
            : null;

    public override string ToString() => Code;
}
