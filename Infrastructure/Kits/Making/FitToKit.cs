using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Content;
using CrisisKits.Infrastructure.Documents;

namespace CrisisKits.Infrastructure.Kits.Making;

/// <summary>A well-formed personalisation and a blank kit become what is printed, or the rules that refuse it; over HTTP, on the command line and on pages alike.</summary>
public static class FitToKit
{
    /// <param name="request">Checked by its validator.</param>
    /// <param name="blank">The kit, variant and scenario it is for.</param>
    public static Fitting Run(MakingRequest request, PrintContext blank)
    {
        var made = Personalisation(request);
        var known = Domain.Kits.Personalisation.FunctionsOf(blank.Kit);
        if (made.Functions.Keys.Where(id => !known.Contains(id)).Select(id => UnknownFunction(id, known)).ToList() is { Count: > 0 } unknown)
            return new(null, unknown, IsRule: false);
        return blank.Scenario is { } scenario && made.Check(scenario.For(blank.Variant)) is { } impossible
            ? new(null, [Placed(impossible)], IsRule: true)
            : new(blank with { Made = made }, [], IsRule: false);
    }

    /// <summary>Where a function stands in a request.</summary>
    public static string PathOf(string function) => $"functions.{Shortened.Of(function)}";

    private static Personalisation Personalisation(MakingRequest request) => new()
    {
        Establishment = PrintableLine.Tidied(request.Establishment!.Name!),
        Group = Tidied(request.Establishment.Group),
        Samu = Tidied(request.Establishment.Samu),
        PatientRecord = Tidied(request.Systems?.Dpi),
        Laboratory = Tidied(request.Systems?.Laboratory),
        Imaging = Tidied(request.Systems?.Imaging),
        Pharmacy = Tidied(request.Systems?.Pharmacy),
        Date = request.Date is { } date ? DateOnly.ParseExact(date, MakingRequestValidator.DateFormat, CultureInfo.InvariantCulture) : null,
        Start = request.Start is { } start ? TimeOnly.ParseExact(start, MakingRequestValidator.TimeFormat, CultureInfo.InvariantCulture) : null,
        Breaks = [.. (request.Breaks ?? []).Select(pause => new Pause(PlayTime.Parse(pause.At)!.Value, pause.Minutes!.Value))],
        Functions = (request.Functions ?? new Dictionary<string, string>(StringComparer.Ordinal))
            .ToDictionary(function => function.Key, function => PrintableLine.Tidied(function.Value), StringComparer.Ordinal),
    };

    private static string? Tidied(string? text) => text is null ? null : PrintableLine.Tidied(text);

    private static MakingFault UnknownFunction(string id, IReadOnlySet<string> known) => new(
        PathOf(id), "unknown-function", $"Ce kit n'a pas cette fonction ; fonctions possibles : {string.Join(", ", known.Order(StringComparer.Ordinal))}.");

    private static MakingFault Placed(ImpossibleTiming impossible) => impossible.Fault switch
    {
        TimingFault.BreakOutsidePlay => new(At(impossible), "break-outside-play", "Une pause commence pendant le jeu, entre le DEBEX et le FINEX : donnez un autre moment."),
        TimingFault.PausesTooClose => new(At(impossible), "break-too-close", "Une autre pause est prévue à moins de dix minutes de jeu : donnez un autre moment, ou ne la donnez pas."),
        _ => new("start", "ends-after-midnight", "L'exercice ne finirait pas avant minuit : commencez plus tôt, ou raccourcissez les pauses."),
    };

    private static string At(ImpossibleTiming impossible) => string.Create(CultureInfo.InvariantCulture, $"breaks[{impossible.Break!.Value}].at");
}

/// <summary>What makes a personalisation impossible.</summary>
/// <param name="Path">Of the value in the request, as in JSON: <c>breaks[0].at</c>.</param>
/// <param name="Code">Stable, for programs.</param>
/// <param name="Message">For people.</param>
public sealed record MakingFault(string Path, string Code, string Message);

/// <summary>What to print, or why nothing is.</summary>
/// <param name="Context">Null when refused.</param>
/// <param name="Faults">Empty when accepted.</param>
/// <param name="IsRule">The kit has all that is named, and a rule of the play says no.</param>
public sealed record Fitting(PrintContext? Context, IReadOnlyList<MakingFault> Faults, bool IsRule)
{
    [MemberNotNullWhen(true, nameof(Context))]
    public bool Accepted => Context is not null;
}
