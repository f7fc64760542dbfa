using System.Globalization;
using System.Linq.Expressions;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents;
using FluentValidation;
using FluentValidation.Results;

namespace CrisisKits.Infrastructure.Kits.Making;

/// <summary>The shape of a personalisation: what is accepted is printed whole. What depends on the kit is decided by <see cref="FitToKit"/>.</summary>
public sealed class MakingRequestValidator : AbstractValidator<MakingRequest>
{
    public const int LongestId = 100;
    public const int LongestText = 200;
    public const int MostBreaks = 10;
    public const int LongestBreak = 240;
    public const int MostFunctions = 60;
    public const string DateFormat = "yyyy-MM-dd";
    public const string TimeFormat = "HH:mm";

    public MakingRequestValidator()
    {
        RuleFor(request => request.Variant).Must(variant => KitVariantNames.Parse(variant) is not null)
            .WithErrorCode("unknown-variant").WithMessage($"Donnez la variante {string.Join(" ou ", KitVariantNames.All)}, ou ne la donnez pas : c'est alors hospital.");
        RuleFor(request => request.Establishment).NotNull()
            .WithErrorCode("missing-establishment").WithMessage("Dites pour quel établissement le kit est fait : { \"name\": … }.");
        RuleFor(request => request.Establishment!).SetValidator(new EstablishmentRequestValidator()).When(request => request.Establishment is not null);
        RuleFor(request => request.Systems!).SetValidator(new SystemsRequestValidator()).When(request => request.Systems is not null);
        RuleFor(request => request.Date).Must(date => DateOnly.TryParseExact(date, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            .When(request => request.Date is not null)
            .WithErrorCode("unknown-date").WithMessage("Cette date n'existe pas : écrivez l'année, le mois et le jour, par exemple 2026-12-15.");
        RuleFor(request => request.Start).Must(start => TimeOnly.TryParseExact(start, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            .When(request => request.Start is not null)
            .WithErrorCode("unknown-time").WithMessage("Cette heure n'existe pas : écrivez les heures et les minutes sur deux chiffres, par exemple 09:00.");
        Breaks();
        Functions();
    }

    private void Breaks()
    {
        RuleFor(request => request.Breaks).Must(breaks => breaks!.Count <= MostBreaks).When(request => request.Breaks is not null)
            .WithErrorCode("too-many-breaks").WithMessage($"Pas plus de {MostBreaks} pauses.");
        RuleForEach(request => request.Breaks!).SetValidator(new BreakRequestValidator()).When(request => request.Breaks?.Count <= MostBreaks);
    }

    private void Functions()
    {
        RuleFor(request => request.Functions).Must(functions => functions!.Count <= MostFunctions).When(request => request.Functions is not null)
            .WithErrorCode("too-many-functions").WithMessage($"Pas plus de {MostFunctions} fonctions.");
        RuleFor(request => request.Functions).Custom((functions, context) =>
        {
            foreach (var (id, name) in functions!)
                if (PrintableLine.Fault(name) is var (code, message))
                    context.AddFailure(new ValidationFailure(FitToKit.PathOf(id), message) { ErrorCode = code });
        }).When(request => request.Functions?.Count <= MostFunctions);
    }

    private sealed class EstablishmentRequestValidator : AbstractValidator<EstablishmentRequest>
    {
        public EstablishmentRequestValidator()
        {
            RuleFor(establishment => establishment.Name).NotNull()
                .WithErrorCode("missing-name").WithMessage("Donnez le nom de l'établissement, tel qu'il doit s'imprimer.");
            Line(this, establishment => establishment.Name);
            Line(this, establishment => establishment.Group);
            Line(this, establishment => establishment.Samu);
        }
    }

    private sealed class SystemsRequestValidator : AbstractValidator<SystemsRequest>
    {
        public SystemsRequestValidator()
        {
            Line(this, systems => systems.Dpi);
            Line(this, systems => systems.Laboratory);
            Line(this, systems => systems.Imaging);
            Line(this, systems => systems.Pharmacy);
        }
    }

    private sealed class BreakRequestValidator : AbstractValidator<BreakRequest>
    {
        public BreakRequestValidator()
        {
            RuleFor(pause => pause.At).Must(at => PlayTime.Parse(at) is not null)
                .WithErrorCode("unknown-time").WithMessage("Écrivez le temps de jeu où la pause commence, en heures et minutes depuis le DEBEX, par exemple 1:30.");
            RuleFor(pause => pause.Minutes).Must(minutes => minutes is >= 1 and <= LongestBreak)
                .WithErrorCode("out-of-range").WithMessage($"Donnez la durée de la pause en minutes, de 1 à {LongestBreak}.");
        }
    }

    private static void Line<T>(AbstractValidator<T> validator, Expression<Func<T, string?>> text) =>
        validator.RuleFor(text).Custom((given, context) =>
        {
            if (given is not null && PrintableLine.Fault(given) is var (code, message))
                context.AddFailure(new ValidationFailure(context.PropertyPath, message) { ErrorCode = code });
        });
}
