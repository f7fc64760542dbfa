using CrisisKits.Infrastructure.Sql.Engines;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CrisisKits.Infrastructure.Sql;

/// <summary>
/// Copies the database to a file while the server runs. The copy is of one instant: all that was acknowledged before it began is in it. It is
/// checked, and on the disk, before it takes its name; a name that is taken already is left alone.
/// </summary>
public sealed class BackUpStorage(SqlEngine engine)
{
    /// <exception cref="StorageRefusedException">The engine has its own backup, or the file exists.</exception>
    /// <exception cref="StorageUnavailableException">The database cannot be read, or the copy cannot be written.</exception>
    public void Run(string file)
    {
        if (engine is not SqliteEngine source)
            throw new StorageRefusedException("Cette base est sur SQL Server : utilisez la sauvegarde du serveur (BACKUP DATABASE).");
        var target = Path.GetFullPath(file);
        if (File.Exists(target))
            throw new StorageRefusedException($"Le fichier « {target} » existe déjà : il n'a pas été remplacé. Choisissez un autre nom.");
        var unfinished = $"{target}.{Guid.NewGuid():N}.tmp";
        try
        {
            Copy(source, unfinished);
            using (var written = File.OpenHandle(unfinished, FileMode.Open, FileAccess.ReadWrite))
                RandomAccess.FlushToDisk(written);
            File.Move(unfinished, target, overwrite: false);
        }
        catch (Exception failure) when (failure is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new StorageUnavailableException($"{target}: {failure.Message}", failure);
        }
        finally
        {
            if (File.Exists(unfinished))
                File.Delete(unfinished);
        }
    }

    private static void Copy(SqliteEngine source, string file)
    {
        using var from = source.OpenToRead();
        using var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        to.Open();
        from.BackupDatabase(to);
        // one file, with no log beside it
        to.Execute("PRAGMA journal_mode = DELETE");
        var found = to.ExecuteScalar<string>("PRAGMA integrity_check");
        if (found != "ok")
            throw new StorageUnavailableException($"The copy is damaged: {found}");
    }
}
