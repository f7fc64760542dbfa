using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using CrisisKits.Api.Http.Failures;
using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Infrastructure.Content;
using Microsoft.AspNetCore.Http;

namespace CrisisKits.Api.Assessments.Keeping;

/// <summary>Ce qui est dit d'une question : une seule des trois sortes de réponse est donnée.</summary>
public record SaidAnswer
{
    public SaidAnswer(GivenAnswer given)
    {
        Option = (given.Answer as Chosen)?.Option;
        DontKnow = given.Answer is DontKnow ? true : null;
        NotApplicable = (given.Answer as NotApplicable)?.Reason;
        Comment = given.Comment;
        Evidence = given.Evidence;
    }

    /// <summary>Le descripteur retenu, de 0 à 3.</summary>
    [JsonPropertyOrder(-1), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Option { get; }

    /// <summary>« Je ne sais pas ».</summary>
    [JsonPropertyOrder(-1), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? DontKnow { get; }

    /// <summary>« Sans objet » : le motif.</summary>
    [JsonPropertyOrder(-1), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NotApplicable { get; }

    /// <summary>Tel qu'il a été tapé, espaces autour en moins.</summary>
    [JsonPropertyOrder(-1)]
    public string? Comment { get; }

    /// <summary>Où se trouve la preuve.</summary>
    [JsonPropertyOrder(-1)]
    public string? Evidence { get; }
}

/// <summary>La dernière réponse donnée à une question.</summary>
public sealed record AnswerResponse : SaidAnswer
{
    private AnswerResponse(KeptAnswer kept, string answeredBy)
        : base(kept.Given!)
    {
        QuestionId = kept.QuestionId;
        Version = kept.Version;
        AnsweredBy = answeredBy;
        AnsweredAt = kept.Answered.At.UtcDateTime;
        ToConfirm = kept.ToConfirm;
    }

    /// <summary>La question.</summary>
    [JsonPropertyOrder(-2)]
    public string QuestionId { get; }

    /// <summary>À renvoyer dans If-Match pour la changer : 1 d'abord, un de plus à chaque changement.</summary>
    public int Version { get; }

    /// <summary>Le nom de la personne qui a répondu.</summary>
    public string AnsweredBy { get; }

    /// <summary>Quand, en temps universel ; pour une réponse reprise, quand elle avait été donnée.</summary>
    public DateTime AnsweredAt { get; }

    /// <summary>Reprise de l'autoévaluation précédente et pas encore confirmée : donnez-la de nouveau pour la confirmer.</summary>
    public bool ToConfirm { get; }

    /// <summary>Null when the question has no answer, or no longer one.</summary>
    public static AnswerResponse? Of(KeptAnswer? kept, string answeredBy) => kept?.Given is null ? null : new(kept, answeredBy);

    /// <summary>As its ETag.</summary>
    public static string TagOf(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
}

/// <summary>Une réponse qui a changé entre-temps : les deux valeurs, pour choisir. Rien n'a été changé.</summary>
public sealed record ChangedAnswerProblem : Problem
{
    [SetsRequiredMembers]
    private ChangedAnswerProblem(Problem problem)
        : base(problem)
    {
    }

    /// <summary>Celle qui est enregistrée ; null quand la question n'en a pas, ou plus.</summary>
    [JsonPropertyOrder(1)]
    public AnswerResponse? Current { get; private init; }

    /// <summary>Celle que vous vouliez enregistrer ; null quand vous vouliez effacer.</summary>
    [JsonPropertyOrder(1)]
    public SaidAnswer? Mine { get; private init; }

    /// <param name="conflict">Both answers.</param>
    /// <param name="answeredBy">The name of who gave the one that is there.</param>
    /// <param name="personId">Who asks.</param>
    public static ChangedAnswerProblem Of(AnswerOutcome.Conflict conflict, string answeredBy, string personId) =>
        new(Of(StatusCodes.Status412PreconditionFailed, "answer-changed", Told(conflict, answeredBy, personId)))
        {
            Current = AnswerResponse.Of(conflict.Current, answeredBy),
            Mine = conflict.Mine is null ? null : new(conflict.Mine),
        };

    private static string Told(AnswerOutcome.Conflict conflict, string answeredBy, string personId)
    {
        if (conflict.Current is not { Given: not null, Answered: var answered })
            return "Cette question n'a pas, ou plus, de réponse : envoyez la vôtre avec « If-None-Match: * ».";
        var who = answered.By == personId
            ? $"Vous avez déjà répondu à cette question {FrenchTime.At(answered.At)}"
            : $"{answeredBy} a répondu entre-temps, {FrenchTime.At(answered.At)}";
        return conflict.Mine is null
            ? $"{who} : lisez cette réponse avant de l'effacer, puis donnez sa version, qui est en ETag."
            : $"{who} : comparez les deux réponses, puis renvoyez celle qui convient avec la version donnée en ETag.";
    }
}
