using CrisisKits.Domain.Access;
using CrisisKits.Domain.Establishments;
using CrisisKits.Domain.Grids;

namespace CrisisKits.Domain.Assessments.Keeping;

/// <summary>
/// Opens the draft of an establishment, empty or with the answers of a former assessment « à confirmer ». Carried over answers keep their comment,
/// evidence, author and date; those the grid no longer has or allows stay behind.
/// </summary>
public static class StartDraft
{
    /// <summary>Also what a store says when two people start at the same moment.</summary>
    public static readonly Refusal DraftAlreadyOpen =
        new("draft-already-open", null, null, "Cet établissement a déjà un brouillon ouvert : continuez-le, ou abandonnez-le d'abord.");

    /// <param name="id">Of the new assessment.</param>
    /// <param name="establishment">Whose assessment it is.</param>
    /// <param name="grid">On which it opens.</param>
    /// <param name="open">The draft the establishment already has, if any: one at a time.</param>
    /// <param name="former">The submitted assessment to start from; null to start from nothing.</param>
    /// <param name="stamp">Who and when.</param>
    public static Outcome<KeptSheet> Run(string id, Establishment establishment, Grid grid, Assessment? open, KeptSheet? former, Stamp stamp)
    {
        if (open is not null)
            return DraftAlreadyOpen;
        if (former is not null && former.Assessment.Finess != establishment.Finess)
            return new Refusal("from-elsewhere", null, "from", "On ne reprend que les réponses d'une autoévaluation du même établissement.");
        if (former is { Assessment.State: AssessmentState.Draft })
            return new Refusal("from-draft", null, "from", "On ne reprend que les réponses d'une autoévaluation validée ; celle-ci est un brouillon.");

        var assessment = new Assessment
        {
            Id = id,
            Finess = establishment.Finess,
            GridVersion = grid.Version,
            Variant = establishment.Variant,
            Created = stamp,
            Submitted = null,
            ShareDetail = false,
            CopiedFrom = former?.Assessment.Id,
        };
        return new KeptSheet(assessment, former is null ? [] : [.. CarriedOver(former, grid)]);
    }

    private static IEnumerable<KeptAnswer> CarriedOver(KeptSheet former, Grid grid) =>
        former.Answers.Where(kept => kept.Given is { } given && AnswerSheet.Refuse(grid, given.Answer) is null)
            .Select(kept => kept with { Version = 1, ToConfirm = true });
}
