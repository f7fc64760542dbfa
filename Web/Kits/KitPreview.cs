using System.Globalization;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Kits;

namespace CrisisKits.Web.Kits;

/// <summary>What a personalisation changes, before anything is printed.</summary>
/// <param name="Cover">The line of the first page.</param>
/// <param name="Lines">What is written, by what it is about.</param>
/// <param name="Dotted">What stays a dotted line.</param>
public sealed record KitPreview(string Cover, IReadOnlyList<KeyValuePair<string, string>> Lines, IReadOnlyList<string> Dotted)
{
    private const string NotGiven = "";

    public static KitPreview Of(PrintContext context)
    {
        var made = context.Made!;
        var play = context.Scenario?.For(context.Variant);
        var functions = KitFunction.Of(context.Kit, context.Variant);
        KeyValuePair<string, string>[] all =
        [
            Line("date", made.Date?.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture)),
            Line("horloge", play is null ? null : Clock(made, play)),
            Line("groupement ou organisme gestionnaire", made.Group),
            Line("SAMU", made.Samu),
            Line("DPI", made.PatientRecord),
            Line("laboratoire", made.Laboratory),
            Line("imagerie", made.Imaging),
            Line("pharmacie", made.Pharmacy),
            .. functions.Select(function => Line(function.Title, made.Functions.GetValueOrDefault(function.Id))),
        ];
        return new(
            ComposeAudience.MadeFor(context)!,
            [.. all.Where(line => line.Value.Length > 0), .. Targets(context, play)],
            [.. all.Where(line => line.Value.Length == 0).Select(line => line.Key)]);
    }

    /// <summary>« DEBEX à 09:00, FINEX vers 11:05, pauses comprises ».</summary>
    private static string? Clock(Personalisation made, ScenarioVariant play)
    {
        if (made.Start is not { } start)
            return null;
        var pauses = Personalisation.PausesOf(play, made);
        var end = new RealClock(start, pauses).Reached(play.Finex);
        return $"DEBEX à {Hour(start)}, FINEX vers {Hour(end)}{(pauses.Count == 0 ? string.Empty : pauses.Count == 1 ? ", une pause comprise" : $", {pauses.Count} pauses comprises")}";
    }

    private static IEnumerable<KeyValuePair<string, string>> Targets(PrintContext context, ScenarioVariant? play)
    {
        if (context.Targeting is not { } targeting || play is null)
            yield break;
        var optional = play.Injects.Where(inject => !inject.Essential).ToArray();
        var first = optional.Count(targeting.Concerns);
        yield return Line("stimuli facultatifs", $"{first} sur {optional.Length} marqués «\u202Fà jouer en priorité\u202F»");
        if (targeting.Weakest.Count > 0)
            yield return Line("d’après vos thèmes", string.Join("\u202F; ", targeting.Weakest.Select(theme => theme.Theme.Title)));
    }

    private static string Hour(TimeOnly time) => time.ToString("HH':'mm", CultureInfo.InvariantCulture);

    private static KeyValuePair<string, string> Line(string about, string? said) => new(about, said ?? NotGiven);
}

/// <summary>A function that a kit leaves a line for.</summary>
public sealed record KitFunction(string Id, string Title)
{
    /// <summary>Those who lead, then the players, as the variant names them.</summary>
    public static IReadOnlyList<KitFunction> Of(Kit kit, KitVariant variant) =>
    [
        new("direx", "Directeur de l’exercice (DIREX)"),
        new("diranim", "Directeur de l’animation (DIRANIM)"),
        .. kit.Scenarios.SelectMany(scenario => scenario.For(variant).Players).DistinctBy(player => player.Id, StringComparer.Ordinal).Select(player => new KitFunction(player.Id, player.Title)),
    ];
}
