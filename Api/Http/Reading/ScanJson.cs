using System.Globalization;
using System.Text.Json;
using CrisisKits.Api.Http.Failures;
using CrisisKits.Infrastructure.Content;

namespace CrisisKits.Api.Http.Reading;

/// <summary>First pass over the bytes: is it JSON at all, not too deep, with no property given twice and no broken text? The first mistake ends it.</summary>
public static class ScanJson
{
    // deeper than what is accepted, so that too deep is told apart from not JSON
    private const int ReaderDepth = StrictJson.MostDepth + 1;

    public static PlacedFault? Run(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = ReaderDepth });
        var places = new Stack<Place>();
        try
        {
            while (reader.Read())
                if (Meet(ref reader, places) is { } fault)
                    return fault;
        }
        catch (JsonException broken)
        {
            return new("", "not-json", string.Create(CultureInfo.InvariantCulture,
                $"Ce n'est pas du JSON valide : erreur à la ligne {broken.LineNumber + 1}, octet {broken.BytePositionInLine + 1}."));
        }
        catch (InvalidOperationException)
        {
            // a lone surrogate escape is JSON, but no text
            return new(PathOf(places), "invalid-text", "Ce texte contient un demi-caractère (\\uD800 à \\uDFFF isolé) : remplacez-le par un caractère entier.");
        }

        return null;
    }

    private static PlacedFault? Meet(ref Utf8JsonReader reader, Stack<Place> places)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                if (places.TryPeek(out var parent))
                    parent.Index++;
                if (places.Count == StrictJson.MostDepth)
                    return new(PathOf(places), "too-deep", $"Plus de {StrictJson.MostDepth} niveaux imbriqués : la demande attendue en a trois.");
                places.Push(new(reader.TokenType == JsonTokenType.StartObject));
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                places.Pop();
                break;
            case JsonTokenType.PropertyName:
                var place = places.Peek();
                place.Name = "";
                place.Name = reader.GetString()!;
                if (!place.Names!.Add(place.Name))
                    return new(PathOf(places), "duplicate-property", $"La propriété « {Shortened.Of(place.Name)} » est donnée deux fois : gardez-en une.");
                break;
            default:
                if (places.TryPeek(out var holder))
                    holder.Index++;
                if (reader.TokenType == JsonTokenType.String)
                    _ = reader.GetString();
                break;
        }

        return null;
    }

    private static string PathOf(Stack<Place> places)
    {
        var path = "";
        foreach (var place in places.Reverse())
            path = place.Names is null ? JsonPath.Item(path, Math.Max(place.Index, 0)) : JsonPath.Property(path, place.Name);
        return path;
    }

    private sealed class Place(bool isObject)
    {
        public HashSet<string>? Names { get; } = isObject ? new(StringComparer.Ordinal) : null;

        public string Name { get; set; } = "";

        public int Index { get; set; } = -1;
    }
}
