namespace CrisisKits.Domain.Kits;

/// <summary>The wall clock of the room beside play time: it runs on while play time stands still in a pause.</summary>
/// <param name="start">DEBEX, local time.</param>
/// <param name="pauses">In play time, in order.</param>
public sealed class RealClock(TimeOnly start, IReadOnlyList<Pause> pauses)
{
    /// <summary>When something is played: what stands at the very moment of a pause comes after it.</summary>
    public TimeOnly At(TimeSpan at) => start.Add(Lasts(at));

    /// <summary>When a moment of the play is reached, before any pause that begins then.</summary>
    public TimeOnly Reached(TimeSpan at) => start.Add(at + Minutes(pauses.Where(pause => pause.At < at)));

    /// <summary>Real time from DEBEX until something is played.</summary>
    public TimeSpan Lasts(TimeSpan at) => at + Minutes(pauses.Where(pause => pause.At <= at));

    private static TimeSpan Minutes(IEnumerable<Pause> taken) => TimeSpan.FromMinutes(taken.Sum(pause => pause.Minutes));
}
