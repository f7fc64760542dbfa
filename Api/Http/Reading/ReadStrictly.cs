using System.Text.Json;
using System.Text.Unicode;
using CrisisKits.Api.Http.Failures;

namespace CrisisKits.Api.Http.Reading;

/// <summary>What was read, or everything that is wrong with it.</summary>
public sealed record StrictReading<T>(T? Value, IReadOnlyList<PlacedFault> Faults);

/// <summary>
/// JSON bytes to a request, each mistake with its own code and path: text that is not UTF-8, not JSON, too deep, a property given twice,
/// unknown or of another type. The server and the command line read through it.
/// </summary>
public static class ReadStrictly
{
    public static StrictReading<T> Run<T>(ReadOnlyMemory<byte> json)
        where T : notnull
    {
        if (json.Span.StartsWith("\uFEFF"u8))
            json = json[3..];
        if (json.Span.IsEmpty)
            return Refused<T>("empty-body", "La demande est vide : envoyez un objet JSON.");
        if (!Utf8.IsValid(json.Span))
            return Refused<T>("invalid-text", "Le texte n'est pas de l'UTF-8 valide : enregistrez-le en UTF-8.");
        if (ScanJson.Run(json.Span) is { } fault)
            return new(default, [fault]);

        using var document = JsonDocument.Parse(json, new() { MaxDepth = StrictJson.MostDepth });
        var faults = CheckShape.Run(document.RootElement, typeof(T));
        return faults.Count > 0 ? new(default, faults) : new(document.RootElement.Deserialize<T>(StrictJson.Reading), []);
    }

    private static StrictReading<T> Refused<T>(string code, string message) => new(default, [new("", code, message)]);
}
