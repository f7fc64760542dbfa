using CrisisKits.Domain.Kits;

namespace CrisisKits.Web.Kits;

/// <summary>Words of kits in a sentence.</summary>
public static class KitWords
{
    /// <summary>« les joueurs », « la salle ».</summary>
    public static string The(Audience audience) => $"{(audience is Audience.Management or Audience.Room ? "la" : "les")} {audience.French()}";
}
