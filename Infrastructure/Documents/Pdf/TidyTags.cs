namespace CrisisKits.Infrastructure.Documents.Pdf;

/// <summary>
/// What authors and blocks may leave in the tree and a screen reader should not meet (PDF/UA-1, 7.4 and 7.5): tags that hold nothing, an empty
/// cell called a header, a heading two levels below the one before.
/// </summary>
internal sealed class TidyTags
{
    private int _level;

    private TidyTags()
    {
    }

    public static void Run(Tag root) => new TidyTags().Tidy(root);

    private void Tidy(Tag tag)
    {
        if (tag.Type is ['H', >= '1' and <= '6'])
        {
            _level = Math.Min(tag.Type[1] - '0', _level + 1);
            tag.Type = $"H{_level}";
        }

        foreach (var content in tag.Content)
            if (content.Child is { } child)
                Tidy(child);
        if (tag.RemoveEmpty() && tag.Type == "TH")
            (tag.Type, tag.Attributes) = ("TD", null);
    }
}
