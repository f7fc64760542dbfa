using System.Globalization;
using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Kits;
using static CrisisKits.Infrastructure.Assessments.Exports.ExportWords;

namespace CrisisKits.Infrastructure.Assessments.Exports;

/// <summary>A result told in sentences, the same on paper and in the workbook. Texts typed by people are given as typed.</summary>
internal static class ResultWords
{
    public static string Kit(ExportedResult result) => $"Kit recommandé\u202F: {result.Level.French()}. Ce n’est pas une note.";

    /// <summary>Announces the gates that hold the level, when there are any.</summary>
    public static string Score(ExportedResult result)
    {
        var score = $"Score d’ensemble\u202F: {Percent(result.Percent)}, palier {result.Band.French()}";
        return result.FirstGates.Count == 0 ? $"{score}."
            : result.Level < result.Band ? $"{score}, ramené à {result.Level.French()}\u202F:"
            : $"{score}. À lever aussi pour aller plus haut\u202F:";
    }

    /// <summary>How far what is not known could move the result.</summary>
    public static string Range(ExportedResult result)
    {
        var range = result.Range;
        var unsure = result.Score.Provisional ? "les questions sans réponse et les «\u202Fje ne sais pas\u202F»" : "les «\u202Fje ne sais pas\u202F»";
        if (range.LowPercent == range.HighPercent && range.LowLevel == range.HighLevel)
            return "Toutes les réponses sont connues\u202F: le score ne dépend d’aucune vérification.";
        var kits = range.LowLevel == range.HighLevel ? $"le kit reste {range.LowLevel.French()}" : $"le kit va de {range.LowLevel.French()} à {range.HighLevel.French()}";
        return $"Fourchette\u202F: de {Percent(range.LowPercent)} à {Percent(range.HighPercent)}, selon que {unsure} valent 0 ou 3\u202F; {kits}.";
    }

    /// <summary>What the establishment will play; null for a draft.</summary>
    public static string? Choice(ExportedResult result) => result.Result is not { } kept ? null
        : kept.ChosenLevel == kept.Level ? $"Kit choisi\u202F: {kept.ChosenLevel.French()}, celui qui est recommandé (kits {kept.KitVersion})."
        : $"Kit choisi\u202F: {kept.ChosenLevel.French()}, {(kept.ChosenLevel > kept.Level ? "au-dessus" : "au-dessous")} du kit recommandé (kits {kept.KitVersion}).";

    /// <summary>How far a draft is.</summary>
    public static string Progress(ExportedResult result)
    {
        var confirming = result.Sheet.Answers.Count(kept => kept is { Given: not null, ToConfirm: true });
        var left = confirming == 0 ? string.Empty : $", dont {Counted(confirming, "reprise", "reprises")} de l’autoévaluation précédente et à confirmer";
        return string.Create(CultureInfo.InvariantCulture, $"{Counted(result.Score.Answered, "question répondue", "questions répondues")} sur {result.Score.Total}{left}. Le résultat peut changer jusqu’à la validation.");
    }

    public static string Step(Step step) => step.From is { } from
        ? string.Create(CultureInfo.InvariantCulture, $"Passer de {from} à {step.To}")
        : string.Create(CultureInfo.InvariantCulture, $"À vérifier d’abord («\u202Fje ne sais pas\u202F»), puis atteindre {step.To}");

    /// <summary>« + 5 points », or why the two figures cannot be compared.</summary>
    public static string Difference(Change change) => (change.Difference, change.Why) switch
    {
        ({ } difference, _) => difference == 0 ? "stable" : $"{(difference > 0 ? "+" : "−")}\u202F{Counted(Math.Abs(difference), "point", "points")}",
        (_, Incomparable.NewTheme) => "thème nouveau",
        (_, Incomparable.GoneTheme) => "thème disparu",
        (_, Incomparable.GridChanged) => "non comparable\u202F: la grille a changé",
        _ => "non comparable\u202F: sans objet une fois",
    };

    public static string InPercent(int? percent) => percent is { } known ? Percent(known) : "—";
}
