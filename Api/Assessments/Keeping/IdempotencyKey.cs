using System.Security.Cryptography;
using System.Text;
using CrisisKits.Api.Http.Failures;
using CrisisKits.Api.Http.Reading;
using CrisisKits.Infrastructure.Assessments.Drafts;

namespace CrisisKits.Api.Assessments.Keeping;

/// <summary>Reads <c>Idempotency-Key</c>: with it, a request that got no answer is sent again without being done twice.</summary>
internal static class IdempotencyKey
{
    private const int Longest = 100;

    /// <param name="key">As sent; null when it was not.</param>
    /// <param name="asked">All that makes two requests the same.</param>
    /// <exception cref="RefusedRequestException">400: not 1 to 100 visible ASCII characters.</exception>
    public static RepeatableRequest? Read(string? key, params ReadOnlySpan<string?> asked)
    {
        if (key is null)
            return null;
        if (key.Length is 0 or > Longest || !key.All(character => character is > ' ' and <= '~'))
            throw new RefusedRequestException(Problem.Of(StatusCodes.Status400BadRequest,
                [new("Idempotency-Key", "malformed-key", $"La clé a de 1 à {Longest} caractères visibles, sans accent ni espace ; un UUID convient.")]));
        return new(key, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', asked)))));
    }
}
