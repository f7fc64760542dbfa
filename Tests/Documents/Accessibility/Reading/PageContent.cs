using UglyToad.PdfPig.Tokens;

namespace CrisisKits.Tests.Documents.Accessibility.Reading;

/// <summary>What a content stream paints, and under which marks.</summary>
internal sealed class PageContent
{
    public List<Sequence> Sequences { get; } = [];

    public List<Painting> Paintings { get; } = [];

    /// <summary>Character codes shown, by the name the page gives the font; two bytes each.</summary>
    public Dictionary<string, HashSet<int>> Codes { get; } = new(StringComparer.Ordinal);

    /// <summary>What is wrong with the stream itself.</summary>
    public List<string> Faults { get; } = [];
}

/// <summary>A marked-content sequence, from BMC or BDC to EMC.</summary>
internal sealed record Sequence(string Tag, Sequence? Outer, DictionaryToken? Properties)
{
    public bool IsArtifact => Tag == "Artifact";

    public int? Mcid => Properties?.Data.GetValueOrDefault("MCID") is NumericToken number ? number.Int : null;

    public string? Property(string key) => (Properties?.Data.GetValueOrDefault(key) as NameToken)?.Data;

    /// <summary>This sequence and those around it, innermost first.</summary>
    public IEnumerable<Sequence> Chain => Outer is null ? [this] : Outer.Chain.Prepend(this);
}

/// <summary>One thing painted by one operator, where it starts, in points from the bottom left of the page.</summary>
internal readonly record struct Painting(string Operator, Sequence? In, double X, double Y)
{
    public bool IsText => Operator is "Tj" or "TJ" or "'" or "\"";
}
