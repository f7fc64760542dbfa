using System.Reflection;
using CrisisKits.Api.Http.Failures;
using CrisisKits.Api.Http.Reading;
using CrisisKits.Infrastructure.Kits.Twins;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace CrisisKits.Api.Assessments.Keeping.Importing;

/// <summary>A workbook received whole and bounded before anything is done with it: a slow sender holds no place for work.</summary>
public sealed record WorkbookBody(byte[] Bytes) : IEndpointParameterMetadataProvider
{
    /// <summary>What programs say of a workbook: its own type, that of its wrapping, or nothing precise.</summary>
    private static readonly string[] Types = [TwinFormat.Xlsx.MediaType(), "application/zip", "application/octet-stream"];

    public static async ValueTask<WorkbookBody?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || !Types.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase))
            throw new RefusedRequestException(NotAWorkbook());
        Body.CheckEncoding(context.Request.Headers.ContentEncoding);
        return new((await Body.ReadAsync(context)).ToArray());
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(new AcceptsMetadata(Types, typeof(Stream)));

    /// <summary>Also for what routing refuses by itself.</summary>
    public static Problem NotAWorkbook() => Problem.Of(
        StatusCodes.Status415UnsupportedMediaType, "unsupported-media-type",
        $"Envoyez le classeur lui-même, hors de tout formulaire, annoncé par l'en-tête « Content-Type: {Types[0]} ».");
}
