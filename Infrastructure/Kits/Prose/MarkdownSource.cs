using CrisisKits.Infrastructure.Content;
using Markdig.Syntax;

namespace CrisisKits.Infrastructure.Kits.Prose;

/// <summary>Where a Markdown text comes from: the file and the line its first line has there.</summary>
internal sealed record MarkdownSource(string File, int FirstLine)
{
    public ContentException Wrong(MarkdownObject place, string message) => new([new(File, FirstLine + place.Line, message)]);
}
