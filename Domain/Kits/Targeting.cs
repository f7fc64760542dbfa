using CrisisKits.Domain.Assessments;

namespace CrisisKits.Domain.Kits;

/// <summary>
/// Which optional stimuli to play first, from an establishment's own answers: those of its three weakest themes. Nothing is added, removed or moved,
/// and essential stimuli are played whatever happens.
/// </summary>
/// <param name="Score">What it is drawn from.</param>
/// <param name="Weakest">At most three themes, the weakest first.</param>
public sealed record Targeting(Score Score, IReadOnlyList<ThemeScore> Weakest)
{
    private const int Most = 3;

    /// <summary>Themes without a percentage, or with nothing left to gain, are left out; ties: the heavier theme, then the order of the grid.</summary>
    public static Targeting Of(Score score) => new(
        score,
        [
            .. score.Themes.Where(theme => theme.Value < new Fraction(1, 1))
                .OrderBy(theme => theme.Value!.Value).ThenByDescending(theme => theme.Theme.Weight)
                .Take(Most),
        ]);

    /// <summary>The stimulus and what is observed of it belong to one of the weakest themes.</summary>
    public bool Concerns(Inject inject) => Weakest.Any(theme => theme.Theme.Id == inject.Theme);

    public StimulusPriority PriorityOf(Inject inject) =>
        inject.Essential ? StimulusPriority.Always : Concerns(inject) ? StimulusPriority.First : StimulusPriority.IfTimeAllows;
}

public enum StimulusPriority
{
    Always,
    First,
    IfTimeAllows,
}
