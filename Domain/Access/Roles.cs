namespace CrisisKits.Domain.Access;

/// <summary>What somebody is for one establishment; granted establishment by establishment, never inherited between a legal entity and its sites.</summary>
public enum EstablishmentRole
{
    /// <summary>Reads everything, changes nothing.</summary>
    Lecteur,

    /// <summary>Reads and answers.</summary>
    Contributeur,

    /// <summary>Does everything, and answers for it.</summary>
    Responsable,

    /// <summary>Référent de groupement: acts as responsable for each member that granted it.</summary>
    Referent,
}

/// <summary>What somebody is for an agency. Both read the same; the gestionnaire also vouches for people.</summary>
public enum AgencyRole
{
    Lecteur,
    Gestionnaire,
}

/// <summary>The spellings of roles: as stored and in JSON, and as people read them.</summary>
public static class RoleNames
{
    public static readonly IReadOnlyList<EstablishmentRole> ForEstablishments = Enum.GetValues<EstablishmentRole>();
    public static readonly IReadOnlyList<AgencyRole> ForAgencies = Enum.GetValues<AgencyRole>();

    public static string Id(this EstablishmentRole role) => role switch
    {
        EstablishmentRole.Lecteur => "lecteur",
        EstablishmentRole.Contributeur => "contributeur",
        EstablishmentRole.Responsable => "responsable",
        _ => "referent",
    };

    public static string Id(this AgencyRole role) => role == AgencyRole.Lecteur ? "lecteur" : "gestionnaire";

    public static string French(this EstablishmentRole role) => role == EstablishmentRole.Referent ? "référent" : role.Id();
}
