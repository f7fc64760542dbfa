using System.Globalization;

namespace CrisisKits.Infrastructure.Content;

/// <summary>Instants as people of the establishment read them, on the clock of Paris.</summary>
public static class FrenchTime
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>« 24/11/2026 ».</summary>
    public static string Day(DateTimeOffset instant) => In(instant, "dd'/'MM'/'yyyy");

    /// <summary>« 14:02 ».</summary>
    public static string Hour(DateTimeOffset instant) => In(instant, "HH':'mm");

    /// <summary>« 24/11/2026 à 14:02 ».</summary>
    public static string DayAndHour(DateTimeOffset instant) => In(instant, "dd'/'MM'/'yyyy' à 'HH':'mm");

    /// <summary>« le 24/11/2026 à 14:02 ».</summary>
    public static string At(DateTimeOffset instant) => $"le {DayAndHour(instant)}";

    private static string In(DateTimeOffset instant, string format) => TimeZoneInfo.ConvertTime(instant, Paris).ToString(format, CultureInfo.InvariantCulture);
}
