using System.Globalization;
using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;
using static CrisisKits.Infrastructure.Assessments.Exports.ExportWords;

namespace CrisisKits.Infrastructure.Assessments.Exports;

/// <summary>
/// A result told in French, the same on paper, in the workbook and on the web. Sentences come without the label that announces them; texts typed
/// by people are given as typed.
/// </summary>
public static class ResultWords
{
    /// <summary>Said once wherever gates are shown.</summary>
    public const string GateMeaning = "Un plafond est une condition qui limite le kit tant qu’elle n’est pas remplie, quel que soit le score.";

    private const string NotAMark = "Ce n’est pas une note.";

    /// <summary>What comes first: the kit to play, beside the recommended one when another was chosen; or that it is too early to tell.</summary>
    public static string Headline(ExportedResult result) => result.Unsettled ? $"Trop tôt pour recommander un kit\u202F: {Pending(result)}"
        : result.Chosen == result.Level ? $"Kit recommandé\u202F: {result.Level.French()}. {NotAMark}"
        : $"Kit choisi\u202F: {result.Chosen.French()} (recommandé\u202F: {result.Level.French()}). {NotAMark}";

    /// <summary>The recommended kit alone, after its label.</summary>
    public static string Recommended(ExportedResult result) =>
        result.Unsettled ? $"Trop tôt pour le dire\u202F: {Pending(result)}." : $"{Capital(result.Level.French())}. {NotAMark}";

    /// <summary>« 51 %, palier intermédiaire, ramené à débutant par un plafond. »</summary>
    public static string Score(ExportedResult result) => string.Concat(
        Percent(result.Percent),
        result.Score.Provisional ? " sur les réponses données" : string.Empty,
        $", palier {result.Band.French()}",
        result.Level < result.Band ? $", ramené à {result.Level.French()} par {(result.FirstGates.Count == 1 ? "un plafond" : Counted(result.FirstGates.Count, "plafond", "plafonds"))}." : ".");

    /// <summary>What the gates that hold the level do; null when there is none.</summary>
    public static string? Gates(ExportedResult result) => result.FirstGates.Count == 0 ? null
        : result.Level < result.Band ? GateMeaning
        : $"{GateMeaning} Même avec un meilleur score, le kit resterait {result.Level.French()}\u202F:";

    /// <summary>How far what is not known could move the result; null when everything is known.</summary>
    public static string? Range(ExportedResult result)
    {
        var range = result.Range;
        if (range.LowPercent == range.HighPercent && range.LowLevel == range.HighLevel)
            return null;
        var unknown = result.Sheet.Given.Any(answer => answer is DontKnow);
        var unsure = (result.Score.Provisional, unknown) switch
        {
            (true, true) => "les questions sans réponse et les «\u202Fje ne sais pas\u202F»",
            (true, false) => "les questions sans réponse",
            _ => "les «\u202Fje ne sais pas\u202F»",
        };
        var kits = range.LowLevel == range.HighLevel ? $"le kit reste {range.LowLevel.French()}" : $"le kit va de {range.LowLevel.French()} à {range.HighLevel.French()}";
        return $"De {Percent(range.LowPercent)} à {Percent(range.HighPercent)}, selon que {unsure} valent 0 ou 3\u202F; {kits}.";
    }

    /// <summary>« Intermédiaire dès 34 %, confirmé dès 67 %. »</summary>
    public static string Bands(Grid grid) =>
        $"{Capital(string.Join(", ", grid.Bands.Where(band => band.From > 0).Select(band => $"{band.Level.French()} dès {Percent(band.From)}")))}.";

    /// <summary>How far a draft is.</summary>
    public static string Progress(ExportedResult result)
    {
        var left = result.ToConfirm == 0 ? string.Empty : $", dont {Counted(result.ToConfirm, "reprise", "reprises")} de l’autoévaluation précédente et à confirmer";
        return string.Create(CultureInfo.InvariantCulture, $"{Counted(result.Score.Answered, "réponse", "réponses")} sur {result.Score.Total}{left}. Le résultat peut changer jusqu’à la validation.");
    }

    /// <summary>« +5 points », « −18 points » or why the two figures cannot be compared.</summary>
    public static string Difference(Change change) => (change.Difference, change.Why) switch
    {
        ({ } difference, _) => difference == 0 ? "stable" : $"{(difference > 0 ? "+" : "−")}{Counted(Math.Abs(difference), "point", "points")}",
        (_, Incomparable.NewTheme) => "thème nouveau",
        (_, Incomparable.GoneTheme) => "thème disparu",
        (_, Incomparable.GridChanged) => "non comparable\u202F: la grille a changé",
        _ => "non comparable\u202F: sans objet une fois",
    };

    /// <summary>What the former result is called beside this one: two may be of the same day.</summary>
    public static string Former(EarlierResult earlier) => $"Précédente ({Day(earlier.Submitted)})";

    public static string InPercent(int? percent) => percent is { } known ? Percent(known) : "—";

    private static string Pending(ExportedResult result) => result.AnswersDecide
        ? $"de {result.Range.LowLevel.French()} à {result.Range.HighLevel.French()} selon les réponses qui manquent"
        : $"{Counted(result.ToConfirm, "réponse reste", "réponses restent")} à confirmer";
}
