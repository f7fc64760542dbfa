using CrisisKits.Domain.Access;
using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Grids;
using CrisisKits.Infrastructure.Access;
using CrisisKits.Infrastructure.Assessments.Exports.Reading;
using CrisisKits.Infrastructure.Grids;

namespace CrisisKits.Infrastructure.Assessments.Answers;

/// <summary>Ce que la réponse du classeur fait à celle qui est gardée.</summary>
public enum ImportEffect
{
    Added,
    Changed,
    Unchanged,
}

/// <summary>A line of the workbook that can be kept.</summary>
public sealed record ImportedLine(int Row, string QuestionId, ImportEffect Effect);

/// <summary>What an import did, or would do.</summary>
public sealed record ImportedAnswers(IReadOnlyList<ImportedLine> Lines, IReadOnlyList<WorkbookFault> Faults, int Empty);

/// <summary>
/// Reads a workbook filled in a meeting into a draft: all of its answers, or none when a line is refused. An answer equal to the one that is kept
/// changes nothing, so that the same file may come twice.
/// </summary>
public sealed class ImportAnswers(Admission admission, GridLibrary grids, TimeProvider clock)
{
    /// <param name="visit">Who, and where.</param>
    /// <param name="id">Of the draft.</param>
    /// <param name="file">As received: anything.</param>
    /// <param name="dryRun">Tell, and keep nothing.</param>
    /// <param name="cancellationToken">Stops it before it starts only.</param>
    public async Task<Acted<ImportedAnswers>> RunAsync(Visit visit, string id, byte[] file, bool dryRun, CancellationToken cancellationToken)
    {
        // read outside the act that writes: nobody waits while a file is taken apart
        var read = await admission.ReadAsync<NamedSheet>(
            visit, Act.Answer,
            async (session, acting) => await new AnswerStore(session).ReadSheetAsync(acting.Finess, id) is { } sheet ? sheet : Unknown.Assessment,
            cancellationToken);
        if (read.Value is not { } known)
            return new(null, read.Denied, read.Refusals);
        if (known.Sheet.Assessment.RefuseChange() is { } submitted)
            return submitted;
        var grid = grids.Of(known.Sheet.Assessment);
        var reading = ReadGridWorkbook.Run(file, grid);
        if (reading.Value is not { } workbook)
            return reading.Refusals.ToArray();
        if (dryRun || workbook.Faults.Count > 0)
            return new ImportedAnswers([.. workbook.Answers.Select(answer => Line(answer, known.Sheet))], workbook.Faults, workbook.Empty);
        return await admission.WriteAsync<ImportedAnswers>(
            visit, Act.Answer, (session, acting) => KeepAsync(new(session), acting, id, grid, workbook), cancellationToken);
    }

    private async Task<Acted<ImportedAnswers>> KeepAsync(AnswerStore store, Acting acting, string id, Grid grid, GridWorkbookReading workbook)
    {
        if (await store.ReadSheetAsync(acting.Finess, id) is not { Sheet: var sheet })
            return Unknown.Assessment;
        var lines = workbook.Answers.Select(answer => Line(answer, sheet)).ToList();
        foreach (var (answer, line) in workbook.Answers.Zip(lines).Where(pair => pair.Second.Effect != ImportEffect.Unchanged))
        {
            var current = Current(sheet, line.QuestionId);
            var expected = current?.Given is null ? ExpectedVersion.Nothing : new(current.Version);
            switch (GiveAnswer.Run(sheet.Assessment, grid, current, answer.Given, expected, acting.At(clock.GetUtcNow())))
            {
                case AnswerOutcome.Kept { Answer: var kept } when await store.SaveAsync(id, kept):
                    break;
                case AnswerOutcome.Refused { Refusal: var refusal }:
                    return refusal;
                default:
                    throw new InvalidOperationException($"Answer {line.QuestionId} of {id} changed within its own act.");
            }
        }

        return new ImportedAnswers(lines, [], workbook.Empty);
    }

    private static ImportedLine Line(WorkbookAnswer answer, KeptSheet sheet)
    {
        var questionId = answer.Given.Answer.QuestionId;
        var current = Current(sheet, questionId);
        var effect = current?.Given is not { } given ? ImportEffect.Added
            : given == answer.Given.Tidied() && !current.ToConfirm ? ImportEffect.Unchanged
            : ImportEffect.Changed;
        return new(answer.Row, questionId, effect);
    }

    private static KeptAnswer? Current(KeptSheet sheet, string questionId) => sheet.Answers.FirstOrDefault(kept => kept.QuestionId == questionId);
}
