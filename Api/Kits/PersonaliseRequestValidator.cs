using CrisisKits.Api.Assessments;
using CrisisKits.Infrastructure.Kits.Making;
using FluentValidation;

namespace CrisisKits.Api.Kits;

/// <summary>The shape of a personalisation over HTTP: that of any, and that of the answers.</summary>
public sealed class PersonaliseRequestValidator : AbstractValidator<PersonaliseRequest>
{
    public PersonaliseRequestValidator()
    {
        Include(new MakingRequestValidator());
        RuleFor(request => request.GridVersion).NotEmpty().When(request => request.Answers is not null)
            .WithErrorCode("missing-grid-version").WithMessage("Donnez avec les réponses la version de la grille remplie, par exemple « 2026.1 » ou « current ».");
        RuleFor(request => request.Answers).NotNull().When(request => request.GridVersion is not null)
            .WithErrorCode("missing-answers").WithMessage("Donnez les réponses avec la version de la grille, ou ni l'une ni les autres.");
        RuleFor(request => request.Answers).Must(answers => answers!.Count <= ScoreRequestValidator.MostAnswers).When(request => request.Answers is not null)
            .WithErrorCode("too-many-answers").WithMessage($"Pas plus de {ScoreRequestValidator.MostAnswers} réponses.");
        RuleForEach(request => request.Answers!).SetValidator(new AnswerRequestValidator())
            .When(request => request.Answers?.Count <= ScoreRequestValidator.MostAnswers);
    }
}
