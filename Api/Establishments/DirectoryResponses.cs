using System.ComponentModel.DataAnnotations;
using CrisisKits.Domain.Establishments;
using CrisisKits.Infrastructure.Content;
using CrisisKits.Infrastructure.Establishments;
using FluentValidation;

namespace CrisisKits.Api.Establishments;

/// <summary>Ce qui est public d'un établissement.</summary>
/// <param name="Finess">Son numéro, sans espaces.</param>
/// <param name="Kind">legal-entity : entité juridique ; site : entité géographique.</param>
/// <param name="Parent">Le numéro de l'entité juridique d'un site.</param>
/// <param name="Name">Au répertoire FINESS, ou corrigé ici.</param>
/// <param name="Town">Sa ville.</param>
/// <param name="Category">Sa catégorie, trois chiffres de la nomenclature TRE_R66 ; null pour une entité juridique.</param>
/// <param name="Department">Son département : deux caractères, trois outre-mer.</param>
/// <param name="Region">Sa région ; null dans les collectivités d'outre-mer.</param>
/// <param name="Open">Faux une fois fermé : il reste lisible.</param>
public sealed record FoundEstablishment(
    string Finess, string Kind, string? Parent, string Name, string Town, string? Category, string Department, string? Region, bool Open)
{
    public static FoundEstablishment Of(Establishment establishment) => new(
        establishment.Finess.Value, establishment.Kind.Id(), establishment.Parent?.Value, establishment.Name, establishment.Town, establishment.Category,
        establishment.Department.Code, establishment.Region?.Name, establishment.IsOpen);
}

/// <summary>Une page de l'annuaire, par ordre alphabétique.</summary>
/// <param name="Establishments">Fermés compris.</param>
/// <param name="Cursor">À donner pour la page suivante ; null s'il n'y en a pas.</param>
/// <param name="Warning">Le numéro cherché semble mal tapé ; null sinon.</param>
public sealed record FoundEstablishmentsResponse(IReadOnlyList<FoundEstablishment> Establishments, string? Cursor, string? Warning);

/// <summary>L'établissement tel qu'il est maintenant dans l'annuaire.</summary>
/// <param name="Establishment">Ce qui en est public.</param>
/// <param name="Warning">Son numéro semble mal tapé ; null sinon.</param>
public sealed record CorrectedEstablishmentResponse(FoundEstablishment Establishment, string? Warning)
{
    public static CorrectedEstablishmentResponse Of(CorrectedEstablishment corrected) => new(
        FoundEstablishment.Of(corrected.Establishment), corrected.Establishment.Finess.LooksMistyped ? DirectoryWords.Mistyped : null);
}

/// <summary>Ce qu'est un établissement.</summary>
public sealed record CorrectEstablishmentRequest
{
    /// <summary>legal-entity : entité juridique ; site : entité géographique.</summary>
    [Required, AllowedValues("legal-entity", "site")]
    public string? Kind { get; init; }

    /// <summary>Le numéro FINESS de l'entité juridique d'un site ; rien pour une entité juridique.</summary>
    public string? Parent { get; init; }

    /// <summary>Le nom affiché.</summary>
    [Required, MaxLength(DescribedEstablishment.LongestName)]
    public string? Name { get; init; }

    /// <summary>La catégorie, trois chiffres de la nomenclature TRE_R66 : elle choisit la rédaction de la grille et des kits.</summary>
    public string? Category { get; init; }

    /// <summary>La ville.</summary>
    [Required, MaxLength(DescribedEstablishment.LongestTown)]
    public string? Town { get; init; }

    /// <summary>Le code postal, cinq chiffres.</summary>
    public string? PostalCode { get; init; }

    /// <summary>Le code de la commune, cinq caractères du code officiel géographique : le département et la région en viennent.</summary>
    [Required]
    public string? Commune { get; init; }

    /// <summary>Faux pour un établissement fermé.</summary>
    [Required]
    public bool? Open { get; init; }

    /// <summary>Vrai pour que le prochain import décide de nouveau ; faux si rien n'est dit : la correction reste.</summary>
    public bool? FollowDirectory { get; init; }

    public DescribedEstablishment Describe(string finess) => new()
    {
        Finess = finess,
        Kind = Kind,
        Parent = Parent,
        Name = Name,
        Category = Category,
        Town = Town,
        PostalCode = PostalCode,
        Commune = Commune,
        IsOpen = Open,
    };
}

/// <summary>Only what is missing: the rest is a rule of the directory, which files obey too.</summary>
public sealed class CorrectEstablishmentRequestValidator : AbstractValidator<CorrectEstablishmentRequest>
{
    public CorrectEstablishmentRequestValidator()
    {
        RuleFor(request => request.Kind).NotNull().WithErrorCode("missing-kind").WithMessage("Donnez « kind » : legal-entity (entité juridique) ou site (entité géographique).");
        RuleFor(request => request.Name).NotNull().WithErrorCode("missing-name").WithMessage("Donnez « name » : le nom de l'établissement.");
        RuleFor(request => request.Town).NotNull().WithErrorCode("missing-town").WithMessage("Donnez « town » : la ville.");
        RuleFor(request => request.Commune).NotNull().WithErrorCode("missing-commune").WithMessage("Donnez « commune » : le code de la commune, et non le code postal.");
        RuleFor(request => request.Open).NotNull().WithErrorCode("missing-open").WithMessage("Donnez « open » : true si l'établissement est ouvert, false s'il est fermé.");
    }
}

internal static class DirectoryWords
{
    public static readonly string Mistyped = FrenchTypography.Apply(
        "La clé (dernier caractère) de ce numéro FINESS n'est pas celle attendue : vérifiez-le. Quelques vrais numéros sont dans ce cas.");
}
