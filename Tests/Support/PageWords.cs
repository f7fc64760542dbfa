using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace CrisisKits.Tests.Support;

/// <summary>Reading and filling pages as people do.</summary>
internal static class PageWords
{
    /// <summary>As one line with plain spaces.</summary>
    public static string Words(this IParentNode? node) => node is INode text ? Pages.Flatten(text.TextContent) : string.Empty;

    public static string Heading(this IDocument page) => page.QuerySelector("h1").Words();

    public static string Body(this IDocument page) => page.QuerySelector("main").Words();

    /// <summary>The one link whose words begin so.</summary>
    public static string LinkTo(this IParentNode node, string words) =>
        node.QuerySelectorAll("a").Single(link => link.Words().StartsWith(words, StringComparison.Ordinal)).GetAttribute("href")!;

    public static IElement Button(this IParentNode node, string words) =>
        node.QuerySelectorAll("main button").Single(button => button.Words().StartsWith(words, StringComparison.Ordinal));

    public static bool Offers(this IDocument page, string words) =>
        page.QuerySelectorAll("main a, main button").Any(each => each.Words().StartsWith(words, StringComparison.Ordinal));

    /// <summary>Chooses a radio, or ticks a box.</summary>
    public static void Check(this IDocument page, string id)
    {
        var chosen = (IHtmlInputElement)page.GetElementById(id)!;
        if (chosen.Type == "radio")
            foreach (var other in page.QuerySelectorAll("input").OfType<IHtmlInputElement>().Where(each => each.Name == chosen.Name))
                other.IsChecked = false;
        chosen.IsChecked = true;
    }

    public static void Fill(this IDocument page, string id, string text)
    {
        if (page.GetElementById(id) is IHtmlTextAreaElement area)
            area.Value = text;
        else
            ((IHtmlInputElement)page.GetElementById(id)!).Value = text;
    }
}
