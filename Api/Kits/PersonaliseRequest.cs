using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CrisisKits.Api.Assessments;
using CrisisKits.Infrastructure.Kits.Making;

namespace CrisisKits.Api.Kits;

/// <summary>Pour qui le kit est fait. Ce qui n'est pas donné reste une ligne en pointillés. Rien n'est enregistré.</summary>
public sealed record PersonaliseRequest : MakingRequest
{
    /// <summary>La version de la grille remplie, avec « answers ».</summary>
    [JsonPropertyOrder(1), MaxLength(ScoreRequestValidator.LongestId)]
    public string? GridVersion { get; init; }

    /// <summary>Les réponses à la grille, comme pour /scores : elles disent quels stimuli facultatifs jouer d'abord.</summary>
    [JsonPropertyOrder(1), MinLength(1), MaxLength(ScoreRequestValidator.MostAnswers)]
    public IReadOnlyList<AnswerRequest>? Answers { get; init; }
}
