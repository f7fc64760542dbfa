using CrisisKits.Domain.Access;
using CrisisKits.Domain.Assessments.Keeping;
using CrisisKits.Domain.Grids;
using CrisisKits.Infrastructure.Access;
using CrisisKits.Infrastructure.Assessments.Exports.Reading;
using CrisisKits.Infrastructure.Grids;

namespace CrisisKits.Infrastructure.Assessments.Answers;

/// <summary>How an import is done.</summary>
/// <param name="DryRun">Tell, and keep nothing.</param>
/// <param name="Overwrite">Replace even answers that the workbook was not filled over.</param>
/// <param name="Seen">The revision of the answers that may be so replaced; null when the caller was shown none.</param>
public sealed record ImportManner(bool DryRun, bool Overwrite, long? Seen = null)
{
    /// <summary>What nobody was shown is not replaced.</summary>
    public bool Replaces(KeptSheet sheet) => Overwrite && (Seen is null || Seen == sheet.Revision);
}

/// <summary>
/// Reads a workbook filled in a meeting into a draft: all of its answers, or none when a line is refused. An answer equal to the one that is kept
/// changes nothing, so that the same file may come twice.
/// </summary>
public sealed class ImportAnswers(Admission admission, GridLibrary grids, TimeProvider clock)
{
    /// <param name="visit">Who, and where.</param>
    /// <param name="id">Of the draft.</param>
    /// <param name="file">As received: anything.</param>
    /// <param name="manner">How.</param>
    /// <param name="cancellationToken">Stops it before it starts to write only.</param>
    public async Task<Acted<ImportedAnswers>> RunAsync(Visit visit, string id, byte[] file, ImportManner manner, CancellationToken cancellationToken)
    {
        // read outside the act that writes: nobody waits while a file is taken apart
        var read = await admission.ReadAsync<NamedSheet>(
            visit, Act.Answer,
            async (session, acting) => await new AnswerStore(session).ReadSheetAsync(acting.Finess, id) is { } sheet ? sheet : Unknown.Assessment,
            cancellationToken);
        if (read.Value is not { } known)
            return new(null, read.Denied, read.Refusals);
        var assessment = known.Sheet.Assessment;
        if (assessment.RefuseChange() is { } submitted)
            return submitted;
        var grid = grids.Of(assessment);
        var reading = ReadGridWorkbook.Run(file, assessment, grid, cancellationToken);
        if (reading.Value is not { } workbook)
            return reading.Refusals.ToArray();
        var merged = MergeWorkbook.Run(known, grid, workbook, manner.Replaces(known.Sheet));
        return manner.DryRun || merged.Refused.Count > 0
            ? merged
            : await admission.WriteAsync<ImportedAnswers>(
                visit, Act.Answer, (session, acting) => KeepAsync(new(session), acting, id, grid, workbook, manner), cancellationToken);
    }

    /// <summary>Decides again, over what is there now, then saves all.</summary>
    private async Task<Acted<ImportedAnswers>> KeepAsync(
        AnswerStore store, Acting acting, string id, Grid grid, GridWorkbookReading workbook, ImportManner manner)
    {
        if (await store.ReadSheetAsync(acting.Finess, id) is not { } named)
            return Unknown.Assessment;
        var merged = MergeWorkbook.Run(named, grid, workbook, manner.Replaces(named.Sheet));
        if (merged.Refused.Count > 0)
            return merged;
        var (sheet, stamp, toSave) = (named.Sheet, acting.At(clock.GetUtcNow()), new List<KeptAnswer>());
        foreach (var line in merged.Lines.Where(line => line.Effect is not (ImportEffect.Unchanged or ImportEffect.ToConfirm)))
        {
            var current = sheet.Answers.FirstOrDefault(kept => kept.QuestionId == line.QuestionId);
            var given = workbook.Answers.First(answer => answer.Row == line.Row).Sent.Given;
            var expected = current?.Given is null ? ExpectedVersion.Nothing : new(current.Version);
            switch (GiveAnswer.Run(sheet.Assessment, grid, current, given, expected, stamp))
            {
                case AnswerOutcome.Kept kept:
                    toSave.Add(kept.Answer);
                    break;
                case AnswerOutcome.Refused refused:
                    return refused.Refusal;
                default:
                    throw new InvalidOperationException($"The expected version of {line.QuestionId} is the one just read.");
            }
        }

        foreach (var answer in toSave)
            if (!await store.SaveAsync(id, answer))
                throw new InvalidOperationException($"Answer {answer.QuestionId} of {id} changed within its own act.");
        return merged;
    }
}
