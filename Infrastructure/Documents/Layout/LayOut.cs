using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents.Blocks;
using CrisisKits.Infrastructure.Documents.Layout.Flows;
using CrisisKits.Infrastructure.Documents.Pdf;

namespace CrisisKits.Infrastructure.Documents.Layout;

/// <summary>Lays a whole publication out: breaks every document into pages, then draws, once all page numbers are known.</summary>
internal sealed class LayOut
{
    private sealed record Laid(Document Document, Geometry Geometry, List<List<Placed>> Pages, IReadOnlyList<Mark> Marks);

    private readonly PdfFile _file;
    private readonly Publication _publication;
    private readonly List<PdfPage> _pages = [];
    private readonly List<Laid> _laid = [];

    private LayOut(Publication publication)
    {
        _publication = publication;
        _file = new(publication.Title, publication.Subject, publication.Date);
    }

    public static PdfFile Run(Publication publication)
    {
        var layout = new LayOut(publication);
        layout.BreakIntoPages();
        layout.DrawPages();
        return layout._file;
    }

    private void BreakIntoPages()
    {
        var coverTag = _publication.Cover is null ? null : _file.Root.Add("Sect");
        var pageCount = _publication.Cover is null ? 0 : 1;
        foreach (var document in _publication.Documents)
        {
            var laid = BreakIntoPages(document, _file.Root.Add("Part"), pageCount);
            _laid.Add(laid);
            pageCount += laid.Pages.Count;
        }

        if (_publication.Cover is { } cover)
        {
            var geometry = Geometry.Of(PageFormat.A4);
            _pages.Add(_file.AddPage(geometry.Width, geometry.Height));
            AddPages();
            CoverPage.Draw(_pages[0], cover, geometry, coverTag!, [.. _laid.Select(laid => laid.Marks[0])], index => _pages[index]);
        }
        else
        {
            AddPages();
        }
    }

    private Laid BreakIntoPages(Document document, Tag tag, int firstPage)
    {
        var geometry = Geometry.Of(document.Page);
        var flow = new Flow((geometry.BodyWidth, geometry.BodyHeight));
        var opening = DocumentOpening.Title(document, geometry.BodyWidth, tag);
        var contentsTag = document.Contents ? tag.Add("Sect") : null;
        var body = flow.Run(document.Body, geometry.BodyWidth, tag);
        if (document.Body is [Slide, ..])
            body[0] = body[0] with { BreakBefore = false, Before = 4 };
        var marks = body.Where(slice => slice.Mark is not null).Select(slice => slice.Mark!).ToList();
        var contents = contentsTag is null ? []
            : DocumentOpening.Contents([.. marks.Where(mark => mark.Level <= 2)], geometry.BodyWidth, contentsTag, index => _pages[index]);
        var pages = Paginator.Run([.. opening, .. contents, .. body], geometry, firstPage);
        return new(document, geometry, pages, [opening[0].Mark!, .. marks]);
    }

    private void AddPages()
    {
        foreach (var laid in _laid)
            for (var i = 0; i < laid.Pages.Count; i++)
                _pages.Add(_file.AddPage(laid.Geometry.Width, laid.Geometry.Height));
    }

    private void DrawPages()
    {
        var index = 0;
        if (_publication.Cover is not null)
        {
            Furniture.Draw(_pages[0], Geometry.Of(PageFormat.A4), _publication.Documents[0].Header with { Collected = false }, _publication.Title, _pages.Count);
            index = 1;
        }

        foreach (var laid in _laid)
            foreach (var placed in laid.Pages)
            {
                var page = _pages[index++];
                foreach (var (slice, y) in placed)
                    slice.Draw(page, laid.Geometry.Left, y);
                Furniture.Draw(page, laid.Geometry, laid.Document.Header, laid.Document.Title, _pages.Count);
            }

        var merged = _publication.Cover is not null;
        foreach (var mark in _laid.SelectMany(laid => merged ? laid.Marks : laid.Marks.Where(mark => mark.Level > 0)))
            _file.Bookmarks.Add(new(mark.Level + (merged ? 1 : 0), mark.Title, _pages[mark.PageIndex], Math.Max(0, mark.Y - 8)));
    }
}
