using System.Globalization;

namespace CrisisKits.Infrastructure.Documents.Pdf;

/// <summary>A bookmark; levels nest from 1.</summary>
internal sealed record Bookmark(int Level, string Title, PdfPage Page, double Y);

/// <summary>A tagged, outlined PDF 1.7 file: pages in, bytes out. Alone in the project it knows the format.</summary>
internal sealed class PdfFile(string title, string subject, DateTimeOffset date)
{
    private readonly List<PdfPage> _pages = [];
    private readonly List<FontUsage> _fonts = [];
    private readonly PdfObjects _objects = new();
    private readonly Dictionary<PdfPage, int> _pageIds = [];
    private readonly Dictionary<PdfPage, List<int>> _linkIds = [];

    /// <summary>The root of the structure tree.</summary>
    public Tag Root { get; } = new("Document");

    public List<Bookmark> Bookmarks { get; } = [];

    public int PageCount => _pages.Count;

    public PdfPage AddPage(double width, double height)
    {
        var page = new PdfPage(width, height, this) { Number = _pages.Count + 1 };
        _pages.Add(page);
        return page;
    }

    internal FontUsage Usage(FontFace face)
    {
        foreach (var known in _fonts)
            if (ReferenceEquals(known.Face, face))
                return known;
        var usage = new FontUsage(face, "F" + (_fonts.Count + 1).ToString(CultureInfo.InvariantCulture));
        _fonts.Add(usage);
        return usage;
    }

    public byte[] Write()
    {
        var pagesId = _objects.Reserve();
        foreach (var page in _pages)
        {
            _pageIds[page] = _objects.Reserve();
            _linkIds[page] = [.. page.Links.Select(_ => _objects.Reserve())];
        }

        var contents = _pages.ConvertAll(page => _objects.AddStream(page.Finish(), ""));
        var fonts = WriteFonts();
        TidyTags.Run(Root);
        var tree = new StructureTree(_objects, _pageIds, _linkIds).Write(Root, _pages);
        WritePages(pagesId, contents, fonts);
        WriteLinks();
        var outline = WriteOutline();
        var metadata = _objects.AddWritten(Xmp.Write(title, subject, date), "/Type/Metadata/Subtype/XML");
        var catalog = _objects.Begin(out var catalogId).Raw("<</Type/Catalog/Pages ").Reference(pagesId)
            .Raw("/Lang(fr-FR)/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>/StructTreeRoot ").Reference(tree)
            .Raw("/Metadata ").Reference(metadata);
        if (outline != 0)
            catalog.Raw("/PageMode/UseOutlines/Outlines ").Reference(outline);
        catalog.Raw(">>");
        _objects.Begin(out var information).Raw("<</Title").TextString(title).Raw("/Subject").TextString(subject)
            .Raw("/Producer(CrisisKits)/Creator(CrisisKits)/CreationDate(").Raw(PdfDate(date)).Raw(")/ModDate(").Raw(PdfDate(date)).Raw(")>>");
        return _objects.Close(catalogId, information);
    }

    private string WriteFonts()
    {
        var resources = new PdfBuffer().Raw("/Font<<");
        foreach (var font in _fonts)
            resources.Raw('/').Raw(font.Resource).Raw(' ').Reference(font.Write(_objects));
        return resources.Raw(">>").ToString();
    }

    private void WritePages(int pagesId, List<int> contents, string resources)
    {
        var tree = _objects.Begin(pagesId).Raw("<</Type/Pages/Count ").Number(_pages.Count).Raw("/Resources<<").Raw(resources).Raw(">>/Kids[");
        foreach (var page in _pages)
            tree.Reference(_pageIds[page]).Raw(' ');
        tree.Raw("]>>");
        for (var i = 0; i < _pages.Count; i++)
        {
            var page = _pages[i];
            var body = _objects.Begin(_pageIds[page]).Raw("<</Type/Page/Parent ").Reference(pagesId)
                .Raw("/MediaBox[0 0 ").Number(page.Width).Number(page.Height).Raw("]/Contents ").Reference(contents[i])
                .Raw("/StructParents ").Number(i).Raw("/Tabs/S");
            if (page.Links.Count > 0)
            {
                body.Raw("/Annots[");
                foreach (var link in _linkIds[page])
                    body.Reference(link).Raw(' ');
                body.Raw(']');
            }

            body.Raw(">>");
        }
    }

    private void WriteLinks()
    {
        var parent = _pages.Count;
        foreach (var page in _pages)
            for (var i = 0; i < page.Links.Count; i++)
            {
                var link = page.Links[i];
                var target = link.TargetPage ?? page;
                _objects.Begin(_linkIds[page][i]).Raw("<</Type/Annot/Subtype/Link/Border[0 0 0]/F 4/Rect[")
                    .Number(link.X).Number(page.Height - link.Y - link.Height).Number(link.X + link.Width).Number(page.Height - link.Y)
                    .Raw("]/Contents").TextString(link.Says).Raw("/StructParent ").Number(parent++)
                    .Raw("/Dest[").Reference(_pageIds[target]).Raw("/XYZ null ").Number(target.Height - link.TargetY).Raw("null]>>");
            }
    }

    private int WriteOutline()
    {
        if (Bookmarks.Count == 0)
            return 0;
        var root = _objects.Reserve();
        var ids = Bookmarks.ConvertAll(_ => _objects.Reserve());
        var (first, last, count) = Siblings(0, Bookmarks.Count, root, ids);
        _objects.Begin(root).Raw("<</Type/Outlines/First ").Reference(first).Raw("/Last ").Reference(last).Raw("/Count ").Number(count).Raw(">>");
        return root;
    }

    private (int First, int Last, int Count) Siblings(int from, int to, int parent, List<int> ids)
    {
        var level = Bookmarks[from].Level;
        var starts = new List<int>();
        for (var i = from; i < to; i++)
            if (Bookmarks[i].Level <= level)
                starts.Add(i);
        for (var s = 0; s < starts.Count; s++)
        {
            var i = starts[s];
            var end = s + 1 < starts.Count ? starts[s + 1] : to;
            var children = end > i + 1 ? Siblings(i + 1, end, ids[i], ids) : default;
            var mark = Bookmarks[i];
            var item = _objects.Begin(ids[i]).Raw("<</Title").TextString(mark.Title).Raw("/Parent ").Reference(parent)
                .Raw("/Dest[").Reference(_pageIds[mark.Page]).Raw("/XYZ null ").Number(mark.Page.Height - mark.Y).Raw("null]");
            if (s > 0)
                item.Raw("/Prev ").Reference(ids[starts[s - 1]]);
            if (s + 1 < starts.Count)
                item.Raw("/Next ").Reference(ids[starts[s + 1]]);
            if (children.Count > 0)
                item.Raw("/First ").Reference(children.First).Raw("/Last ").Reference(children.Last).Raw("/Count ").Number(-children.Count);
            item.Raw(">>");
        }

        return (ids[starts[0]], ids[starts[^1]], starts.Count);
    }

    private static string PdfDate(DateTimeOffset date) =>
        date.UtcDateTime.ToString("'D:'yyyyMMddHHmmss'Z'", CultureInfo.InvariantCulture);
}
