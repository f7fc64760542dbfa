using CrisisKits.Domain.Establishments;

namespace CrisisKits.Infrastructure.Establishments.Importing;

/// <summary>One record of a directory file.</summary>
/// <param name="Place">Where, for people: <c>ligne 12</c>.</param>
/// <param name="Said">What it says.</param>
/// <param name="Broken">Why it says nothing that can be read, in French; null when it does.</param>
internal sealed record DirectoryEntry(string Place, DescribedEstablishment Said, string? Broken = null);

/// <summary>What belongs together in a file: a legal entity with its sites, or one site that names a legal entity the file says nothing else of.</summary>
internal sealed record DirectoryUnit(DirectoryEntry? LegalEntity, IReadOnlyList<DirectoryEntry> Sites);

/// <summary>The file as a whole cannot be imported; the message, in French, says why. Nothing was written.</summary>
public sealed class RefusedDirectoryException(string message) : Exception(message);
