using System.Globalization;
using System.Text.Json.Nodes;
using CrisisKits.Api.Http.Failures;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Content;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CrisisKits.Api.Http;

/// <summary>A request that is answered 200 as it stands, shown on <c>/docs</c>; a test sends it.</summary>
public sealed record RequestExample(string Summary, string Json);

/// <summary>What the signatures of endpoints do not say of an operation: the words a parameter may be, an example, its answers in French.</summary>
public sealed class DescribeOperation : IOpenApiOperationTransformer
{
    private static readonly Dictionary<string, IReadOnlyList<string>> Words = new(StringComparer.Ordinal)
    {
        ["level"] = [.. KitLevelNames.All.Select(level => level.Id()), KitLevelNames.Expert],
        ["audience"] = [.. AudienceNames.All.Select(audience => audience.Id())],
        ["variant"] = KitVariantNames.All,
    };

    /// <summary>What is read as words, so that it is refused by its name, and is more than words.</summary>
    private static readonly Dictionary<string, Action<OpenApiSchema>> Kinds = new(StringComparer.Ordinal)
    {
        ["dryRun"] = schema => schema.Type = JsonSchemaType.Boolean,
        ["overwrite"] = schema => schema.Type = JsonSchemaType.Boolean,
        ["limit"] = schema => (schema.Type, schema.Minimum, schema.Maximum) = (JsonSchemaType.Integer, "1", "200"),
    };

    private static readonly Dictionary<string, string> Headers = new(StringComparer.Ordinal)
    {
        ["Idempotency-Key"] = "Une clé de votre choix, une par demande : renvoyée avec la même clé, la même demande n'est pas faite deux fois.",
        ["If-Match"] = "La version que vous avez lue, entre guillemets, telle que l'ETag la donne : « \"3\" ».",
        ["If-None-Match"] = "« * » pour une première réponse.",
    };

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var parameter in operation.Parameters ?? [])
            if (parameter is { Name: { } name, Schema: OpenApiSchema schema } && Words.TryGetValue(name, out var words))
                schema.Enum = [.. words.Select(word => JsonValue.Create(word))];
            else if (parameter is { In: ParameterLocation.Query, Name: { } query, Schema: OpenApiSchema simple } && Kinds.TryGetValue(query, out var shape))
                shape(simple);
        foreach (var parameter in operation.Parameters ?? [])
            if (parameter is { In: ParameterLocation.Header, Name: { } header } && Headers.TryGetValue(header, out var told))
                parameter.Description = told;
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>().Any())
            operation.Security = [new() { [new(ApiDescription.SignIn, context.Document)] = [] }];
        foreach (var (status, response) in operation.Responses ?? [])
            response.Description = FrenchOf(int.Parse(status, CultureInfo.InvariantCulture));
        if (operation.RequestBody is { Content.Values: { } contents } body
            && context.Description.ActionDescriptor.EndpointMetadata.OfType<RequestExample>().FirstOrDefault() is { } example)
        {
            body.Description = example.Summary;
            foreach (var content in contents)
                ((OpenApiMediaType)content).Example = JsonNode.Parse(example.Json);
        }

        return Task.CompletedTask;
    }

    private static string FrenchOf(int status) => status switch
    {
        StatusCodes.Status200OK => "OK",
        StatusCodes.Status201Created => "Créé ; son adresse est dans l'en-tête Location.",
        StatusCodes.Status204NoContent => "Fait.",
        StatusCodes.Status304NotModified => "Inchangé depuis l'ETag donné.",
        _ => FrenchTypography.Apply(Problem.TitleOf(status)),
    };
}
