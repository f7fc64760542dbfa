using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Kits;
using FluentValidation;

namespace CrisisKits.Api.Assessments;

/// <summary>The shape of a scoring request; what depends on the grid is decided by the Domain.</summary>
public sealed class ScoreRequestValidator : AbstractValidator<ScoreRequest>
{
    public const int MostAnswers = 200;
    public const int LongestId = 100;
    public const int LongestReason = 1000;
    public const int MostPeople = 10_000;
    public const int MostHours = 1_000;
    public const int MostWeeks = 1_000;

    public ScoreRequestValidator()
    {
        RuleFor(request => request.GridVersion).NotEmpty()
            .WithErrorCode("missing-grid-version").WithMessage("Donnez la version de la grille remplie, par exemple « 2026.1 » ou « current ».");
        RuleFor(request => request.Answers).Cascade(CascadeMode.Stop)
            .NotNull().WithErrorCode("missing-answers").WithMessage("Donnez la liste des réponses.")
            .Must(answers => answers!.Count <= MostAnswers).WithErrorCode("too-many-answers").WithMessage($"Pas plus de {MostAnswers} réponses.");
        RuleForEach(request => request.Answers!).SetValidator(new AnswerRequestValidator())
            .When(request => request.Answers?.Count <= MostAnswers);
        RuleFor(request => request.Variant).Must(variant => KitVariantNames.Parse(variant) is not null)
            .WithErrorCode("unknown-variant").WithMessage($"Donnez la variante {string.Join(" ou ", KitVariantNames.All)}, ou ne la donnez pas : c'est alors hospital.");
        RuleFor(request => request.Feasibility!).SetValidator(new FeasibilityRequestValidator())
            .When(request => request.Feasibility is not null);
    }
}

/// <summary>One answer: a question and exactly one kind of answer.</summary>
public sealed class AnswerRequestValidator : OneAnswerValidator<AnswerRequest>
{
    public AnswerRequestValidator() =>
        RuleFor(answer => answer.QuestionId).Cascade(CascadeMode.Stop)
            .NotEmpty().WithErrorCode("missing-question").WithMessage("Dites à quelle question cette réponse répond.")
            .Must(id => Characters(id!) <= ScoreRequestValidator.LongestId).WithErrorCode("too-long")
            .WithMessage($"Un identifiant de question ne dépasse pas {ScoreRequestValidator.LongestId} caractères.");
}

/// <summary>Exactly one kind of answer.</summary>
public abstract class OneAnswerValidator<T> : AbstractValidator<T>
    where T : OneAnswer
{
    protected OneAnswerValidator()
    {
        RuleFor(answer => answer).Must(answer => Kinds(answer) > 0)
            .WithErrorCode("missing-answer").WithMessage("Donnez une réponse : « option » de 0 à 3, « dontKnow » ou « notApplicable ».");
        RuleFor(answer => answer).Must(answer => Kinds(answer) < 2)
            .WithErrorCode("several-answers").WithMessage("Gardez une seule réponse : « option », « dontKnow » ou « notApplicable ».");
        RuleFor(answer => answer.Option).InclusiveBetween(0, Mark.MostPoints)
            .WithErrorCode("option-out-of-range").WithMessage("L'option doit être 0, 1, 2 ou 3 : le numéro du descripteur retenu.");
        RuleFor(answer => answer.DontKnow).NotEqual(false)
            .WithErrorCode("dont-know-not-true").WithMessage("« dontKnow » vaut true ou n'est pas donné.");
        RuleFor(answer => answer.NotApplicable).Cascade(CascadeMode.Stop)
            .Must(reason => NotApplicable.IsReason(reason!)).WithErrorCode("missing-reason")
            .WithMessage("Dites en une phrase pourquoi la question est sans objet pour votre établissement.")
            .Must(reason => Characters(reason!) <= ScoreRequestValidator.LongestReason).WithErrorCode("too-long")
            .WithMessage($"Le motif ne dépasse pas {ScoreRequestValidator.LongestReason} caractères.")
            .When(answer => answer.NotApplicable is not null);
    }

    /// <summary>As <c>maxLength</c> of a JSON schema counts them.</summary>
    protected static int Characters(string text) => text.EnumerateRunes().Count();

    private static int Kinds(OneAnswer answer) =>
        (answer.Option is null ? 0 : 1) + (answer.DontKnow is null ? 0 : 1) + (answer.NotApplicable is null ? 0 : 1);
}

/// <summary>Counts that make sense.</summary>
public sealed class FeasibilityRequestValidator : AbstractValidator<FeasibilityRequest>
{
    public FeasibilityRequestValidator()
    {
        Bound(RuleFor(means => means.Players).InclusiveBetween(0, ScoreRequestValidator.MostPeople), ScoreRequestValidator.MostPeople);
        Bound(RuleFor(means => means.Facilitators).InclusiveBetween(0, ScoreRequestValidator.MostPeople), ScoreRequestValidator.MostPeople);
        Bound(RuleFor(means => means.Observers).InclusiveBetween(0, ScoreRequestValidator.MostPeople), ScoreRequestValidator.MostPeople);
        Bound(RuleFor(means => means.RoomHours).InclusiveBetween(0, ScoreRequestValidator.MostHours), ScoreRequestValidator.MostHours);
        Bound(RuleFor(means => means.Weeks).InclusiveBetween(0, ScoreRequestValidator.MostWeeks), ScoreRequestValidator.MostWeeks);
    }

    private static void Bound<T>(IRuleBuilderOptions<FeasibilityRequest, T> rule, int most) =>
        rule.WithErrorCode("out-of-range").WithMessage($"Donnez un nombre de 0 à {most}.");
}
