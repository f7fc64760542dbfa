using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using CrisisKits.Api.Assessments;
using CrisisKits.Api.Http.Failures;
using CrisisKits.Api.Http.Reading;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents;
using CrisisKits.Infrastructure.Kits;

namespace CrisisKits.Api.Kits;

/// <summary>A kit and a well-formed personalisation become what is printed, or the rules that refuse it; the server and the command line do the same.</summary>
public sealed class MakeKit(ChooseKit choose, GradeAnswers grade)
{
    /// <param name="version">A version, or <c>current</c>; an unknown one is a 404, it stands in the address.</param>
    /// <param name="level">A level by its identifier; an unknown one is a 404 too.</param>
    /// <param name="request">Checked by its validator.</param>
    public Making Run(string version, string level, PersonaliseRequest request)
    {
        var chosen = choose.Run(version, level, request.Variant, request.Scenario);
        if (chosen.Context is not { } blank)
            return new(null, KitRefusals.Of(
                chosen, version, level, request.Variant, request.Scenario,
                chosen.Unknown is UnknownPart.Scenario ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status404NotFound));

        var made = Personalisation(request);
        var known = Domain.Kits.Personalisation.FunctionsOf(blank.Kit);
        if (made.Functions.Keys.Where(id => !known.Contains(id)).Select(id => UnknownFunction(id, known)).ToList() is { Count: > 0 } unknown)
            return new(null, Problem.Of(StatusCodes.Status400BadRequest, unknown));
        if (blank.Scenario is { } scenario && made.Check(scenario.For(blank.Variant)) is { } impossible)
            return new(null, Problem.Of(StatusCodes.Status422UnprocessableEntity, [Placed(impossible)]));
        if (request.Answers is not { } answers)
            return new(blank with { Made = made }, null);

        var grading = grade.Run(request.GridVersion, answers);
        return grading.Accepted ? new(blank with { Made = made, Targeting = Targeting.Of(grading.Score) }, null) : new(null, grading.Problem);
    }

    private static Personalisation Personalisation(PersonaliseRequest request) => new()
    {
        Establishment = PrintableLine.Tidied(request.Establishment!.Name!),
        Group = Tidied(request.Establishment.Group),
        Samu = Tidied(request.Establishment.Samu),
        PatientRecord = Tidied(request.Systems?.Dpi),
        Laboratory = Tidied(request.Systems?.Laboratory),
        Imaging = Tidied(request.Systems?.Imaging),
        Pharmacy = Tidied(request.Systems?.Pharmacy),
        Date = request.Date is { } date ? DateOnly.ParseExact(date, PersonaliseRequestValidator.DateFormat, CultureInfo.InvariantCulture) : null,
        Start = request.Start is { } start ? TimeOnly.ParseExact(start, PersonaliseRequestValidator.TimeFormat, CultureInfo.InvariantCulture) : null,
        Breaks = [.. (request.Breaks ?? []).Select(pause => new Pause(PlayTime.Parse(pause.At)!.Value, pause.Minutes!.Value))],
        Functions = (request.Functions ?? new Dictionary<string, string>(StringComparer.Ordinal))
            .ToDictionary(function => function.Key, function => PrintableLine.Tidied(function.Value), StringComparer.Ordinal),
    };

    private static string? Tidied(string? text) => text is null ? null : PrintableLine.Tidied(text);

    private static PlacedFault UnknownFunction(string id, IReadOnlySet<string> known) => new(
        PersonaliseRequestValidator.FunctionPath(id), "unknown-function",
        $"Ce kit n'a pas cette fonction ; fonctions possibles : {string.Join(", ", known.Order(StringComparer.Ordinal))}.");

    private static PlacedFault Placed(ImpossibleTiming impossible) => impossible.Fault switch
    {
        TimingFault.BreakOutsidePlay => new(At(impossible), "break-outside-play", "Une pause commence pendant le jeu, entre le DEBEX et le FINEX : donnez un autre moment."),
        TimingFault.PausesTooClose => new(At(impossible), "break-too-close", "Une autre pause est prévue à moins de dix minutes de jeu : donnez un autre moment, ou ne la donnez pas."),
        _ => new("start", "ends-after-midnight", "L'exercice ne finirait pas avant minuit : commencez plus tôt, ou raccourcissez les pauses."),
    };

    private static string At(ImpossibleTiming impossible) => JsonPath.Property(JsonPath.Item("breaks", impossible.Break!.Value), "at");
}

/// <summary>What to print, or why nothing is.</summary>
public sealed record Making(PrintContext? Context, Problem? Problem)
{
    [MemberNotNullWhen(true, nameof(Context))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool Accepted => Context is not null;
}
