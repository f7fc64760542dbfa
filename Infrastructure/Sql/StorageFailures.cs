namespace CrisisKits.Infrastructure.Sql;

/// <summary>
/// The storage cannot serve: disk full, file read-only, locked or damaged, server away. What was asked is not acknowledged, and nothing of it is
/// half-written.
/// </summary>
public sealed class StorageUnavailableException(string message, Exception? inner = null) : Exception(message, inner)
{
    internal static StorageUnavailableException Of(Exception failure) =>
        failure as StorageUnavailableException ?? new(failure.Message, failure);
}

/// <summary>A primary key or unique index says that this exists already. The statement did nothing; the act may go on.</summary>
public sealed class UniqueViolationException(Exception inner) : Exception(inner.Message, inner);

/// <summary>The settings or the database are not what this program can use; the message, in French, says what to do.</summary>
public sealed class StorageRefusedException(string message) : Exception(message);
