using System.Buffers;
using System.IO.Pipelines;
using System.Reflection;
using System.Text.Json;
using CrisisKits.Api.Http.Failures;
using CrisisKits.Infrastructure.Content;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace CrisisKits.Api.Http.Reading;

/// <summary>A body an endpoint filter can see without knowing its type.</summary>
public interface IBody
{
    object Content { get; }
}

#pragma warning disable CA1000 // parameter binding looks for these static members on the type itself
/// <summary>A request body read strictly, whole and bounded, before anything is done with it.</summary>
public sealed record Body<T>(T Value) : IBody, IEndpointParameterMetadataProvider
    where T : notnull
{
    public object Content => Value;

    public static async ValueTask<Body<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        Body.CheckMediaType(context.Request.ContentType);
        Body.CheckEncoding(context.Request.Headers.ContentEncoding);
        var bytes = await Body.ReadAsync(context);
        var reading = ReadStrictly.Run<T>(bytes);
        return reading.Faults.Count == 0
            ? new(reading.Value!)
            : throw new RefusedRequestException(Problem.Of(StatusCodes.Status400BadRequest, reading.Faults));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));
}

#pragma warning restore CA1000

/// <summary>Bounds of a request body.</summary>
public static class Body
{
    /// <summary>1 MB.</summary>
    public const int MostBytes = 1_000_000;

    /// <summary>
    /// Where Kestrel hangs up. Between the two the rest of the body is let in and thrown away, because a sender who is cut off while
    /// writing sees a broken connection instead of the 413.
    /// </summary>
    public const int MostBytesDiscarded = 10 * MostBytes;

    public static Problem TooLarge() => Problem.Of(
        StatusCodes.Status413PayloadTooLarge, "body-too-large", "La demande dépasse 1 Mo : n'envoyez que les réponses, sans pièce jointe.");

    public static Problem NotJson() => Problem.Of(
        StatusCodes.Status415UnsupportedMediaType, "unsupported-media-type",
        "Envoyez du JSON en UTF-8, annoncé par l'en-tête « Content-Type: application/json ».");

    internal static void CheckMediaType(string? contentType)
    {
        if (MediaTypeHeaderValue.TryParse(contentType, out var type)
            && (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase))
            && (!type.Charset.HasValue || type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase)))
            return;
        throw new RefusedRequestException(NotJson());
    }

    internal static void CheckEncoding(StringValues encodings)
    {
        if (encodings.Any(encoding => !string.IsNullOrWhiteSpace(encoding) && !encoding.Trim().Equals("identity", StringComparison.OrdinalIgnoreCase)))
            throw new RefusedRequestException(Problem.Of(
                StatusCodes.Status415UnsupportedMediaType, "unsupported-content-encoding",
                $"Le corps est annoncé compressé (« Content-Encoding: {Shortened.Of(encodings.ToString())} ») : envoyez-le sans compression, et sans cet en-tête."));
    }

    internal static Problem Unreadable(int status) => Problem.Of(
        status, "bad-request", "La demande n'a pas pu être lue : vérifiez son adresse, ses paramètres et ses en-têtes.");

    internal static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength > MostBytes)
            throw new RefusedRequestException(TooLarge());
        var reader = context.Request.BodyReader;
        while (true)
        {
            var result = await NextAsync(reader);
            if (result.Buffer.Length > MostBytes)
                throw new RefusedRequestException(TooLarge());
            if (result.IsCompleted)
            {
                var bytes = result.Buffer.ToArray();
                reader.AdvanceTo(result.Buffer.End);
                return bytes;
            }

            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    /// <summary>Kestrel tells some broken chunks by an IOException, as it tells a broken connection: neither is a fault of ours.</summary>
    private static async ValueTask<ReadResult> NextAsync(PipeReader reader)
    {
        try
        {
            return await reader.ReadAsync();
        }
        catch (IOException broken) when (broken is not BadHttpRequestException)
        {
            throw new RefusedRequestException(Unreadable(StatusCodes.Status400BadRequest));
        }
    }
}
