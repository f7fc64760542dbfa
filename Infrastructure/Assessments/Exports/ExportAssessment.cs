using CrisisKits.Domain.Access;
using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Infrastructure.Access;
using CrisisKits.Infrastructure.Assessments.Answers;
using CrisisKits.Infrastructure.Assessments.Results;
using CrisisKits.Infrastructure.Grids;
using CrisisKits.Infrastructure.Kits;
using CrisisKits.Infrastructure.Sql;

namespace CrisisKits.Infrastructure.Assessments.Exports;

/// <summary>All that is written of an assessment on paper or in a workbook: a draft as far as it is, or what was submitted beside the year before.</summary>
public sealed class ExportAssessment(Admission admission, GridLibrary grids, KitLibrary kits)
{
    public Task<Acted<ExportedResult>> RunAsync(Visit visit, string id, CancellationToken cancellationToken) =>
        admission.ReadAsync<ExportedResult>(
            visit, Act.ReadAssessment,
            async (session, acting) =>
            {
                if (await new AnswerStore(session).ReadSheetAsync(acting.Finess, id) is not { } named)
                    return Unknown.Assessment;
                var assessment = named.Sheet.Assessment;
                var grid = grids.Of(assessment);
                var reading = AnswerSheet.Read(grid, named.Sheet.Given);
                if (!reading.Accepted)
                    return reading.Refusals.ToArray();
                var stored = await new ResultStore(session).FindAsync(assessment);
                return new ExportedResult
                {
                    Establishment = acting.Establishment,
                    Grid = grid,
                    Sheet = named.Sheet,
                    Score = Scoring.Run(reading.Sheet),
                    Result = stored,
                    Kits = kits.Find(stored?.KitVersion) ?? kits.Current,
                    Earlier = stored is null ? null : await EarlierAsync(session, assessment, new(grid, stored)),
                    NameOf = personId => named.Names.GetValueOrDefault(personId, string.Empty),
                };
            },
            cancellationToken);

    private async Task<EarlierResult?> EarlierAsync(SqlSession session, Assessment assessment, ReachedResult now)
    {
        if (await new AssessmentStore(session).FindFormerAsync(assessment) is not { } then)
            return null;
        var former = new ReachedResult(grids.Of(then), (await new ResultStore(session).FindAsync(then))!);
        return new(CompareYears.Run(former, now), then.Submitted!.At);
    }
}
