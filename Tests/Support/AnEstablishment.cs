using CrisisKits.Domain.Establishments;

namespace CrisisKits.Tests.Support;

/// <summary>Establishments for tests, by what decides: where they are, whose they are, what they are.</summary>
public static class AnEstablishment
{
    public static readonly Establishment Hospital = At("639999010", "63999");

    public static FinessNumber Finess(string text) => FinessNumber.Parse(text)!;

    public static Establishment At(string finess, string commune, string? parent = null, string? category = null) => new()
    {
        Finess = Finess(finess),
        Kind = parent is null ? EstablishmentKind.LegalEntity : EstablishmentKind.Site,
        Parent = FinessNumber.Parse(parent),
        Name = finess,
        Category = category,
        Town = "",
        PostalCode = null,
        Commune = commune,
        Department = Department.OfCommune(commune)!,
        IsOpen = true,
    };
}
