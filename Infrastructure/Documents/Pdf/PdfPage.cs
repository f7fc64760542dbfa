namespace CrisisKits.Infrastructure.Documents.Pdf;

/// <summary>A colour; kits are printed in grey, so all but the accent are greys.</summary>
internal readonly record struct Ink(double Red, double Green, double Blue)
{
    public static readonly Ink Black = new(0, 0, 0);
    public static readonly Ink White = new(1, 1, 1);
    public static readonly Ink Accent = new(0.05, 0.20, 0.38);
    public static readonly Ink Muted = new(0.33, 0.33, 0.33);
    public static readonly Ink Rule = new(0.55, 0.55, 0.55);
    public static readonly Ink Wash = new(0.94, 0.94, 0.94);
}

/// <summary>A link from a rectangle of the page to the top of something on another page. Measures are points from the top left.</summary>
internal sealed record PdfLink(double X, double Y, double Width, double Height, string Says, Tag Tag)
{
    public PdfPage? TargetPage { get; set; }
    public double TargetY { get; set; }
}

/// <summary>
/// A page to draw on. Points from the top left, y downwards. Everything drawn belongs to a tag, or is an artifact when the tag is null or is one.
/// </summary>
internal sealed class PdfPage(double width, double height, PdfFile file)
{
    private readonly PdfBuffer _content = new();
    private readonly List<Tag> _marked = [];
    private readonly List<PdfLink> _links = [];
    private Tag? _open;
    private Ink _fill = Ink.Black;
    private Ink _stroke = Ink.Black;
    private double _thickness = 1;

    public double Width { get; } = width;
    public double Height { get; } = height;

    /// <summary>1-based place in the file, set when the page is added.</summary>
    public int Number { get; set; }

    public IReadOnlyList<Tag> Marked => _marked;
    public IReadOnlyList<PdfLink> Links => _links;

    /// <summary>Writes words one after the other from x on the baseline y.</summary>
    public void Words(Tag? tag, double x, double y, FontFace face, double size, Ink ink, ReadOnlySpan<ShapedWord> words)
    {
        Open(tag ?? Tag.Repeated);
        Fill(ink);
        var usage = file.Usage(face);
        _content.Raw("BT/").Raw(usage.Resource).Raw(' ').Number(size).Raw("Tf ").Number(x).Number(Height - y).Raw("Td[");
        foreach (var word in words)
            _content.Raw(usage.Encode(word));
        _content.Raw("]TJ ET\n");
    }

    public void Text(Tag? tag, double x, double y, FontFace face, double size, Ink ink, string text) =>
        Words(tag, x, y, face, size, ink, [face.Shape(text)]);

    /// <summary>Writes text turned upside down around its middle, for what is folded.</summary>
    public void UpsideDown(double centerX, double y, FontFace face, double size, Ink ink, string text)
    {
        Open(Tag.Repeated);
        Fill(ink);
        var usage = file.Usage(face);
        var word = face.Shape(text);
        var x = centerX + word.Advance * size / face.UnitsPerEm / 2;
        _content.Raw("BT/").Raw(usage.Resource).Raw(' ').Number(size).Raw("Tf -1 0 0 -1 ").Number(x).Number(Height - y)
            .Raw("Tm[").Raw(usage.Encode(word)).Raw("]TJ ET\n");
    }

    public void Line(Tag? tag, double x1, double y1, double x2, double y2, double thickness, Ink ink, string? dash = null)
    {
        Open(tag ?? Tag.Decoration);
        Stroke(ink, thickness);
        if (dash is not null)
            _content.Raw('[').Raw(dash).Raw("]0 d 1 J ");
        _content.Number(x1).Number(Height - y1).Raw("m ").Number(x2).Number(Height - y2).Raw("l S\n");
        if (dash is not null)
            _content.Raw("[]0 d 0 J\n");
    }

    public void Frame(Tag? tag, double x, double y, double width, double height, double thickness, Ink ink)
    {
        Open(tag ?? Tag.Decoration);
        Stroke(ink, thickness);
        _content.Number(x).Number(Height - y - height).Number(width).Number(height).Raw("re S\n");
    }

    public void Block(Tag? tag, double x, double y, double width, double height, Ink ink)
    {
        Open(tag ?? Tag.Decoration);
        Fill(ink);
        _content.Number(x).Number(Height - y - height).Number(width).Number(height).Raw("re f\n");
    }

    public void Polygon(Tag? tag, IEnumerable<(double X, double Y)> points, Ink ink)
    {
        Open(tag ?? Tag.Decoration);
        Fill(ink);
        Trace(points);
        _content.Raw("f\n");
    }

    /// <summary>Joins points by straight lines with rounded corners.</summary>
    public void Polyline(Tag? tag, IEnumerable<(double X, double Y)> points, bool closed, double thickness, Ink ink, string? dash)
    {
        Open(tag ?? Tag.Decoration);
        Stroke(ink, thickness);
        _content.Raw('[').Raw(dash ?? "").Raw("]0 d 1 j ");
        Trace(points);
        _content.Raw(closed ? "s" : "S").Raw(" []0 d 0 j\n");
    }

    /// <summary>The attributes of a tag whose content fills a rectangle of this page.</summary>
    public string LayoutBox(double x, double y, double width, double height) => new PdfBuffer().Raw("/O/Layout/Placement/Block/BBox[")
        .Number(x).Number(Height - y - height).Number(x + width).Number(Height - y).Raw(']').ToString();

    /// <summary>Adds a link whose words have been drawn under its tag; the target is given now or once it is known.</summary>
    public void Link(PdfLink link)
    {
        link.Tag.AddLink(this, _links.Count);
        _links.Add(link);
    }

    /// <summary>Ends the page and hands its content stream over.</summary>
    public ReadOnlySpan<byte> Finish()
    {
        Close();
        return _content.Written;
    }

    private void Open(Tag tag)
    {
        if (ReferenceEquals(tag, _open))
            return;
        Close();
        _open = tag;
        if (tag.IsArtifact)
        {
            if (tag.Attributes is null)
                _content.Raw("/Artifact BMC\n");
            else
                _content.Raw("/Artifact<<").Raw(tag.Attributes).Raw(">>BDC\n");
            return;
        }

        _content.Raw('/').Raw(tag.Type).Raw("<</MCID ").Number(_marked.Count).Raw(">>BDC\n");
        tag.AddMarked(this, _marked.Count);
        _marked.Add(tag);
    }

    private void Close()
    {
        if (_open is not null)
            _content.Raw("EMC\n");
        _open = null;
    }

    private void Trace(IEnumerable<(double X, double Y)> points)
    {
        var step = "m ";
        foreach (var (x, y) in points)
        {
            _content.Number(x).Number(Height - y).Raw(step);
            step = "l ";
        }
    }

    private void Fill(Ink ink)
    {
        if (ink == _fill)
            return;
        _fill = ink;
        Colour(ink).Raw("rg ");
    }

    private void Stroke(Ink ink, double thickness)
    {
        if (ink != _stroke)
            Colour(ink).Raw("RG ");
        if (Math.Abs(thickness - _thickness) > 0.001)
            _content.Number(thickness).Raw("w ");
        _stroke = ink;
        _thickness = thickness;
    }

    private PdfBuffer Colour(Ink ink) => _content.Number(ink.Red).Number(ink.Green).Number(ink.Blue);
}
