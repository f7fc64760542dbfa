using System.Globalization;
using System.Text;

namespace CrisisKits.Domain.Establishments;

/// <summary>How establishments are found by name, town or number: word by word, without accents, case or punctuation, by the beginnings of words.</summary>
public static class SearchWords
{
    /// <summary>More words than that narrow nothing any more.</summary>
    public const int Most = 6;

    public const int LongestText = 400;
    private const int LongestWord = 40;

    /// <summary>Lower-case letters a to z and digits only, a space before each word.</summary>
    public static string TextOf(string name, string town, string finess)
    {
        // the number comes last and must not be cut off
        var words = string.Concat(Split($"{name} {town}").Select(word => $" {word}"));
        var room = LongestText - finess.Length - 1;
        return $"{(words.Length > room ? words[..room] : words)} {finess.ToLowerInvariant()}";
    }

    /// <summary>The words to look for; a FINESS number typed in groups is one word. At most <see cref="Most"/>.</summary>
    public static IReadOnlyList<string> Of(string? typed)
    {
        var words = Split(typed ?? "");
        // « 63 999 901 0 », « 2A 000 »: no town has figures only
        if (words.Count > 1 && words.All(word => char.IsAsciiDigit(word[0]) && (word.All(char.IsAsciiDigit) || word is "2a" or "2b")))
            words = [string.Concat(words)];
        return [.. words.Select(word => word.Length > LongestWord ? word[..LongestWord] : word).Distinct(StringComparer.Ordinal).Take(Most)];
    }

    private static List<string> Split(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var character in Decomposed(text))
        {
            if (char.IsAsciiLetterOrDigit(character))
                word.Append(char.ToLowerInvariant(character));
            else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
            words.Add(word.ToString());
        return words;
    }

    /// <summary>Accents apart from their letters. Half characters, which have no normal form, are no letters.</summary>
    private static string Decomposed(string text) =>
        string.Concat(text.Select(character => char.IsSurrogate(character) || character >= '\uFFFE' ? ' ' : character))
            .Replace("œ", "oe", StringComparison.OrdinalIgnoreCase).Replace("æ", "ae", StringComparison.OrdinalIgnoreCase)
            .Normalize(NormalizationForm.FormD);
}
