using System.ComponentModel.DataAnnotations;
using CrisisKits.Domain.Assessments;

namespace CrisisKits.Api.Assessments;

/// <summary>Les réponses à une grille. Rien n'est enregistré ; aucune donnée de patient ne doit y figurer.</summary>
public sealed record ScoreRequest
{
    /// <summary>La version de la grille remplie, ou « current ».</summary>
    [Required]
    public string? GridVersion { get; init; }

    /// <summary>Une réponse par question, dans n'importe quel ordre. Les questions laissées de côté rendent le score provisoire.</summary>
    [Required, MinLength(1), MaxLength(ScoreRequestValidator.MostAnswers)]
    public IReadOnlyList<AnswerRequest>? Answers { get; init; }

    /// <summary>La variante du kit recommandé : hospital (par défaut), ou esms pour les structures sociales et médico-sociales. L'échelle des réponses est la même.</summary>
    [AllowedValues("hospital", "esms")]
    public string? Variant { get; init; }

    /// <summary>Les moyens de l'établissement. Ce qui n'est pas encore connu ne se donne pas : le résultat le nommera.</summary>
    public FeasibilityRequest? Feasibility { get; init; }
}

/// <summary>Une question et une seule réponse : option, dontKnow ou notApplicable.</summary>
public sealed record AnswerRequest : OneAnswer
{
    /// <summary>Une question de la grille.</summary>
    [Required, MaxLength(ScoreRequestValidator.LongestId)]
    public string? QuestionId { get; init; }

    public Answer ToAnswer() => ToAnswer(QuestionId!);
}

/// <summary>Une seule réponse : option, dontKnow ou notApplicable.</summary>
public abstract record OneAnswer
{
    /// <summary>Le plus haut descripteur dont la preuve peut être montrée, de 0 à 3.</summary>
    [Range(0, Mark.MostPoints)]
    public int? Option { get; init; }

    /// <summary>« Je ne sais pas » : true et rien d'autre. Compte 0.</summary>
    [AllowedValues(true)]
    public bool? DontKnow { get; init; }

    /// <summary>« Sans objet » : le motif, avec au moins une lettre ou un chiffre. Seulement là où la question le permet.</summary>
    [MaxLength(ScoreRequestValidator.LongestReason)]
    public string? NotApplicable { get; init; }

    protected Answer ToAnswer(string questionId) => (Option, NotApplicable) switch
    {
        ({ } option, _) => new Chosen(questionId, option),
        (_, { } reason) => new NotApplicable(questionId, reason),
        _ => new DontKnow(questionId),
    };
}

/// <summary>Les moyens de l'établissement pour un exercice. Ils avertissent, et ne changent jamais le score.</summary>
public sealed record FeasibilityRequest
{
    /// <summary>Les personnes qui joueraient.</summary>
    [Range(0, ScoreRequestValidator.MostPeople)]
    public int? Players { get; init; }

    /// <summary>Les personnes qui animeraient.</summary>
    [Range(0, ScoreRequestValidator.MostPeople)]
    public int? Facilitators { get; init; }

    /// <summary>Les personnes qui observeraient.</summary>
    [Range(0, ScoreRequestValidator.MostPeople)]
    public int? Observers { get; init; }

    /// <summary>Les heures pendant lesquelles une salle est libre.</summary>
    [Range(0, ScoreRequestValidator.MostHours)]
    public decimal? RoomHours { get; init; }

    /// <summary>Les semaines qui restent pour préparer.</summary>
    [Range(0, ScoreRequestValidator.MostWeeks)]
    public int? Weeks { get; init; }

    public Means ToMeans() => new(Players, Facilitators, Observers, RoomHours, Weeks);
}
