using System.Collections.Frozen;

namespace CrisisKits.Domain.Kits;

/// <summary>
/// What an establishment says of itself so that its kit is made for it. Whatever is null stays a dotted line. The culprit of a scenario is always
/// its fictitious provider, never a product named here.
/// </summary>
public sealed record Personalisation
{
    public required string Establishment { get; init; }
    public required string? Group { get; init; }
    public required string? Samu { get; init; }

    /// <summary>Names of the software in use, for players to recognise their own house.</summary>
    public required string? PatientRecord { get; init; }
    public required string? Laboratory { get; init; }
    public required string? Imaging { get; init; }
    public required string? Pharmacy { get; init; }

    public required DateOnly? Date { get; init; }

    /// <summary>DEBEX on the wall clock, local time.</summary>
    public required TimeOnly? Start { get; init; }

    /// <summary>Pauses taken besides the scenario's own, in play time.</summary>
    public required IReadOnlyList<Pause> Breaks { get; init; }

    /// <summary>Who holds a function on the day, by <c>direx</c>, <c>diranim</c> or the identifier of a player's role.</summary>
    public required IReadOnlyDictionary<string, string> Functions { get; init; }

    /// <summary>Between two pauses one plays: at least ten minutes of play time.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(10);

    /// <summary>The functions a kit leaves a line for, in either variant.</summary>
    public static FrozenSet<string> FunctionsOf(Kit kit) =>
        kit.Scenarios.SelectMany(scenario => scenario.Hospital.Players.Concat(scenario.Esms.Players)).Select(player => player.Id)
            .Concat(["direx", "diranim"]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The pauses of the play: the scenario's own and the establishment's, in order.</summary>
    public static IReadOnlyList<Pause> PausesOf(ScenarioVariant play, Personalisation? made)
    {
        var pauses = (made?.Breaks ?? []).Concat(play.Pause is { } own ? [own] : []);
        return [.. pauses.OrderBy(pause => pause.At)];
    }

    /// <summary>Why this cannot be played in a variant; null when it can. The path is that of the value in <c>breaks</c> or <c>start</c>.</summary>
    public ImpossibleTiming? Check(ScenarioVariant play)
    {
        for (var index = 0; index < Breaks.Count; index++)
        {
            var at = Breaks[index].At;
            if (at <= TimeSpan.Zero || at >= play.Finex)
                return new(TimingFault.BreakOutsidePlay, index);
            var others = Breaks.Take(index).Concat(play.Pause is { } own ? [own] : []);
            if (others.Any(other => (other.At - at).Duration() < Apart))
                return new(TimingFault.PausesTooClose, index);
        }

        var start = Start ?? TimeOnly.MinValue;
        return start.ToTimeSpan() + new RealClock(start, PausesOf(play, this)).Lasts(play.Finex) >= TimeSpan.FromDays(1)
            ? new(TimingFault.EndsAfterMidnight, null)
            : null;
    }
}

public enum TimingFault
{
    BreakOutsidePlay,
    PausesTooClose,
    EndsAfterMidnight,
}

/// <param name="Fault">What cannot be.</param>
/// <param name="Break">Which break, by its place in the list; null when it is the start.</param>
public sealed record ImpossibleTiming(TimingFault Fault, int? Break);
