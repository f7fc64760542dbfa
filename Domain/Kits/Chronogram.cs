namespace CrisisKits.Domain.Kits;

/// <summary>One line of the chronogram: a stimulus with its number in play order, its phase and its simulated day and time.</summary>
public sealed record ChronogramLine(int Number, Inject Inject, Phase Phase, TimeOnly SimulatedTime);

/// <summary>The play in order, DEBEX to FINEX, computed from the stimuli: no time is typed twice.</summary>
public static class Chronogram
{
    public static IReadOnlyList<ChronogramLine> Of(ScenarioVariant scenario)
    {
        var lines = new List<ChronogramLine>(scenario.Injects.Count);
        foreach (var inject in scenario.Injects)
        {
            var phase = PhaseAt(scenario, inject.At);
            lines.Add(new(lines.Count + 1, inject, phase, SimulatedTime(phase, inject.At)));
        }

        return lines;
    }

    public static Phase PhaseAt(ScenarioVariant scenario, TimeSpan at) => scenario.Phases.Last(phase => phase.From <= at);

    /// <summary>The simulated wall clock at a play time; it runs on from the clock the phase opens with.</summary>
    public static TimeOnly SimulatedTime(Phase phase, TimeSpan at) => phase.Clock.Add(at - phase.From);
}
