using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CrisisKits.Api.Http.Failures;
using CrisisKits.Infrastructure.Content;

namespace CrisisKits.Api.Http.Reading;

/// <summary>Compares a JSON value with the type it is meant for: unknown properties and values of another type, all of them, with their paths.</summary>
public static class CheckShape
{
    private const int MostFaults = 50;

    /// <summary>The one text that people take for a yes or no.</summary>
    private const string Reason = "notApplicable";

    public static IReadOnlyList<PlacedFault> Run(JsonElement value, Type type)
    {
        var faults = new List<PlacedFault>();
        Check(value, type, "", faults);
        return faults;
    }

    private static void Check(JsonElement value, Type type, string path, List<PlacedFault> faults)
    {
        if (faults.Count >= MostFaults)
            return;
        var expected = Nullable.GetUnderlyingType(type) ?? type;
        var shape = StrictJson.Options.GetTypeInfo(expected);
        switch (shape.Kind)
        {
            case JsonTypeInfoKind.Object when value.ValueKind == JsonValueKind.Object:
                CheckProperties(value, shape, path, faults);
                break;
            case JsonTypeInfoKind.Enumerable when value.ValueKind == JsonValueKind.Array:
                var index = 0;
                foreach (var item in value.EnumerateArray())
                    Check(item, shape.ElementType!, JsonPath.Item(path, index++), faults);
                break;
            case JsonTypeInfoKind.Dictionary when value.ValueKind == JsonValueKind.Object:
                foreach (var entry in value.EnumerateObject())
                    Check(entry.Value, shape.ElementType!, JsonPath.Property(path, Shortened.Of(entry.Name)), faults);
                break;
            default:
                if (!Holds(value, expected))
                    faults.Add(new(path, "wrong-type", $"{Here(path)} {Wanted(shape, expected, path)} ; vous avez donné {Given(value, expected)}."));
                break;
        }
    }

    private static void CheckProperties(JsonElement value, JsonTypeInfo shape, string path, List<PlacedFault> faults)
    {
        foreach (var given in value.EnumerateObject())
        {
            var place = JsonPath.Property(path, given.Name);
            var property = shape.Properties.FirstOrDefault(candidate => candidate.Name == given.Name);
            if (property is null)
                faults.Add(new(place, "unknown-property",
                    $"La propriété « {Shortened.Of(given.Name)} » n'existe pas ici ; propriétés possibles : {string.Join(", ", shape.Properties.Select(known => known.Name))}."));
            else if (given.Value.ValueKind != JsonValueKind.Null || !property.IsSetNullable)
                Check(given.Value, property.PropertyType, place, faults);
        }
    }

    private static bool Holds(JsonElement value, Type type) => value.ValueKind switch
    {
        JsonValueKind.String => type == typeof(string),
        JsonValueKind.True or JsonValueKind.False => type == typeof(bool),
        JsonValueKind.Number => type == typeof(decimal) || (type == typeof(int) && IsWhole(value)),
        _ => false,
    };

    /// <summary>Too great counts as whole: the bounds of the property refuse it, and say what they are.</summary>
    private static bool IsWhole(JsonElement value) => value.TryGetInt32(out _) || !value.TryGetDouble(out var about) || Math.Abs(about) > int.MaxValue;

    /// <summary>The field by its own name: who reads the message may not see the path.</summary>
    private static string Here(string path) => path.Length == 0 ? "La demande doit être" : $"« {path[(path.LastIndexOf('.') + 1)..]} » doit être";

    private static string Wanted(JsonTypeInfo shape, Type type, string path) => shape.Kind switch
    {
        _ when type == typeof(string) && path.EndsWith(Reason, StringComparison.Ordinal) => "le motif, entre guillemets",
        JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary => "un objet",
        JsonTypeInfoKind.Enumerable => "une liste",
        _ when type == typeof(int) => "un nombre entier",
        _ when type == typeof(decimal) => "un nombre",
        _ when type == typeof(bool) => "true ou false",
        _ => "un texte entre guillemets",
    };

    private static string Given(JsonElement value, Type type) => value.ValueKind switch
    {
        JsonValueKind.Object => "un objet",
        JsonValueKind.Array => "une liste",
        JsonValueKind.String => "un texte",
        JsonValueKind.Number when type == typeof(int) => "un nombre à virgule ou à exposant",
        JsonValueKind.Number => "un nombre",
        JsonValueKind.Null => "null",
        _ => "true ou false",
    };
}
