namespace CrisisKits.Infrastructure.Documents.Layout;

/// <summary>A slice at its place on a page.</summary>
internal readonly record struct Placed(Slice Slice, double Y);

/// <summary>Fills pages with slices: keeps together what belongs together, repeats table headers, drops space at the top.</summary>
internal static class Paginator
{
    public static List<List<Placed>> Run(IReadOnlyList<Slice> slices, Geometry geometry, int firstPageIndex)
    {
        var pages = new List<List<Placed>> { new() };
        var bottom = geometry.Top + geometry.BodyHeight;
        var y = geometry.Top;
        for (var i = 0; i < slices.Count;)
        {
            var end = ChainEnd(slices, i, geometry.BodyHeight);
            var height = ChainHeight(slices, i, end);
            var atTop = pages[^1].Count == 0;
            if (!atTop && (slices[i].BreakBefore || y + slices[i].Before + height > bottom + 0.01))
            {
                pages.Add([]);
                (y, atTop) = (geometry.Top, true);
            }

            if (atTop && slices[i].Repeat is { } header)
            {
                pages[^1].Add(new(header, y));
                y += header.Height;
            }

            for (; i < end; i++)
            {
                y += pages[^1].Count == 0 ? 0 : slices[i].Before;
                pages[^1].Add(new(slices[i], y));
                if (slices[i].Mark is { } mark)
                    (mark.PageIndex, mark.Y) = (firstPageIndex + pages.Count - 1, y);
                y += slices[i].Height;
            }

            if (y > bottom + 1)
                throw new InvalidOperationException(
                    $"Something is {y - bottom:F0} points too tall for its page, near « {LastMark(slices, end)} ».");
        }

        return pages;
    }

    /// <summary>The end of the run that should stay together; just one slice when the run is taller than a page.</summary>
    private static int ChainEnd(IReadOnlyList<Slice> slices, int start, double limit)
    {
        var end = start + 1;
        while (end < slices.Count && slices[end - 1].KeepWithNext && !slices[end].BreakBefore)
            end++;
        while (end > start + 1 && ChainHeight(slices, start, end) + (slices[start].Repeat?.Height ?? 0) > limit)
            end--;
        return end;
    }

    private static double ChainHeight(IReadOnlyList<Slice> slices, int start, int end)
    {
        var height = slices[start].Height;
        for (var i = start + 1; i < end; i++)
            height += slices[i].Before + slices[i].Height;
        return height;
    }

    private static string LastMark(IReadOnlyList<Slice> slices, int end) =>
        slices.Take(end).LastOrDefault(slice => slice.Mark is not null)?.Mark?.Title ?? "début";
}
