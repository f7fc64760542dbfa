using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using CrisisKits.Api.Http.Failures;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace CrisisKits.Api.Http;

/// <summary>The OpenAPI 3.1 document at <c>/openapi/v1.json</c> and the human pages at <c>/docs</c>, in Production as in Development.</summary>
public static class ApiDescription
{
    /// <summary>How the document calls the way people are known.</summary>
    public const string SignIn = "bearer";

    private const string DocumentName = "v1";

    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi(DocumentName, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "CrisisKits",
                Version = "v1",
                Description = "De l'autoévaluation au kit d'exercice de crise cyber. Les refus suivent la RFC 9457 : un code stable, et chaque erreur à son chemin.",
                License = new() { Name = "Apache-2.0", Identifier = "Apache-2.0" },
            };

            // the document is the same wherever it is served from
            document.Servers = [new() { Url = "/" }];
            document.Components ??= new();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
            {
                [SignIn] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "En développement, le jeton d'une personne de démonstration : demo-rssi…" },
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer<DescribeOperation>();
        options.AddSchemaTransformer((schema, context, _) =>
        {
            // properties are nullable in C# so that a missing one gets its own message, and null is not a value for them
            var attributes = context.JsonPropertyInfo?.AttributeProvider;
            if (attributes?.IsDefined(typeof(RequiredAttribute), inherit: true) == true)
                schema.Type &= ~JsonSchemaType.Null;
            if (attributes?.GetCustomAttributes(typeof(AllowedValuesAttribute), inherit: true) is [AllowedValuesAttribute allowed])
            {
                schema.Type &= ~JsonSchemaType.Null;
                schema.Enum = [.. allowed.Values.Select(value => JsonSerializer.SerializeToNode(value))!];
            }

            if (context.JsonTypeInfo.Type.IsEnum)
                schema.Type = JsonSchemaType.String;
            return Task.CompletedTask;
        });
    });

    public static void MapApiDescription(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi();
        app.MapScalarApiReference("/docs", options => options
            .WithTitle("CrisisKits, l'API")
            .WithOpenApiRoutePattern("/openapi/{documentName}.json")
            .DisableDefaultFonts()
            .DisableTelemetry()
            .DisableAgent()
            .DisableMcp()
            .HideDeveloperTools()
            .HideClientButton()
            .WithFavicon("/icon.svg"))
            .AddEndpointFilter(KnownDocument);
    }

    /// <summary>The reference component would show its page at any address under its own.</summary>
    private static ValueTask<object?> KnownDocument(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.GetRouteValue("documentName") is null or "" or DocumentName ? next(context) : new(TypedResults.NotFound());

    /// <summary>Declares problem responses of an endpoint.</summary>
    public static RouteHandlerBuilder ProducesProblems(this RouteHandlerBuilder endpoint, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses)
            endpoint.Produces<Problem>(status, "application/problem+json");
        return endpoint;
    }
}
