namespace CrisisKits.Infrastructure.Content;

/// <summary>Text of the caller that is quoted back, never longer than a line.</summary>
public static class Shortened
{
    private const int Most = 80;

    public static string Of(string text) => text.Length <= Most ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[Most - 1]) ? Most - 1 : Most), "…");
}
