using System.Globalization;
using CrisisKits.Api.Http.Failures;
using CrisisKits.Infrastructure.Content;

namespace CrisisKits.Api.Http.Reading;

/// <summary>The query parameters of an endpoint, for <see cref="KnownParameters"/> of its group.</summary>
internal sealed record QueryNames(params IReadOnlyList<string> Names);

/// <summary>
/// Refuses query parameters that mean nothing here: a mistyped <c>?varient=esms</c> would print the hospital's kit without a word. On a group, the
/// endpoints name theirs by <see cref="QueryNames"/>, and those that name none have none.
/// </summary>
public sealed class KnownParameters(params string[] always) : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var known = context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<QueryNames>()?.Names ?? always;
        var unknown = context.HttpContext.Request.Query.Keys.Where(name => !known.Contains(name, StringComparer.OrdinalIgnoreCase)).ToList();
        return unknown.Count == 0
            ? next(context)
            : new(new ProblemResult(Problem.Of(StatusCodes.Status400BadRequest, [.. unknown.Select(name => Fault(name, known))])));
    }

    private static PlacedFault Fault(string name, IReadOnlyList<string> known) => new(
        Shortened.Of(name), "unknown-parameter",
        known.Count == 0
            ? $"Le paramètre « {Shortened.Of(name)} » n'existe pas ici : cette adresse n'en prend aucun."
            : $"Le paramètre « {Shortened.Of(name)} » n'existe pas ici ; paramètres possibles : {string.Join(", ", known)}.");
}

/// <summary>Reads what a query parameter says; what it cannot be is refused by its name, with what it can.</summary>
internal static class QueryValue
{
    /// <summary>False when it is not given.</summary>
    /// <exception cref="RefusedRequestException">400: neither true nor false.</exception>
    public static bool Flag(string name, string? value) => value is null
        ? false
        : bool.TryParse(value, out var flag) ? flag : throw Refused(name, "wrong-type", $"« {name} » vaut true ou false ; sans lui, c'est false.");

    /// <exception cref="RefusedRequestException">400: no whole number within the bounds.</exception>
    public static int Whole(string name, string? value, int usual, int least, int most) => value is null
        ? usual
        : int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw Refused(name, "out-of-range", $"« {name} » est un nombre entier de {least} à {most} ; sans lui, c'est {usual}.");

    private static RefusedRequestException Refused(string name, string code, string message) =>
        new(Problem.Of(StatusCodes.Status400BadRequest, [new(name, code, message)]));
}
