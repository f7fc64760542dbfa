namespace CrisisKits.Infrastructure.Documents.Pdf;

/// <summary>Writes the tags and the map from marked content back to them (the parent tree).</summary>
internal sealed class StructureTree(PdfObjects objects, Dictionary<PdfPage, int> pageIds, Dictionary<PdfPage, List<int>> linkIds)
{
    private readonly Dictionary<Tag, int> _ids = new(ReferenceEqualityComparer.Instance);

    public int Write(Tag root, IReadOnlyList<PdfPage> pages)
    {
        var treeId = objects.Reserve();
        Number(root);
        WriteTag(root, treeId);
        var parents = WriteParents(pages, out var next);
        objects.Begin(treeId).Raw("<</Type/StructTreeRoot/K ").Reference(_ids[root])
            .Raw("/ParentTree ").Reference(parents).Raw("/ParentTreeNextKey ").Number(next).Raw(">>");
        return treeId;
    }

    private void Number(Tag tag)
    {
        _ids[tag] = objects.Reserve();
        foreach (var content in tag.Content)
            if (content.Child is { } child)
                Number(child);
    }

    private void WriteTag(Tag tag, int parent)
    {
        var id = _ids[tag];
        var page = tag.Content.FirstOrDefault(content => content.Page is not null).Page;
        var body = objects.Begin(id).Raw("<</S/").Raw(tag.Type).Raw("/P ").Reference(parent);
        if (page is not null)
            body.Raw("/Pg ").Reference(pageIds[page]);
        if (tag.Attributes is not null)
            body.Raw("/A<<").Raw(tag.Attributes).Raw(">>");
        if (tag.Alternate is not null)
            body.Raw("/Alt").TextString(tag.Alternate);
        if (tag.ActualText is not null)
            body.Raw("/ActualText").TextString(tag.ActualText);
        body.Raw("/K[");
        foreach (var content in tag.Content)
            WriteContent(body, content, page);
        body.Raw("]>>");
        foreach (var content in tag.Content)
            if (content.Child is { } child)
                WriteTag(child, id);
    }

    private void WriteContent(PdfBuffer body, TagContent content, PdfPage? page)
    {
        if (content.Child is { } child)
            body.Reference(_ids[child]).Raw(' ');
        else if (content.Number < 0)
            body.Raw("<</Type/OBJR/Obj ").Reference(linkIds[content.Page!][~content.Number]).Raw("/Pg ").Reference(pageIds[content.Page!]).Raw(">>");
        else if (ReferenceEquals(content.Page, page))
            body.Number(content.Number).Raw(' ');
        else
            body.Raw("<</Type/MCR/MCID ").Number(content.Number).Raw("/Pg ").Reference(pageIds[content.Page!]).Raw(">>");
    }

    private int WriteParents(IReadOnlyList<PdfPage> pages, out int next)
    {
        next = pages.Count;
        var body = objects.Begin(out var id).Raw("<</Nums[");
        for (var i = 0; i < pages.Count; i++)
        {
            body.Number(i).Raw('[');
            foreach (var tag in pages[i].Marked)
                body.Reference(_ids[tag]).Raw(' ');
            body.Raw(']');
        }

        foreach (var page in pages)
            foreach (var link in page.Links)
                body.Number(next++).Raw(' ').Reference(_ids[link.Tag]).Raw(' ');
        body.Raw("]>>");
        return id;
    }
}
