namespace CrisisKits.Domain.Kits;

/// <summary>Which wording and format a kit is printed in: for a hospital, or for a social or medico-social structure (ESMS, EHPAD).</summary>
public enum KitVariant
{
    Hospital,
    Esms,
}

/// <summary>The spellings of a variant, as in addresses and JSON.</summary>
public static class KitVariantNames
{
    public static readonly IReadOnlyList<string> All = [KitVariant.Hospital.Id(), KitVariant.Esms.Id()];

    public static string Id(this KitVariant variant) => variant == KitVariant.Esms ? "esms" : "hospital";

    /// <summary>Nothing said means the hospital's; null when it is no variant.</summary>
    public static KitVariant? Parse(string? text) => text switch
    {
        null or "hospital" => KitVariant.Hospital,
        "esms" => KitVariant.Esms,
        _ => null,
    };
}
