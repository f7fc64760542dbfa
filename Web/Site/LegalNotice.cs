namespace CrisisKits.Web.Site;

/// <summary>Who answers for this service, as the law asks to be told (LCEN art. 6, RGPD art. 13, loi 2005-102 art. 47). Null where not said yet.</summary>
public sealed record LegalNotice
{
    public required string? Publisher { get; init; }
    public required string? PublisherAddress { get; init; }
    public required string? PublicationDirector { get; init; }
    public required string? Host { get; init; }
    public required string? HostAddress { get; init; }

    /// <summary>An e-mail address or the address of a form.</summary>
    public required string? Contact { get; init; }
    public required string? DataProtectionOfficer { get; init; }

    /// <summary>What an outside audit found; null until there was one.</summary>
    public required AccessibilityAudit? Audit { get; init; }
}

/// <summary>An audit of accessibility against the RGAA.</summary>
/// <param name="Rate">The share of criteria that are met, in whole percents.</param>
/// <param name="Date">Of the report.</param>
/// <param name="Auditor">Who did it.</param>
public sealed record AccessibilityAudit(int Rate, DateOnly Date, string Auditor)
{
    /// <summary>The word that the declaration must use.</summary>
    public static string StateOf(AccessibilityAudit? audit) => audit switch
    {
        null or { Rate: < 50 } => "non conforme",
        { Rate: 100 } => "totalement conforme",
        _ => "partiellement conforme",
    };
}
