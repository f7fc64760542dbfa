using CrisisKits.Domain.Access;
using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;

namespace CrisisKits.Domain.Assessments.Keeping;

/// <summary>The kit chosen at submission.</summary>
/// <param name="Level">Null for the recommended one.</param>
/// <param name="Reason">Required for a higher one, at most <see cref="LongestReason"/> characters.</param>
public sealed record KitChoice(KitLevel? Level, string? Reason)
{
    public const int LongestReason = 1000;
    public static readonly KitChoice Recommended = new(null, null);
}

/// <summary>A draft that has become final, with its result.</summary>
public sealed record Submitted(Assessment Assessment, SubmittedResult Result);

/// <summary>
/// Closes a draft: every question answered, nothing left « à confirmer », a kit chosen. Everything that is missing is listed, not only the first.
/// Answers carried over must be confirmed one by one: a result states what is true this year, not what nobody has looked at since.
/// </summary>
public static class Submission
{
    /// <summary>What is submitted is what was reviewed, or nothing is.</summary>
    public static readonly Refusal ReviewOutdated =
        new("answers-changed", null, null, "Des réponses ont changé depuis votre relecture : relisez-les, puis validez.");
    private const int MostListed = 8;
    private const string Missing = "missing-answer";
    private const string ToConfirm = "answer-to-confirm";

    /// <param name="draft">With all its answers.</param>
    /// <param name="grid">Of the draft.</param>
    /// <param name="kitVersion">The kits now current.</param>
    /// <param name="choice">The kit to play.</param>
    /// <param name="stamp">Who and when.</param>
    public static Outcome<Submitted> Run(KeptSheet draft, Grid grid, string kitVersion, KitChoice choice, Stamp stamp)
    {
        draft.Assessment.RequireGrid(grid);
        if (draft.Assessment.RefuseChange() is { } submitted)
            return submitted;
        var unfinished = Unfinished(draft, grid);
        if (unfinished.Count > 0)
            return new(null, unfinished);
        var reading = AnswerSheet.Read(grid, draft.Given);
        if (!reading.Accepted)
            return new(null, reading.Refusals);

        var score = Scoring.Run(reading.Sheet);
        var reason = FreeText.Tidy(choice.Reason);
        if (RefuseChoice(score.Level, choice.Level ?? score.Level, reason) is { } refusal)
            return refusal;
        return new Submitted(draft.Assessment with { Submitted = stamp }, Result(score, kitVersion, choice.Level ?? score.Level, reason));
    }

    /// <summary>How much is left, in one sentence, then each question.</summary>
    private static List<Refusal> Unfinished(KeptSheet draft, Grid grid)
    {
        var answers = draft.Answers.Where(kept => kept.Given is not null).ToDictionary(kept => kept.QuestionId, StringComparer.Ordinal);
        var refusals = new List<Refusal>();
        foreach (var question in grid.Questions)
            if (!answers.TryGetValue(question.Id, out var kept))
                refusals.Add(new(Missing, null, question.Id, $"La question {grid.NumberOf(question.Id)} attend une réponse ; « je ne sais pas » en est une."));
            else if (kept.ToConfirm)
                refusals.Add(new(ToConfirm, null, question.Id,
                    $"La réponse à la question {grid.NumberOf(question.Id)} vient de l'autoévaluation précédente : confirmez-la en la donnant de nouveau, ou corrigez-la."));
        if (refusals.Count == 0)
            return refusals;

        var (missing, unconfirmed) = (Numbers(Missing), Numbers(ToConfirm));
        string[] told =
        [
            .. missing.Length == 0 ? (IEnumerable<string>)[]
                : [missing.Length == 1 ? $"une question attend une réponse : {missing[0]}" : $"{missing.Length} questions attendent une réponse : {Listed(missing)}"],
            .. unconfirmed.Length == 0 ? (IEnumerable<string>)[]
                : [unconfirmed.Length == 1 ? $"une réponse est à confirmer : {unconfirmed[0]}" : $"{unconfirmed.Length} réponses sont à confirmer : {Listed(unconfirmed)}"],
        ];
        var sentence = string.Join(" ; ", told);
        return [new(missing.Length > 0 ? Missing : ToConfirm, null, null, $"{char.ToUpperInvariant(sentence[0])}{sentence[1..]}{(sentence.EndsWith('…') ? string.Empty : ".")}"), .. refusals];

        string[] Numbers(string code) => [.. refusals.Where(refusal => refusal.Code == code).Select(refusal => grid.NumberOf(refusal.Field!))];
    }

    private static string Listed(string[] numbers) => numbers.Length <= MostListed ? string.Join(", ", numbers) : string.Join(", ", numbers.Take(MostListed)) + "…";

    /// <summary>Why a kit cannot be chosen; null when it can.</summary>
    public static Refusal? RefuseChoice(KitLevel recommended, KitLevel chosen, string? reason)
    {
        reason = FreeText.Tidy(reason);
        if (chosen > recommended && (reason is null || !NotApplicable.IsReason(reason)))
            return new("kit-reason-required", null, "reason",
                $"Le kit recommandé est le kit {recommended.French()} : dites en une phrase pourquoi vous choisissez le kit {chosen.French()}.");
        return FreeText.Refuse("reason", reason, KitChoice.LongestReason);
    }

    private static SubmittedResult Result(Score score, string kitVersion, KitLevel chosen, string? reason) => new()
    {
        GridVersion = score.GridVersion,
        Answered = score.Answered,
        Themes = [.. score.Themes.Select(theme => new ThemeResult(theme.Theme.Id, theme.Possible, theme.Value))],
        Overall = score.Overall,
        Range = new(score.Range.Low.Percent, score.Range.High.Percent, score.Range.LowLevel, score.Range.HighLevel),
        Band = score.Band,
        Level = score.Level,
        GateIds = [.. score.Gates.Select(gate => gate.Id)],
        KitVersion = kitVersion,
        ChosenLevel = chosen,
        Reason = reason,
    };
}
