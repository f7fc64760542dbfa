namespace CrisisKits.Infrastructure.Documents.Pdf;

/// <summary>
/// A node of the structure tree: what a screen reader hears, in order. <paramref name="type"/> is a standard structure type (H1, P, TD…),
/// or <c>Artifact</c> for what it passes over.
/// </summary>
internal sealed class Tag(string type)
{
    /// <summary>Lines, frames and washes.</summary>
    public static readonly Tag Decoration = new("Artifact");

    /// <summary>Words said elsewhere: the header of a table on its next page.</summary>
    public static readonly Tag Repeated = new("Artifact") { Attributes = "/Type/Pagination" };

    public static readonly Tag Header = new("Artifact") { Attributes = "/Type/Pagination/Subtype/Header" };

    public static readonly Tag Footer = new("Artifact") { Attributes = "/Type/Pagination/Subtype/Footer" };

    private readonly List<TagContent> _content = [];

    public string Type { get; set; } = type;

    public bool IsArtifact => Type == "Artifact";

    /// <summary>Attribute dictionary entries such as <c>/O/Table/Scope/Column</c>.</summary>
    public string? Attributes { get; set; }

    /// <summary>What is said of a picture.</summary>
    public string? Alternate { get; init; }

    /// <summary>What is said instead of the content, for something drawn.</summary>
    public string? ActualText { get; init; }

    public IReadOnlyList<TagContent> Content => _content;

    public Tag Add(Tag child)
    {
        _content.Add(new(child, null, 0));
        return child;
    }

    public Tag Add(string type, string? attributes = null) => Add(new Tag(type) { Attributes = attributes });

    /// <summary>Takes out the children that hold nothing; true when this tag is left with nothing.</summary>
    public bool RemoveEmpty()
    {
        _content.RemoveAll(content => content.Child is { Type: not "TD" } child && child.Content.Count == 0);
        return _content.Count == 0;
    }

    internal void AddMarked(PdfPage page, int markedContentId) => _content.Add(new(null, page, markedContentId));

    internal void AddLink(PdfPage page, int linkIndex) => _content.Add(new(null, page, ~linkIndex));
}

/// <summary>A child tag, marked content of a page (number ≥ 0) or one of the page's links (complemented index).</summary>
internal readonly record struct TagContent(Tag? Child, PdfPage? Page, int Number);
