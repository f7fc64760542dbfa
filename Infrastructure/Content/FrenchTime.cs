using System.Globalization;

namespace CrisisKits.Infrastructure.Content;

/// <summary>Instants as people of the establishment read them, on the clock of Paris.</summary>
public static class FrenchTime
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>« le 24/11/2026 à 14:02 ».</summary>
    public static string At(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, Paris).ToString("'le 'dd'/'MM'/'yyyy' à 'HH':'mm", CultureInfo.InvariantCulture);
}
