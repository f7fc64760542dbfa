using System.Security.Cryptography;
using System.Text.Json;
using CrisisKits.Api.Http.Reading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Net.Http.Headers;

namespace CrisisKits.Api.Http;

/// <summary>Something that is read again and again: its ETag is a hash, and who already has it gets 304 and no body.</summary>
public static class Tagged
{
    public static IResult Json<T>(T value)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(value, StrictJson.Options);
        return new TaggedResult(TagOf(bytes), "application/json; charset=utf-8", bytes);
    }

    public static string TagOf(ReadOnlySpan<byte> bytes) => $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\"";

    /// <summary>Sets the caching headers; true when the caller has this very version.</summary>
    public static bool AlreadyThere(HttpContext context, string tag)
    {
        context.Response.Headers.ETag = tag;
        // what asks who is there stays on no disk after that person has left
        context.Response.Headers.CacheControl = context.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>() is null ? "no-cache" : "no-store";
        context.Response.Headers.Vary = "Accept-Language";
        var known = context.Request.GetTypedHeaders().IfNoneMatch;
        var current = EntityTagHeaderValue.Parse(tag);
        return known.Any(candidate => candidate.Equals(EntityTagHeaderValue.Any) || candidate.Compare(current, useStrongComparison: false));
    }

    private sealed class TaggedResult(string tag, string contentType, byte[] bytes) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            if (AlreadyThere(httpContext, tag))
            {
                httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }

            httpContext.Response.ContentType = contentType;
            httpContext.Response.ContentLength = bytes.Length;
            await httpContext.Response.Body.WriteAsync(bytes, httpContext.RequestAborted);
        }
    }
}
