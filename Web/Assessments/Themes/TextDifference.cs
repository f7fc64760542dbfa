using System.Text.RegularExpressions;

namespace CrisisKits.Web.Assessments.Themes;

/// <summary>A run of words of a text, and whether the other text lacks it.</summary>
public sealed record Piece(string Text, bool IsOwn);

/// <summary>What two texts do not share, word by word, so that a person sees at once what would be lost.</summary>
public static partial class TextDifference
{
    /// <summary>Cells of the table of common words: two texts of the longest kept, of one letter a word.</summary>
    private const long MostCompared = 2001L * 2001;

    /// <returns>The pieces of <paramref name="text"/>; together they are the text. Of texts longer than any that is kept, all is told apart.</returns>
    public static IReadOnlyList<Piece> Run(string text, string other)
    {
        var (mine, theirs) = (Words(text), Words(other));
        var shared = (mine.Length + 1L) * (theirs.Length + 1L) > MostCompared ? new bool[mine.Length] : Shared(mine, theirs);
        var pieces = new List<Piece>();
        for (var from = 0; from < mine.Length;)
        {
            var to = from + 1;
            while (to < mine.Length && shared[to] == shared[from])
                to++;
            pieces.Add(new(string.Concat(mine[from..to]), !shared[from]));
            from = to;
        }

        return pieces;
    }

    /// <summary>Which words of a text belong to the longest sequence that both have.</summary>
    private static bool[] Shared(string[] mine, string[] theirs)
    {
        var longest = new int[mine.Length + 1, theirs.Length + 1];
        for (var i = mine.Length - 1; i >= 0; i--)
            for (var j = theirs.Length - 1; j >= 0; j--)
                longest[i, j] = Same(mine[i], theirs[j]) ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);

        var shared = new bool[mine.Length];
        for (int i = 0, j = 0; i < mine.Length && j < theirs.Length;)
            if (Same(mine[i], theirs[j]))
            {
                shared[i] = true;
                (i, j) = (i + 1, j + 1);
            }
            else if (longest[i + 1, j] >= longest[i, j + 1])
                i++;
            else
                j++;
        return shared;
    }

    private static bool Same(string mine, string theirs) => mine.AsSpan().Trim().SequenceEqual(theirs.AsSpan().Trim());

    /// <summary>Each with the spaces after it.</summary>
    private static string[] Words(string text) => [.. Word().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\S+\s*|\s+")]
    private static partial Regex Word();
}
