using System.ComponentModel.DataAnnotations;
using CrisisKits.Domain.Assessments;

namespace CrisisKits.Api.Assessments;

/// <summary>Answers to score. Nothing is stored; no data about patients may be in them.</summary>
public sealed record ScoreRequest
{
    /// <summary>Version of the grid that was answered, or « current ».</summary>
    [Required]
    public string? GridVersion { get; init; }

    /// <summary>One answer per question, in any order. Questions left out make the score provisional.</summary>
    [Required, MinLength(1), MaxLength(ScoreRequestValidator.MostAnswers)]
    public IReadOnlyList<AnswerRequest>? Answers { get; init; }

    /// <summary>Établissement de santé (hospital, par défaut) ou structure sociale ou médico-sociale (esms).</summary>
    [AllowedValues("hospital", "esms")]
    public string? Variant { get; init; }

    /// <summary>What the establishment can field; leave out what is not known yet.</summary>
    public FeasibilityRequest? Feasibility { get; init; }
}

/// <summary>Exactly one of option, dontKnow and notApplicable.</summary>
public sealed record AnswerRequest
{
    /// <summary>A question of the grid.</summary>
    [Required, MaxLength(ScoreRequestValidator.LongestId)]
    public string? QuestionId { get; init; }

    /// <summary>The highest descriptor of which the evidence can be shown, 0 to 3.</summary>
    [Range(0, Mark.MostPoints)]
    public int? Option { get; init; }

    /// <summary>« Je ne sais pas »: literally true. Counts 0.</summary>
    [AllowedValues(true)]
    public bool? DontKnow { get; init; }

    /// <summary>« Sans objet »: the reason. Only where the question allows it.</summary>
    [MaxLength(ScoreRequestValidator.LongestReason)]
    public string? NotApplicable { get; init; }

    public Answer ToAnswer() => (Option, NotApplicable) switch
    {
        ({ } option, _) => new Chosen(QuestionId!, option),
        (_, { } reason) => new NotApplicable(QuestionId!, reason),
        _ => new DontKnow(QuestionId!),
    };
}

/// <summary>What the establishment can field for an exercise. It warns, and never changes the score.</summary>
public sealed record FeasibilityRequest
{
    /// <summary>People who would play.</summary>
    [Range(0, ScoreRequestValidator.MostPeople)]
    public int? Players { get; init; }

    /// <summary>People who would animate.</summary>
    [Range(0, ScoreRequestValidator.MostPeople)]
    public int? Facilitators { get; init; }

    /// <summary>People who would observe.</summary>
    [Range(0, ScoreRequestValidator.MostPeople)]
    public int? Observers { get; init; }

    /// <summary>Hours a room is free.</summary>
    [Range(0, ScoreRequestValidator.MostHours)]
    public decimal? RoomHours { get; init; }

    /// <summary>Weeks left to prepare.</summary>
    [Range(0, ScoreRequestValidator.MostWeeks)]
    public int? Weeks { get; init; }

    public Means ToMeans() => new(Players, Facilitators, Observers, RoomHours, Weeks);
}
