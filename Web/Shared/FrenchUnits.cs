using CrisisKits.Domain.Kits;

namespace CrisisKits.Web.Shared;

/// <summary>Counts and durations as people read them in French.</summary>
public static class FrenchUnits
{
    private const char NoBreak = '\u00A0';

    /// <summary>« 6 à 9 », or « 2 » when both ends are equal.</summary>
    public static string People(Span span) => Range(span, value => $"{value}");

    /// <summary>« 1 h 45 à 2 h », from minutes.</summary>
    public static string Minutes(Span span) => Range(span, Duration);

    /// <summary>« 6 semaines », « 4 à 6 mois » from 16 weeks on.</summary>
    public static string Weeks(Span span) => span.Min >= 16
        ? $"{Range(new(span.Min / 4, span.Max / 4), value => $"{value}")}{NoBreak}mois"
        : $"{Range(span, value => $"{value}")}{NoBreak}semaines";

    /// <summary>« 1 réponse », « 12 réponses »; 0 is singular.</summary>
    public static string Counted(int count, string one, string many) => $"{count}{NoBreak}{(count < 2 ? one : many)}";

    /// <summary>« Rose », « Rose ou Rachid », « Rose, Rachid ou Colette ».</summary>
    public static string Either(IReadOnlyList<string> names) =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.Take(names.Count - 1))} ou {names[^1]}";

    private static string Range(Span span, Func<int, string> say) =>
        span.Min == span.Max ? say(span.Min) : $"{say(span.Min)} à{NoBreak}{say(span.Max)}";

    private static string Duration(int minutes) => minutes % 60 == 0
        ? $"{minutes / 60}{NoBreak}h"
        : minutes < 60 ? $"{minutes}{NoBreak}min" : $"{minutes / 60}{NoBreak}h{NoBreak}{minutes % 60:00}";
}
