using System.Globalization;

namespace CrisisKits.Api.Http.Reading;

/// <summary>Paths of values in a request as problems give them: <c>answers[3].option</c>.</summary>
public static class JsonPath
{
    public static string Property(string path, string name)
    {
        name = Shortened.Of(name);
        return path.Length == 0 ? name : name.Length == 0 ? path : $"{path}.{name}";
    }

    public static string Item(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");
}

/// <summary>Text of the caller that is quoted back, never longer than a line.</summary>
public static class Shortened
{
    private const int Most = 80;

    public static string Of(string text) => text.Length <= Most ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[Most - 1]) ? Most - 1 : Most), "…");
}
