using CrisisKits.Domain.Access;
using CrisisKits.Infrastructure.Access;
using CrisisKits.Infrastructure.Assessments;
using CrisisKits.Infrastructure.Assessments.Answers;
using CrisisKits.Infrastructure.Assessments.Results;
using CrisisKits.Infrastructure.Grids;

namespace CrisisKits.Infrastructure.Kits.Making;

/// <summary>What an establishment chooses and makes its kit with.</summary>
/// <param name="Acting">Who asks, where, and what this person may do there.</param>
/// <param name="Submitted">The assessment asked for, or the last one submitted; null when there is none.</param>
/// <param name="Result">Its result; null also for who may not read it.</param>
public sealed record KitGround(Acting Acting, ListedAssessment? Submitted, ExplainedResult? Result);

/// <summary>Everything a page of a kit needs to know of an establishment.</summary>
public sealed class PrepareKit(Admission admission, GridLibrary grids)
{
    /// <param name="visit">Who, and where.</param>
    /// <param name="assessmentId">A submitted assessment; the last one when null.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<Acted<KitGround>> RunAsync(Visit visit, string? assessmentId, CancellationToken cancellationToken) =>
        admission.ReadAsync<KitGround>(
            visit, assessmentId is null ? Act.ReadResultStatus : Act.ReadAssessment,
            async (session, acting) =>
            {
                // the draft, if any, is the newest, and there is only one
                var last = (await new AssessmentStore(session).ListAsync(acting.Finess, null, 2)).FirstOrDefault(each => each.Assessment.Submitted is not null);
                if ((assessmentId ?? last?.Assessment.Id) is not { } id || !acting.May(Act.ReadAssessment).IsAllowed)
                    return new KitGround(acting, last, null);
                if (await new AnswerStore(session).ReadSheetAsync(acting.Finess, id) is not { } sheet)
                    return Unknown.Assessment;
                var assessment = sheet.Sheet.Assessment;
                if (await new ResultStore(session).FindAsync(assessment) is not { } stored)
                    return Unknown.Result;
                return new KitGround(
                    acting, new(assessment, stored.Overall.Percent, stored.Level, stored.ChosenLevel), ExplainedResult.Of(sheet, grids.Of(assessment), stored));
            },
            cancellationToken);
}
