using System.ComponentModel.DataAnnotations;

namespace CrisisKits.Infrastructure.Kits.Making;

/// <summary>Pour qui le kit est fait. Ce qui n'est pas donné reste une ligne en pointillés. Rien n'est enregistré.</summary>
public record MakingRequest
{
    /// <summary>hospital (par défaut), ou esms pour les structures sociales et médico-sociales.</summary>
    [AllowedValues("hospital", "esms")]
    public string? Variant { get; init; }

    /// <summary>Un scénario du niveau ; le premier par défaut.</summary>
    [MaxLength(MakingRequestValidator.LongestId)]
    public string? Scenario { get; init; }

    /// <summary>L'établissement.</summary>
    [Required]
    public EstablishmentRequest? Establishment { get; init; }

    /// <summary>Le jour de l'exercice, par exemple 2026-12-15.</summary>
    [RegularExpression("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
    public string? Date { get; init; }

    /// <summary>L'heure du DEBEX, locale, par exemple 09:00. L'exercice finit le jour même.</summary>
    [RegularExpression("^[0-9]{2}:[0-9]{2}$")]
    public string? Start { get; init; }

    /// <summary>Les pauses, en plus de celle du scénario. Le temps de jeu s'y arrête, l'heure réelle continue.</summary>
    [MaxLength(MakingRequestValidator.MostBreaks)]
    public IReadOnlyList<BreakRequest>? Breaks { get; init; }

    /// <summary>Les logiciels, pour que les joueurs se reconnaissent. Aucun n'est jamais mis en cause : le fautif est toujours un prestataire inventé.</summary>
    public SystemsRequest? Systems { get; init; }

    /// <summary>Qui tient chaque fonction ce jour-là : direx, diranim ou l'identifiant d'un rôle de joueur du kit.</summary>
    public IReadOnlyDictionary<string, string>? Functions { get; init; }
}

/// <summary>L'établissement et ceux avec qui il travaille.</summary>
public sealed record EstablishmentRequest
{
    /// <summary>Son nom, tel qu'il s'imprime.</summary>
    [Required, MaxLength(MakingRequestValidator.LongestText)]
    public string? Name { get; init; }

    /// <summary>Le groupement (GHT) ou l'organisme gestionnaire.</summary>
    [MaxLength(MakingRequestValidator.LongestText)]
    public string? Group { get; init; }

    /// <summary>Le SAMU de rattachement.</summary>
    [MaxLength(MakingRequestValidator.LongestText)]
    public string? Samu { get; init; }
}

/// <summary>Une pause.</summary>
public sealed record BreakRequest
{
    /// <summary>Le temps de jeu où elle commence, par exemple 1:30.</summary>
    [Required, RegularExpression("^[0-9]{1,2}:[0-5][0-9]$")]
    public string? At { get; init; }

    /// <summary>Sa durée en minutes.</summary>
    [Required, Range(1, MakingRequestValidator.LongestBreak)]
    public int? Minutes { get; init; }
}

/// <summary>Les noms des logiciels.</summary>
public sealed record SystemsRequest
{
    /// <summary>Le dossier patient informatisé, ou dossier de l'usager.</summary>
    [MaxLength(MakingRequestValidator.LongestText)]
    public string? Dpi { get; init; }

    /// <summary>Le laboratoire.</summary>
    [MaxLength(MakingRequestValidator.LongestText)]
    public string? Laboratory { get; init; }

    /// <summary>L'imagerie.</summary>
    [MaxLength(MakingRequestValidator.LongestText)]
    public string? Imaging { get; init; }

    /// <summary>La pharmacie ou le circuit du médicament.</summary>
    [MaxLength(MakingRequestValidator.LongestText)]
    public string? Pharmacy { get; init; }
}
