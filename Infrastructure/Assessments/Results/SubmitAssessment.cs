using CrisisKits.Domain.Access;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Infrastructure.Access;
using CrisisKits.Infrastructure.Assessments.Answers;
using CrisisKits.Infrastructure.Grids;
using CrisisKits.Infrastructure.Kits;

namespace CrisisKits.Infrastructure.Assessments.Results;

/// <summary>Closes a draft for good and stores its result.</summary>
public sealed class SubmitAssessment(Admission admission, GridLibrary grids, KitLibrary kits, TimeProvider clock)
{
    public Task<Acted<ExplainedResult>> RunAsync(Visit visit, string id, KitChoice choice, CancellationToken cancellationToken) =>
        admission.WriteAsync<ExplainedResult>(
            visit, Act.Submit,
            async (session, acting) =>
            {
                if (await new AnswerStore(session).ReadSheetAsync(acting.Finess, id) is not { } draft)
                    return Unknown.Assessment;
                var grid = grids.Of(draft.Sheet.Assessment);
                var outcome = Submission.Run(draft.Sheet, grid, kits.Current.Version, choice, acting.At(clock.GetUtcNow()));
                if (!outcome.Accepted)
                    return outcome.Refusals.ToArray();
                var (assessment, result) = outcome.Value;
                await new AssessmentStore(session).CloseAsync(id, assessment.Submitted!);
                await new ResultStore(session).AddAsync(id, result);
                var names = new Dictionary<string, string>(draft.Names, StringComparer.Ordinal) { [acting.Person.Id] = acting.Person.Name };
                return ExplainedResult.Of(new(draft.Sheet with { Assessment = assessment }, names), grid, result);
            },
            cancellationToken);
}
