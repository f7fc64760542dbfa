using CrisisKits.Domain.Access;
using CrisisKits.Infrastructure.Access;
using CrisisKits.Infrastructure.Assessments.Answers;
using CrisisKits.Infrastructure.Grids;

namespace CrisisKits.Infrastructure.Assessments.Results;

/// <summary>The result of a submitted assessment, explained.</summary>
public sealed class ReadResult(Admission admission, GridLibrary grids)
{
    public Task<Acted<ExplainedResult>> RunAsync(Visit visit, string id, CancellationToken cancellationToken) =>
        admission.ReadAsync<ExplainedResult>(
            visit, Act.ReadAssessment,
            async (session, acting) =>
            {
                if (await new AnswerStore(session).ReadSheetAsync(acting.Finess, id) is not { } sheet)
                    return Unknown.Assessment;
                var assessment = sheet.Sheet.Assessment;
                return await new ResultStore(session).FindAsync(assessment) is { } stored ? ExplainedResult.Of(sheet, grids.Of(assessment), stored) : Unknown.Result;
            },
            cancellationToken);
}
