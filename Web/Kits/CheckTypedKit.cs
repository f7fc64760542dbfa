using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Content;
using CrisisKits.Infrastructure.Kits;
using CrisisKits.Infrastructure.Kits.Making;

namespace CrisisKits.Web.Kits;

/// <summary>What was typed, or for each field that is wrong its name and what would be right.</summary>
/// <param name="Context">What would be printed; null when something is wrong.</param>
/// <param name="Faults">By the name of the field, in the order of the form.</param>
public sealed record CheckedKit(PrintContext? Context, IReadOnlyList<KeyValuePair<string, string>> Faults);

/// <summary>Checks what was typed for a kit by the rules that its programs' door has too.</summary>
public sealed class CheckTypedKit(ChooseKit choose)
{
    private static readonly MakingRequestValidator Shape = new();

    /// <param name="typed">As typed.</param>
    /// <param name="kit">Of the page.</param>
    /// <param name="variant">Of the establishment.</param>
    public CheckedKit Run(TypedKit typed, Kit kit, KitVariant variant)
    {
        var request = typed.ToRequest(variant);
        if (Shape.Validate(request) is { IsValid: false } shape)
            return Refused(typed, shape.Errors.Select(error => new MakingFault(error.PropertyName, error.ErrorCode, error.ErrorMessage)));
        if (choose.Run(kit.Version, kit.Level.Id(), variant.Id(), request.Scenario).Context is not { } blank)
            return Refused(typed, [new(TypedKit.ScenarioField, "unknown-scenario", "Ce scénario n'est pas dans ce kit : choisissez-en un autre.")]);
        var fitting = FitToKit.Run(request, blank);
        return fitting.Accepted ? new(fitting.Context, []) : Refused(typed, fitting.Faults);
    }

    private static CheckedKit Refused(TypedKit typed, IEnumerable<MakingFault> faults) =>
        new(null, [.. faults.Select(fault => KeyValuePair.Create(typed.FieldAt(fault.Path), FrenchTypography.Apply(Words(fault))))]);

    /// <summary>Programs write dates otherwise than people.</summary>
    private static string Words(MakingFault fault) => fault.Code switch
    {
        "unknown-date" => "Cette date n'existe pas : écrivez le jour, le mois et l'année, par exemple 15/12/2026.",
        "unknown-time" when fault.Path.Equals(TypedKit.StartField, StringComparison.OrdinalIgnoreCase) => "Cette heure n'existe pas : écrivez-la par exemple 09:00 ou 9 h.",
        _ => fault.Message,
    };
}
