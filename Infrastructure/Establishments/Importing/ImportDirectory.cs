using CrisisKits.Domain.Establishments;
using CrisisKits.Infrastructure.Sql;

namespace CrisisKits.Infrastructure.Establishments.Importing;

/// <summary>How far an import is.</summary>
/// <param name="Writing">False while the file is read through a first time.</param>
/// <param name="Entries">Read, or written.</param>
public sealed record ImportProgress(bool Writing, int Entries);

/// <summary>
/// Brings the directory to what a file says. The file is read once to judge it whole, and nothing is written of one that is damaged, cut or no directory;
/// then once more to write what differs, in short acts that let a running server write in between. Each act leaves a consistent directory: an import that
/// was interrupted is run again. Memory holds a number and a fingerprint for each establishment, never the file.
/// </summary>
public sealed class ImportDirectory(SqlEngine engine, TimeProvider clock)
{
    private const int RowsPerAct = 5000;
    private const int ProgressEvery = 10_000;

    /// <param name="path">The file.</param>
    /// <param name="dryRun">Writes nothing and tells what it would do.</param>
    /// <param name="force">Closes even what a file that looks cut does not name.</param>
    /// <param name="progress">Told every ten thousand establishments.</param>
    /// <param name="cancellationToken">Stops between two acts.</param>
    /// <exception cref="RefusedDirectoryException">The file cannot be read to its end as a directory; nothing was written.</exception>
    public async Task<ImportReport> RunAsync(string path, bool dryRun, bool force, Action<ImportProgress> progress, CancellationToken cancellationToken)
    {
        var file = DirectoryFile.At(path);
        var known = await KnownEstablishments.LoadAsync(engine, cancellationToken);
        var report = new ImportReport();
        var judge = new JudgeDirectory(known, report);
        foreach (var unit in file.Read())
        {
            var before = judge.Entries;
            foreach (var _ in judge.Run(unit))
                cancellationToken.ThrowIfCancellationRequested();
            if (judge.Entries / ProgressEvery != before / ProgressEvery)
                progress(new(Writing: false, judge.Entries));
        }

        var (open, vanished) = judge.Vanished(file.HoldsLegalEntities);
        report.Vanished = vanished.Count;
        report.Tell(DirectoryFate.Closed, vanished.Count);
        report.Stopped = Stop(judge, report, open, force);
        if (report.Stopped is null && !dryRun)
            await WriteAsync(file, known, vanished, progress, cancellationToken);
        return report;
    }

    private static string? Stop(JudgeDirectory judge, ImportReport report, int open, bool force)
    {
        if (judge.Entries == report.RefusedCount)
            return "Aucun établissement de ce fichier n'a pu être lu.";
        if (force)
            return null;
        if (judge.EndsBroken)
            return "La dernière ligne est incomplète : le fichier semble coupé. Téléchargez-le de nouveau, ou ajoutez --force s'il est bien entier.";
        return DirectoryChange.LooksTruncated(open, report.Vanished)
            ? $"{report.Vanished} établissements ouverts sur {open} ne sont pas dans ce fichier, plus d'un sur cinq : il semble incomplet. "
                + "Ajoutez --force s'il faut bien les fermer."
            : null;
    }

    private async Task WriteAsync(DirectoryFile file, KnownEstablishments known, IReadOnlyList<string> vanished, Action<ImportProgress> progress, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var judge = new JudgeDirectory(known, new());
        var written = 0;
        foreach (var batch in file.Read().SelectMany(judge.Run)
            .Where(each => JudgeDirectory.IsWritten(each.Fate))
            .Select(each => (each.Fate, Row: EstablishmentRow.Of(each.Establishment, now, EstablishmentSource.Finess)))
            .Chunk(RowsPerAct))
        {
            await engine.WriteAsync(
                async session =>
                {
                    var store = new EstablishmentStore(session);
                    await store.AddManyAsync(batch.Where(each => each.Fate == DirectoryFate.Added).Select(each => each.Row));
                    await store.ChangeManyAsync(batch.Where(each => each.Fate != DirectoryFate.Added).Select(each => each.Row));
                    return true;
                },
                cancellationToken);
            written += batch.Length;
            if (written % ProgressEvery < batch.Length)
                progress(new(Writing: true, written));
        }

        foreach (var batch in vanished.Chunk(RowsPerAct))
            await engine.WriteAsync(
                async session =>
                {
                    await new EstablishmentStore(session).CloseManyAsync(batch, now);
                    return true;
                },
                cancellationToken);
    }
}
