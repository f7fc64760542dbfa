using CrisisKits.Api.Http.Failures;
using CrisisKits.Infrastructure.Content;

namespace CrisisKits.Api.Http.Reading;

/// <summary>Refuses query parameters that mean nothing here: a mistyped <c>?varient=esms</c> would print the hospital's kit without a word.</summary>
public sealed class KnownParameters(params string[] known) : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var unknown = context.HttpContext.Request.Query.Keys.Where(name => !known.Contains(name, StringComparer.OrdinalIgnoreCase)).ToList();
        return unknown.Count == 0
            ? next(context)
            : new(new ProblemResult(Problem.Of(StatusCodes.Status400BadRequest, [.. unknown.Select(Fault)])));
    }

    private PlacedFault Fault(string name) => new(
        Shortened.Of(name), "unknown-parameter",
        known.Length == 0
            ? $"Le paramètre « {Shortened.Of(name)} » n'a rien à faire dans l'adresse : ici, tout se dit dans le corps de la demande."
            : $"Le paramètre « {Shortened.Of(name)} » n'existe pas ici ; paramètres possibles : {string.Join(", ", known)}.");
}
