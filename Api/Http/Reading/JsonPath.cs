using System.Globalization;
using CrisisKits.Infrastructure.Content;

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
