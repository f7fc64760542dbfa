using CrisisKits.Infrastructure.Documents.Blocks;

namespace CrisisKits.Infrastructure.Documents.Layout;

/// <summary>The bare words of inlines, for bookmarks and contents.</summary>
internal static class PlainText
{
    public static string Of(IReadOnlyList<Inline> content) => string.Concat(content.Select(inline => inline switch
    {
        Text text => text.Value,
        LineBreak => " ",
        TickBox => "☐",
        Dots => "…",
        _ => "",
    })).Trim();
}
