using System.ComponentModel.DataAnnotations;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Kits;
using FluentValidation;

namespace CrisisKits.Api.Assessments.Keeping;

/// <summary>L'autoévaluation à commencer ; un objet vide la commence de rien, sur la grille en vigueur.</summary>
public sealed record StartRequest
{
    /// <summary>La version de la grille ; la grille en vigueur si elle n'est pas donnée.</summary>
    [MaxLength(ScoreRequestValidator.LongestId)]
    public string? GridVersion { get; init; }

    /// <summary>L'identifiant d'une autoévaluation validée du même établissement : ses réponses sont reprises, « à confirmer ».</summary>
    [MaxLength(ScoreRequestValidator.LongestId)]
    public string? From { get; init; }
}

/// <summary>La réponse à une question : option, dontKnow ou notApplicable, et ce qui l'appuie. Aucune donnée de patient.</summary>
public sealed record GiveAnswerRequest : OneAnswer
{
    /// <summary>Ce qu'il faut savoir de cette réponse.</summary>
    [MaxLength(GivenAnswer.LongestComment)]
    public string? Comment { get; init; }

    /// <summary>Où se trouve la preuve, et non la preuve elle-même.</summary>
    [MaxLength(GivenAnswer.LongestEvidence)]
    public string? Evidence { get; init; }

    public GivenAnswer ToGiven(string questionId) => new(ToAnswer(questionId), Comment, Evidence);
}

/// <summary>Le kit que l'établissement jouera ; un objet vide choisit le kit recommandé.</summary>
public sealed record SubmitRequest
{
    /// <summary>Le niveau choisi : plus bas librement, plus haut avec un motif.</summary>
    [AllowedValues("beginner", "intermediate", "advanced", KitLevelNames.Expert)]
    public string? KitLevel { get; init; }

    /// <summary>Pourquoi ce kit ; nécessaire s'il est au-dessus du kit recommandé.</summary>
    [MaxLength(KitChoice.LongestReason)]
    public string? Reason { get; init; }

    public KitChoice ToChoice() => new(KitLevelNames.Parse(KitLevel), Reason);
}

/// <summary>Ce que l'agence peut lire.</summary>
public sealed record SharingRequest
{
    /// <summary>Vrai pour que l'ARS lise aussi les scores par thème ; jamais les commentaires ni les preuves.</summary>
    [Required]
    public bool? Detail { get; init; }
}

public sealed class StartRequestValidator : AbstractValidator<StartRequest>
{
    public StartRequestValidator()
    {
        RuleFor(request => request.GridVersion).MaximumLength(ScoreRequestValidator.LongestId)
            .WithErrorCode("too-long").WithMessage($"Une version de grille ne dépasse pas {ScoreRequestValidator.LongestId} caractères.");
        RuleFor(request => request.From).MaximumLength(ScoreRequestValidator.LongestId)
            .WithErrorCode("too-long").WithMessage($"Un identifiant ne dépasse pas {ScoreRequestValidator.LongestId} caractères.");
    }
}

/// <summary>The texts are bounded by the Domain, which every way in obeys.</summary>
public sealed class GiveAnswerRequestValidator : OneAnswerValidator<GiveAnswerRequest>;

public sealed class SubmitRequestValidator : AbstractValidator<SubmitRequest>
{
    public SubmitRequestValidator() =>
        RuleFor(request => request.KitLevel).Must(level => level is null || KitLevelNames.Parse(level) is not null)
            .WithErrorCode("unknown-level").WithMessage("Le niveau est beginner, intermediate ou advanced ; ne le donnez pas pour prendre le kit recommandé.");
}

public sealed class SharingRequestValidator : AbstractValidator<SharingRequest>
{
    public SharingRequestValidator() =>
        RuleFor(request => request.Detail).NotNull()
            .WithErrorCode("missing-detail").WithMessage("Donnez « detail » : true pour partager les scores par thème, false pour ne plus le faire.");
}
