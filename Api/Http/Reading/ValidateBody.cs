using System.Text.Json;
using CrisisKits.Api.Http.Failures;
using FluentValidation;

namespace CrisisKits.Api.Http.Reading;

/// <summary>The one endpoint filter that checks request bodies with their FluentValidation validator: a wrong shape is a 400.</summary>
public sealed class ValidateBody : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        foreach (var body in context.Arguments.OfType<IBody>())
        {
            var validator = (IValidator)context.HttpContext.RequestServices.GetRequiredService(typeof(IValidator<>).MakeGenericType(body.Content.GetType()));
            var faults = Faults(validator, body.Content);
            if (faults.Count > 0)
                return new ProblemResult(Problem.Of(StatusCodes.Status400BadRequest, faults));
        }

        return await next(context);
    }

    /// <summary>What the validator found, its paths spelled as in JSON: <c>Answers[3].Option</c> is <c>answers[3].option</c>.</summary>
    public static IReadOnlyList<PlacedFault> Faults(IValidator validator, object request) =>
    [
        .. validator.Validate(new ValidationContext<object>(request)).Errors
            .Select(error => new PlacedFault(JsonPathOf(error.PropertyName), error.ErrorCode, error.ErrorMessage)),
    ];

    private static string JsonPathOf(string property) =>
        string.Join('.', property.TrimEnd('.').Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
