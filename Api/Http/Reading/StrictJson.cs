using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrisisKits.Api.Http.Reading;

/// <summary>How JSON is read and written, by the server and by the command line alike: strict in, readable French out.</summary>
public static class StrictJson
{
    /// <summary>Deepest nesting accepted; the deepest request of this API has three levels.</summary>
    public const int MostDepth = 16;

    public static readonly JsonSerializerOptions Options = Create();

    /// <summary>For what has passed <see cref="CheckShape"/>.</summary>
    public static readonly JsonSerializerOptions Reading = Create(SaturateNumbers.Configure);

    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.AllowDuplicateProperties = false;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectNullableAnnotations = true;
        options.MaxDepth = MostDepth;
        // every answer is application/json under nosniff: accents and no-break spaces need no escape
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        if (options.Converters.Count == 0)
            options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }

    private static JsonSerializerOptions Create(Action<JsonSerializerOptions>? more = null)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Configure(options);
        more?.Invoke(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
