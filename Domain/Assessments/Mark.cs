using CrisisKits.Domain.Grids;

namespace CrisisKits.Domain.Assessments;

/// <summary>What is assumed of the answers nobody has given.</summary>
public enum Assumption
{
    /// <summary>As answered: <em>je ne sais pas</em> is 0, an unanswered question has no points.</summary>
    None,

    /// <summary>Every unknown or unanswered question at 0.</summary>
    Worst,

    /// <summary>Every unknown or unanswered question at 3.</summary>
    Best,
}

/// <summary>A question of the grid beside the answer it got, if any.</summary>
public sealed record Mark(Theme Theme, Question Question)
{
    /// <summary>Given once, while the sheet is read.</summary>
    public Answer? Answer { get; internal set; }

    public const int MostPoints = 3;

    /// <summary>Points as answered; null when unanswered or <em>sans objet</em>.</summary>
    public int? Points => PointsIf(Assumption.None);

    /// <summary>Weight in the whole grid: of the question times that of its theme.</summary>
    public int Importance => Question.Weight * Theme.Weight;

    public int? PointsIf(Assumption assumption) => (Answer, assumption) switch
    {
        (Chosen chosen, _) => chosen.Option,
        (NotApplicable, _) => null,
        (_, Assumption.Best) => MostPoints,
        (_, Assumption.Worst) => 0,
        (DontKnow, _) => 0,
        _ => null,
    };
}
