using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;

namespace CrisisKits.Domain.Assessments.Keeping;

/// <summary>What becomes of a question when a draft moves to another grid.</summary>
public enum MigrationFate
{
    /// <summary>Same question, same words: its answer, if any, comes along as it is.</summary>
    Carried,

    /// <summary>Its wording changed: its answer, if any, comes along « à confirmer ».</summary>
    Reworded,

    /// <summary>Its answer is no longer allowed (<em>sans objet</em>): to be answered again.</summary>
    NoLongerAllowed,

    /// <summary>Not in the former grid.</summary>
    New,

    /// <summary>Not in the new grid: its answer stays behind.</summary>
    Gone,
}

/// <param name="QuestionId">Same id, same question: ids are never reused.</param>
/// <param name="Fate">What becomes of it.</param>
/// <param name="Answered">It has an answer in the draft.</param>
public sealed record MigratedQuestion(string QuestionId, MigrationFate Fate, bool Answered);

/// <summary>Shows what moving a draft to another grid version would do, before anybody decides to.</summary>
public static class PreviewMigration
{
    /// <returns>The questions of the new grid in its order, then those it no longer has.</returns>
    public static Outcome<IReadOnlyList<MigratedQuestion>> Run(KeptSheet draft, Grid from, Grid to)
    {
        draft.Assessment.RequireGrid(from);
        if (draft.Assessment.RefuseChange() is { } refusal)
            return refusal;
        var former = from.Questions.ToDictionary(question => question.Id, StringComparer.Ordinal);
        var given = draft.Given.ToDictionary(answer => answer.QuestionId, StringComparer.Ordinal);
        var kept = to.Questions.Select(question => question.Id).ToHashSet(StringComparer.Ordinal);
        return new(
        [
            .. to.Questions.Select(question => new MigratedQuestion(
                question.Id, Fate(former.GetValueOrDefault(question.Id), question, given.GetValueOrDefault(question.Id)), given.ContainsKey(question.Id))),
            .. from.Questions.Where(question => !kept.Contains(question.Id))
                .Select(question => new MigratedQuestion(question.Id, MigrationFate.Gone, given.ContainsKey(question.Id))),
        ], []);

        MigrationFate Fate(Question? before, Question after, Answer? answer)
        {
            if (before is null)
                return MigrationFate.New;
            if (answer is not null && AnswerSheet.Refuse(to, answer) is not null)
                return MigrationFate.NoLongerAllowed;
            return Words(before, draft.Assessment.Variant).SequenceEqual(Words(after, draft.Assessment.Variant), StringComparer.Ordinal) ? MigrationFate.Carried : MigrationFate.Reworded;
        }
    }

    /// <summary>What decides an answer: the question and its descriptors, as this establishment reads them.</summary>
    private static IEnumerable<string> Words(Question question, KitVariant variant) =>
        variant == KitVariant.Esms && question.Esms is { } esms
            ? esms.Options.Select(option => option.Label).Prepend(esms.Text)
            : question.Options.Select(option => option.Label).Prepend(question.Text);
}
