using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents.Blocks;

namespace CrisisKits.Infrastructure.Documents;

/// <summary>What stands at the top and bottom of every sheet.</summary>
/// <param name="Left">Kit, level and version, or the grid and its version.</param>
/// <param name="Right">Audience word and TLP marking.</param>
/// <param name="Exercise">Prints « EXERCICE » at top and bottom.</param>
/// <param name="Collected">Prints a copy number to fill in and « à rendre ».</param>
public sealed record RunningHeader(string Left, string Right, bool Exercise, bool Collected)
{
    /// <summary>For whom and for which day, under <see cref="Left"/>, shortened to the room there is; null on what is made for everyone.</summary>
    public string? MadeFor { get; init; }

    /// <summary>On one line, for programs that lay their own headers out.</summary>
    public string WholeLeft => MadeFor is null ? Left : $"{Left} · {MadeFor}";
}

/// <summary>One document ready to be laid out.</summary>
public sealed record Document
{
    public required string Title { get; init; }

    /// <summary>One sentence under the title: what this is for and who holds it.</summary>
    public required string Purpose { get; init; }
    public required PageFormat Page { get; init; }
    public required RunningHeader Header { get; init; }

    /// <summary>Prints a table of contents with page numbers and links after the title.</summary>
    public required bool Contents { get; init; }
    public required IReadOnlyList<Block> Body { get; init; }
}

/// <summary>One PDF file: a single document, or an audience's documents merged behind a cover.</summary>
public sealed record Publication
{
    public required string Title { get; init; }
    public required string Subject { get; init; }

    /// <summary>Written in the metadata; from the content version and the caller, never from a clock.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>Printed as a cover page with the list of documents when present.</summary>
    public required Cover? Cover { get; init; }
    public required IReadOnlyList<Document> Documents { get; init; }
}

/// <summary>A cover recognisable from three metres by words and shape.</summary>
/// <param name="Mark">1 to 3 bars: the level's shape.</param>
public sealed record Cover(string Audience, string Level, int Mark, string Title, string Subtitle, IReadOnlyList<string> Notices)
{
    /// <summary>For whom, for which day and hour, whole; null on what is made for everyone.</summary>
    public string? MadeFor { get; init; }
}
