using System.Text.RegularExpressions;

namespace CrisisKits.Infrastructure.Content;

/// <summary>
/// Lets authors write « mot : suite » without quotes: YAML takes a colon followed by a space for a key, French puts one in every other sentence.
/// Such one-line values are quoted before parsing; lines keep their numbers. Quoted, block and bracketed values are left as they are.
/// </summary>
internal static partial class FrenchColons
{
    public static string Quote(string yaml)
    {
        var lines = yaml.Split('\n');
        var block = -1;
        for (var index = 0; index < lines.Length; index++)
        {
            var indent = Indent(lines[index]);
            if (indent == lines[index].Length || (block >= 0 && indent > block))
                continue;
            block = -1;
            var entry = Entry().Match(lines[index]);
            var value = entry.Groups["value"].Value;
            if (BlockMark().IsMatch(value))
                block = entry.Groups["dashes"].Length;
            else if (entry.Success && Colon().IsMatch(value) && !Continues(lines, index, indent))
                lines[index] = entry.Groups["head"].Value + QuoteValue(value);
        }

        return string.Join('\n', lines);
    }

    private static string QuoteValue(string value)
    {
        var comment = value.IndexOf(" #", StringComparison.Ordinal);
        var (text, rest) = comment < 0 ? (value, string.Empty) : (value[..comment], value[comment..]);
        return $"'{text.TrimEnd().Replace("'", "''", StringComparison.Ordinal)}'{rest}";
    }

    private static bool Continues(string[] lines, int index, int indent)
    {
        for (var next = index + 1; next < lines.Length; next++)
            if (Indent(lines[next]) < lines[next].Length)
                return Indent(lines[next]) > indent && !Entry().IsMatch(lines[next]);
        return false;
    }

    private static int Indent(string line) => line.Length - line.TrimStart(' ').Length;

    [GeneratedRegex(@"^(?<head>(?<dashes> *(- +)*)([A-Za-z0-9_]+: +|(?<=- +)))(?<value>[^\s].*)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Entry();

    [GeneratedRegex(@"^[|>][0-9+-]*\s*(#.*)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex BlockMark();

    [GeneratedRegex(@"^[^""'|>\[{&*!#%@`].* :( |$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Colon();
}
