using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrisisKits.Api.Http.Reading;

/// <summary>
/// Reads a number too great for its type as the greatest there is. Every number of a request has bounds (a test sees to it), so the validator
/// then refuses it in its own words, as it refuses any other number outside them.
/// </summary>
public static class SaturateNumbers
{
    public static void Configure(JsonSerializerOptions options)
    {
        options.Converters.Add(new Integers());
        options.Converters.Add(new Decimals());
    }

    private static bool Negative(ref Utf8JsonReader reader) => reader.ValueSpan is [(byte)'-', ..];

    private sealed class Integers : JsonConverter<int>
    {
        public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TryGetInt32(out var value) ? value : Negative(ref reader) ? int.MinValue : int.MaxValue;

        public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
    }

    private sealed class Decimals : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TryGetDecimal(out var value) ? value
            : reader.TryGetDouble(out var about) && Math.Abs(about) < 1 ? 0
            : Negative(ref reader) ? decimal.MinValue : decimal.MaxValue;

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
    }
}
