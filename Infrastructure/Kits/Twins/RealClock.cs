namespace CrisisKits.Infrastructure.Kits.Twins;

/// <summary>The one place where editable twins learn at what hour of the day a moment is played.</summary>
internal static class RealClock
{
    /// <summary>Null while the start is not known: a blank kit leaves the hour to be typed in.</summary>
    /// <param name="sinceStart">Time on the wall clock since DEBEX.</param>
    public static TimeOnly? At(PrintContext context, TimeSpan sinceStart) => null;
}
