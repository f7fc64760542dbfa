using System.Globalization;

namespace CrisisKits.Infrastructure.Kits.Making;

/// <summary>Play time as people write it: <c>1:30</c> is an hour and a half after DEBEX.</summary>
internal static class PlayTime
{
    public static TimeSpan? Parse(string? text) =>
        TimeSpan.TryParseExact(text, [@"h\:mm", @"hh\:mm"], CultureInfo.InvariantCulture, out var at) ? at : null;
}
