using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Grids;
using CrisisKits.Infrastructure.Assessments;

namespace CrisisKits.Web.Assessments.Plans;

/// <summary>What a grid published since a draft was opened would change in it.</summary>
/// <param name="Version">Of the newer grid.</param>
/// <param name="Carried">Answers that would come along as they are.</param>
/// <param name="ToRead">Answers whose question was worded anew, or that are no longer allowed.</param>
/// <param name="New">Questions the draft's grid does not have.</param>
/// <param name="Gone">Answered questions the newer grid no longer has.</param>
public sealed record NewerGrid(string Version, int Carried, int ToRead, int New, int Gone)
{
    public static NewerGrid Of(OpenedAssessment opened, Grid newer)
    {
        var questions = PreviewMigration.Run(opened.Sheet.Sheet, opened.Grid, newer).Value!;
        return new(
            newer.Version,
            questions.Count(each => each is { Fate: MigrationFate.Carried, Answered: true }),
            questions.Count(each => each is { Fate: MigrationFate.Reworded or MigrationFate.NoLongerAllowed, Answered: true }),
            questions.Count(each => each.Fate == MigrationFate.New),
            questions.Count(each => each is { Fate: MigrationFate.Gone, Answered: true }));
    }
}
