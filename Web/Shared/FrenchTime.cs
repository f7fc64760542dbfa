using System.Globalization;

namespace CrisisKits.Web.Shared;

/// <summary>Instants as people in Paris read them.</summary>
public static class FrenchTime
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>« 23/11/2026 ».</summary>
    public static string Day(DateTimeOffset instant) => In(instant).ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    /// <summary>« 14:32 ».</summary>
    public static string Hour(DateTimeOffset instant) => In(instant).ToString("HH':'mm", CultureInfo.InvariantCulture);

    /// <summary>« 23/11/2026 à 14:32 ».</summary>
    public static string DayAndHour(DateTimeOffset instant) => In(instant).ToString("dd'/'MM'/'yyyy' à 'HH':'mm", CultureInfo.InvariantCulture);

    private static DateTimeOffset In(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Paris);
}
