using CrisisKits.Domain.Kits;

namespace CrisisKits.Infrastructure.Kits.Inserts;

/// <summary>One moment of the play: a stimulus, or what frames it.</summary>
/// <param name="Clock">The hour of the day; null while nobody knows when the exercise starts.</param>
/// <param name="Name">The channel of a stimulus; DEBEX, PHASE, PAUSE or FINEX.</param>
/// <param name="What">The title of a stimulus; what is then said or done.</param>
internal sealed record PlayMoment(TimeSpan At, TimeOnly? Clock, Phase Phase, string Name, string What)
{
    /// <summary>Null for the framework.</summary>
    public ChronogramLine? Line { get; init; }

    /// <summary>Null but for a break.</summary>
    public Pause? Pause { get; init; }
}

/// <summary>The whole play in order: at one moment the framework stands before its stimuli, and a break before the phase it leads to.</summary>
internal static class PlayMoments
{
    public static IReadOnlyList<PlayMoment> Of(ScenarioVariant play, PrintContext context)
    {
        var moments = Chronogram.Of(play).Select(line => (Order: 3, Moment: At(line.Inject.At, line.Phase, PlayWords.Of(line.Inject.Channel), line.Inject.Title) with { Line = line }))
            .Concat(play.Phases.Skip(1).Select(phase => (Order: 2, Moment: At(phase.From, phase, "PHASE", Opening(phase)))))
            .Append((Order: 0, Moment: At(TimeSpan.Zero, play.Phases[0], "DEBEX", Opening(play.Phases[0]))))
            .Append((Order: 4, Moment: At(play.Finex, play.Phases[^1], "FINEX", "Fin du jeu, prononcée par le DIREX. Le RETEX à chaud suit aussitôt.")))
            .Concat(context.Pauses.Select(pause => (Order: 1, Moment: Taken(pause))));
        return [.. moments.OrderBy(each => each.Moment.At).ThenBy(each => each.Order).Select(each => each.Moment)];

        PlayMoment At(TimeSpan at, Phase phase, string name, string what) => new(at, context.Clock?.At(at), phase, name, what);

        // what stands at the same moment comes after the break, the break itself does not
        PlayMoment Taken(Pause pause) => new(
            pause.At, context.Clock?.Reached(pause.At), Chronogram.PhaseAt(play, pause.At - TimeSpan.FromTicks(1)), "PAUSE",
            $"{PlayWords.Minutes(pause.Minutes)}\u202F; le temps de jeu s’arrête.")
        {
            Pause = pause,
        };
    }

    // the title of a phase may give the play away: only the day and the hour are announced
    private static string Opening(Phase phase) =>
        $"Phase «\u202F{phase.Title}\u202F». Annoncer\u202F: {char.ToLowerInvariant(phase.Day[0])}{phase.Day[1..]}, {PlayWords.Clock(phase.Clock)}.";
}
