using CrisisKits.Domain.Kits;

namespace CrisisKits.Domain.Grids;

/// <summary>A published self-assessment grid. Everything a result needs is in it: bands, themes, gates.</summary>
public sealed record Grid
{
    public required string Version { get; init; }
    public required string Title { get; init; }
    public required string Duration { get; init; }
    public required string Introduction { get; init; }
    public required string Disclaimer { get; init; }

    /// <summary>Ascending by <see cref="Band.From"/>; the first starts at 0.</summary>
    public required IReadOnlyList<Band> Bands { get; init; }
    public required IReadOnlyList<Theme> Themes { get; init; }
    public required IReadOnlyList<Gate> Gates { get; init; }

    /// <summary>Questions in grid order.</summary>
    public IEnumerable<Question> Questions => Themes.SelectMany(theme => theme.Questions);
}

/// <summary>A level and the lowest whole percentage that reaches it.</summary>
public sealed record Band(KitLevel Level, int From);

/// <summary>A theme and its weight in the overall score.</summary>
public sealed record Theme(string Id, string Title, int Weight, string Introduction, IReadOnlyList<Question> Questions);

/// <summary>Whether a question is for those who decide or those who operate.</summary>
public enum Perspective
{
    Strategic,
    Operational,
}

/// <summary>One question with its four descriptors, 0 to 3, and the actions proposed for low answers.</summary>
public sealed record Question
{
    public required string Id { get; init; }

    /// <summary>What it is about, to be read without it: a statement of at most 45 characters, the same for hospitals and ESMS.</summary>
    public required string Subject { get; init; }
    public required string Text { get; init; }
    public required string Why { get; init; }
    public required string Help { get; init; }
    public required string AskWhom { get; init; }
    public required string Evidence { get; init; }
    public required Perspective Perspective { get; init; }

    /// <summary>1 to 3.</summary>
    public required int Weight { get; init; }
    public required bool AllowsNotApplicable { get; init; }
    public required IReadOnlyList<AnswerOption> Options { get; init; }
    public required IReadOnlyList<string> Sources { get; init; }
    public required EsmsWording? Esms { get; init; }
    public required Recommendation ForNothing { get; init; }
    public required Recommendation ForBeginnings { get; init; }
    public required Recommendation ForUnknown { get; init; }
}

/// <summary>A descriptor: 0 to 3 points, told apart by what can be shown.</summary>
public sealed record AnswerOption(int Value, string Label);

/// <summary>The question as put to a social or medico-social structure; the scale is the same.</summary>
public sealed record EsmsWording(string Text, string Help, IReadOnlyList<AnswerOption> Options);

public enum Effort
{
    Small,
    Medium,
    Large,
}

/// <summary>An action proposed for a low answer: why, how, at what effort, by whom.</summary>
public sealed record Recommendation(string Why, string How, Effort Effort, string Who);

/// <summary>A rule that caps the level when all its conditions hold, with its sentence and how to lift it.</summary>
public sealed record Gate(string Id, KitLevel Cap, string Message, string HowToLift, IReadOnlyList<GateCondition> When);

/// <summary>Holds when the question is answered with at most so many points (<em>je ne sais pas</em> is 0).</summary>
public sealed record GateCondition(string QuestionId, int AtMost);
