using System.Globalization;
using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;
using static CrisisKits.Infrastructure.Assessments.Exports.ExportWords;

namespace CrisisKits.Infrastructure.Assessments.Exports;

/// <summary>One thing to do, that can be understood alone.</summary>
/// <param name="Number">Of its question, « 1.2 »; empty when it is about none.</param>
/// <param name="Subject">« Coupure du réseau la nuit ».</param>
/// <param name="What">Starts in lower case, to follow its subject after a colon.</param>
/// <param name="Why">Empty where <paramref name="What"/> says it all.</param>
/// <param name="Who">« DSI ou RSSI »; empty when it is not said.</param>
/// <param name="Effort">« faible »; empty when it is not said.</param>
/// <param name="Leads">To which gate or kit it leads; empty when it only raises the score.</param>
public sealed record ActionLine(string Number, string Subject, string What, string Why = "", string Who = "", string Effort = "", string Leads = "")
{
    /// <summary>« Coupure du réseau la nuit (1.2) ».</summary>
    public string Title => Number.Length == 0 ? Subject : $"{Subject} ({Number})";
}

/// <summary>The one list of things to do of a result: first the kit, to get and to schedule, then the plan.</summary>
public static class ActionWords
{
    public static IReadOnlyList<ActionLine> Of(ExportedResult result)
    {
        var plan = PlanActions.Run(result.Score);
        return
        [
            result.Unsettled ? Finish(result) : Play(result),
            .. plan.Any(action => action.Recommendation is not null) ? [] : Keep(result),
            .. plan.Select(action => Line(action, result)),
        ];
    }

    /// <summary>« Sur table, guidé : 6 à 9 joueurs, 2 animateurs, 1 observateur ; 1 h 45 à 2 h de jeu, 3 h de salle ; 6 semaines de préparation. »</summary>
    public static string Format(KitFormat format) =>
        $"{format.Form}\u202F: {People(format.Players, "joueur")}, {People(format.Facilitators, "animateur")}, {People(format.Observers, "observateur")}\u202F; "
        + $"{Spanned(format.PlayMinutes, Hours)} de jeu, {Spanned(format.RoomMinutes, Hours)} de salle\u202F; {Weeks(format)} de préparation.";

    /// <summary>Where the whole kit is found on the site of CrisisKits.</summary>
    public static string Address(Kit kit, KitVariant variant) =>
        $"/api/v1/kits/{kit.Version}/{kit.Level.Id()}/bundle.zip{(variant == KitVariant.Esms ? "?variant=esms" : string.Empty)}";

    private static ActionLine Play(ExportedResult result)
    {
        var subject = $"Kit {result.Chosen.French()}, à obtenir et à programmer";
        if (result.Kit is not { } kit)
            return new(string.Empty, subject, $"téléchargez-le sur la page d’accueil de CrisisKits (kits {result.Kits.Version}) et fixez la date avec la direction.");
        var variant = result.Sheet.Assessment.Variant;
        return new(
            string.Empty,
            subject,
            $"téléchargez-le sur la page d’accueil de CrisisKits, faites signer la «\u202FNote à la direction\u202F» et fixez la date\u202F: comptez {Weeks(kit.Format(variant))} de préparation. Le «\u202FGuide de l’organisateur\u202F» conduit la suite, sans consultant.",
            $"{Format(kit.Format(variant))} Adresse directe\u202F: {Address(kit, variant)}");
    }

    private static ActionLine Finish(ExportedResult result)
    {
        var (missing, confirming) = (result.Score.Total - result.Score.Answered, result.ToConfirm);
        List<string> left = [];
        if (missing > 0)
            left.Add($"répondez {(missing == 1 ? "à la question qui reste" : $"aux {Number(missing)} questions qui restent")}");
        if (confirming > 0)
            left.Add($"confirmez ou corrigez {(confirming == 1 ? "la réponse reprise" : $"les {Number(confirming)} réponses reprises")} de l’autoévaluation précédente");
        return new(
            string.Empty,
            "Grille à terminer",
            $"{string.Join(", puis ", left)}, à quatre si possible\u202F: direction, informatique, soins, qualité.",
            "«\u202FJe ne sais pas\u202F» est une réponse honnête\u202F: elle compte zéro et devient une vérification à faire. Le kit à jouer se lira ici.");
    }

    /// <summary>What remains useful when no answer is low.</summary>
    private static IEnumerable<ActionLine> Keep(ExportedResult result)
    {
        if (result.Unsettled)
            yield break;
        yield return new(string.Empty, "RETEX du prochain exercice", "réservez dès maintenant la séance à froid, trois semaines après, et versez le plan d’actions au plan qualité sous trente jours.",
            "Aucune de vos réponses n’est basse\u202F: c’est l’exercice qui montrera ce que la grille ne voit pas.");
        yield return new(string.Empty, "Preuves à tenir à jour", "inscrivez au calendrier les essais, revues et exercices dont la preuve ne vaut que 12 ou 24 mois, et refaites cette grille dans un an.",
            "Une réponse haute redevient basse quand sa preuve a vieilli.");
    }

    private static ActionLine Line(PlannedAction action, ExportedResult result)
    {
        var number = Numbered(result.Grid).First(each => each.Question.Id == action.Question.Id).Number;
        var leads = string.Join(' ', Leads(action, result.Score));
        if (action.Recommendation is { } recommendation)
            return new(number, action.Question.Subject, Uncapital(recommendation.How), Why(action, recommendation, result), Uncapital(recommendation.Who), ExportWords.Of(recommendation.Effort), leads);
        var wording = Wording(action.Question, result.Sheet.Assessment.Variant);
        return new(number, action.Question.Subject, $"visez la réponse la plus haute. {Descriptor(wording, Mark.MostPoints, Mark.MostPoints - 1)}", Leads: leads);
    }

    /// <summary>The gates that hold the level are explained with the result; one that would hold a higher level is explained here.</summary>
    private static string Why(PlannedAction action, Recommendation recommendation, ExportedResult result) =>
        action.Gates.FirstOrDefault(gate => gate.Cap > result.Level)?.Message ?? recommendation.Why;

    private static IEnumerable<string> Leads(PlannedAction action, Score score)
    {
        foreach (var gate in action.Gates)
            yield return $"Lève un plafond (kit {gate.Cap.French()} au plus).";
        if (action.Step is { } step && score.NextLevel is { } next)
            yield return step.From is { } from
                ? string.Create(CultureInfo.InvariantCulture, $"Mène au kit {next.Level.French()}\u202F: réponse à porter de {from} à {step.To}.")
                : string.Create(CultureInfo.InvariantCulture, $"Mène au kit {next.Level.French()}\u202F: réponse à vérifier d’abord, puis à porter à {step.To}.");
    }

    private static string Weeks(KitFormat format) => $"{Spanned(format.PreparationWeeks, Number)}\u00A0semaine{(format.PreparationWeeks.Max > 1 ? "s" : string.Empty)}";

    private static string People(Span span, string one) => $"{Spanned(span, Number)} {one}{(span.Max > 1 ? "s" : string.Empty)}";

    private static string Spanned(Span span, Func<int, string> written) => span.Min == span.Max ? written(span.Min) : $"{written(span.Min)} à {written(span.Max)}";

    private static string Hours(int minutes) => minutes % 60 == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}\u00A0h")
        : string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}\u00A0h\u00A0{minutes % 60:00}");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
