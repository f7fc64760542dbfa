using System.Collections.Frozen;
using CrisisKits.Domain.Kits;

namespace CrisisKits.Domain.Establishments;

/// <summary>What a FINESS number stands for.</summary>
public enum EstablishmentKind
{
    /// <summary>Entité juridique: who holds the authorisations.</summary>
    LegalEntity,

    /// <summary>Entité géographique: where care is given; belongs to a legal entity.</summary>
    Site,
}

/// <summary>A health, social or medico-social structure as the directory knows it. An assessment belongs to one, legal entity or site.</summary>
public sealed record Establishment
{
    /// <summary>Categories of social and medico-social structures (ANS nomenclature TRE_R66): EHPAD 500, IME 183, MAS 255, SSIAD 354…</summary>
    private static readonly FrozenSet<string> EsmsCategories =
        ("165 172 175 176 177 178 180 182 183 186 188 189 190 192 194 195 196 197 198 202 207 209 221 236 238 241 246 247 249 252 253 255 "
            + "354 370 377 379 382 390 395 396 402 437 445 446 448 449 460 462 500 501 502").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public required FinessNumber Finess { get; init; }

    public required EstablishmentKind Kind { get; init; }

    /// <summary>The legal entity of a site; null for a legal entity.</summary>
    public required FinessNumber? Parent { get; init; }

    public required string Name { get; init; }

    /// <summary>Three digits of the ANS nomenclature TRE_R66; null where the directory gives none, as for legal entities.</summary>
    public required string? Category { get; init; }

    public required string Town { get; init; }

    public required string? PostalCode { get; init; }

    /// <summary>Five characters of the official geographic code; null when the directory does not say.</summary>
    public required string? Commune { get; init; }

    public required Department Department { get; init; }

    public required bool IsOpen { get; init; }

    /// <summary>From the address, never from the FINESS prefix; null in the three collectivities.</summary>
    public Region? Region => Department.Region;

    /// <summary>Which wording it reads: that of hospitals unless its category is social or medico-social.</summary>
    public KitVariant Variant => Category is not null && EsmsCategories.Contains(Category) ? KitVariant.Esms : KitVariant.Hospital;
}

/// <summary>Who answers for what is written of an establishment; it decides what an import may change.</summary>
public enum EstablishmentSource
{
    /// <summary>The FINESS directory: follows each file.</summary>
    Finess,

    /// <summary>Added or corrected here: an import leaves it as it is, until somebody hands it back to the directory.</summary>
    Hand,

    /// <summary>Made up, to try the program.</summary>
    Demo,
}

/// <summary>The spellings of a source, as stored.</summary>
public static class EstablishmentSourceNames
{
    public static string Id(this EstablishmentSource source) => source switch
    {
        EstablishmentSource.Finess => "finess",
        EstablishmentSource.Demo => "demo",
        _ => "hand",
    };
}

/// <summary>The spellings of a kind, as stored and in content.</summary>
public static class EstablishmentKindNames
{
    public static string Id(this EstablishmentKind kind) => kind == EstablishmentKind.Site ? "site" : "legal-entity";

    /// <summary>Null when it is neither.</summary>
    public static EstablishmentKind? Parse(string? text) => text switch
    {
        "legal-entity" => EstablishmentKind.LegalEntity,
        "site" => EstablishmentKind.Site,
        _ => null,
    };
}
