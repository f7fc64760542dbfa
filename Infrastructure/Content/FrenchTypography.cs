using System.Text.RegularExpressions;

namespace CrisisKits.Infrastructure.Content;

/// <summary>
/// Puts the spaces French printing asks for in a text typed with ordinary ones (plain or Markdown): narrow no-break space before <c>; : ! ? % »</c>,
/// after <c>«</c> and between groups of digits, no-break space between a number and its unit, curly apostrophe, ellipsis.
/// Applied twice, it changes nothing more.
/// </summary>
public static partial class FrenchTypography
{
    private const string Narrow = "\u202F";
    private const string NoBreak = "\u00A0";

    public static string Apply(string text)
    {
        var printed = new System.Text.StringBuilder(text.Length + 16);
        var from = 0;
        foreach (Match kept in Untouched().Matches(text))
        {
            // the kept piece stays in sight of its neighbours through the one-character marker
            printed.Append(text, from, kept.Index - from).Append('\uE000');
            from = kept.Index + kept.Length;
        }

        var typeset = Typeset(printed.Append(text, from, text.Length - from).ToString());
        var pieces = Untouched().Matches(text);
        var next = 0;
        return Marker().Replace(typeset, _ => pieces[next++].Value);
    }

    /// <summary>What an author has to correct by hand, with the line (from 0) in the text.</summary>
    public static IEnumerable<(int Line, string Message)> Mistakes(string text)
    {
        var lines = Untouched().Replace(text, kept => new string('\uE000', kept.Length)).Split('\n');
        for (var line = 0; line < lines.Length; line++)
        {
            foreach (Match glued in GluedPunctuation().Matches(lines[line]))
                yield return (line, $"il manque une espace devant « {glued.Groups["sign"].Value} » (près de « {Around(lines[line], glued.Index)} »)");
            foreach (Match glued in GluedQuote().Matches(lines[line]))
                yield return (line, $"il manque une espace après « « » (près de « {Around(lines[line], glued.Index)} »)");
            foreach (Match twice in DoubleSpace().Matches(lines[line]))
                yield return (line, $"double espace (près de « {Around(lines[line], twice.Index)} »)");
        }
    }

    private static string Typeset(string text)
    {
        text = Apostrophe().Replace(text, "’");
        text = Ellipsis().Replace(text, "…");
        text = BeforeSign().Replace(text, Narrow);
        text = AfterQuote().Replace(text, Narrow);
        text = DigitGroups().Replace(text, Narrow);
        text = BeforeUnit().Replace(text, NoBreak);
        text = HourMinutes().Replace(text, NoBreak);
        return AfterNumberSign().Replace(text, NoBreak);
    }

    private static string Around(string line, int at)
    {
        var start = Math.Max(0, at - 15);
        return line.Substring(start, Math.Min(line.Length, at + 15) - start).Replace('\uE000', '…').Trim();
    }

    // addresses, mail addresses, blanks to fill in and the exercise mark are never retouched
    [GeneratedRegex(@"https?://[^\s|)]+|[\w.+-]+@[\w-]+(\.[\w-]+)+|\{\{[^}\n]*\}\}|\[EXERCICE\]|\uE000", RegexOptions.ExplicitCapture)]
    private static partial Regex Untouched();

    [GeneratedRegex("\uE000", RegexOptions.None)]
    private static partial Regex Marker();

    [GeneratedRegex(@"(?<=\p{L})'", RegexOptions.None)]
    private static partial Regex Apostrophe();

    [GeneratedRegex(@"(?<!\.)\.\.\.(?!\.)", RegexOptions.None)]
    private static partial Regex Ellipsis();

    // a bar before or a hyphen after belongs to the syntax of a table
    [GeneratedRegex(@"(?<=[^\s|]) (?=[;!?%»]|:(?![-:]))", RegexOptions.None)]
    private static partial Regex BeforeSign();

    [GeneratedRegex("(?<=«) ", RegexOptions.None)]
    private static partial Regex AfterQuote();

    // thousands, and the pairs of a telephone number
    [GeneratedRegex(@"(?<=(?<![\d.,/:])\d{1,3}([ \u202F]\d{3})*) (?=\d{3}(?!\d))|(?<=(?<!\d)0\d([ \u202F]\d\d){0,3}) (?=\d\d([ \u202F]\d\d){0,3}(?!\d))", RegexOptions.ExplicitCapture)]
    private static partial Regex DigitGroups();

    [GeneratedRegex(@"(?<=\d) (?=(h|min|s|mm|cm|m|km|m²|µg|mg|g|kg|ml|mL|cl|cL|l|L|mmol|kW|Mo|Go|To|°C|€|k€|M€|heures?|minutes?|secondes?|jours?|semaines?|mois|ans?|pages?)(?![\p{L}\p{N}]))", RegexOptions.ExplicitCapture)]
    private static partial Regex BeforeUnit();

    [GeneratedRegex(@"(?<=\d[ \u00A0]h) (?=\d)", RegexOptions.None)]
    private static partial Regex HourMinutes();

    [GeneratedRegex(@"(?<=[nN]°|\bart\.|\b[LDR]\.|\bchambre|\bpage) (?=[\dLDR])", RegexOptions.None)]
    private static partial Regex AfterNumberSign();

    [GeneratedRegex(@"[\p{L}\p{N}\)\]»\uE000]\**(?<sign>[;!?»%]|:(?=[ \n]|$))", RegexOptions.ExplicitCapture)]
    private static partial Regex GluedPunctuation();

    [GeneratedRegex(@"«(?=[^\s\u00A0\u202F])", RegexOptions.None)]
    private static partial Regex GluedQuote();

    [GeneratedRegex(@"(?<=[^\s|])  +(?=[^\s|])", RegexOptions.None)]
    private static partial Regex DoubleSpace();
}
