using CrisisKits.Api.Http.Failures;
using CrisisKits.Api.Http.Reading;
using FluentValidation;

namespace CrisisKits.Api.CommandLine;

/// <summary>The body of a request read from a file, as strictly as the server reads it.</summary>
internal static class RequestFile
{
    /// <summary>The request, or why it is refused.</summary>
    public static (T? Request, Problem? Problem) Read<T>(byte[] bytes, AbstractValidator<T> validator)
        where T : class
    {
        if (bytes.Length > Body.MostBytes)
            return (null, Body.TooLarge());
        var reading = ReadStrictly.Run<T>(bytes);
        var faults = reading.Faults.Count > 0 ? reading.Faults : ValidateBody.Faults(validator, reading.Value!);
        return faults.Count == 0 ? (reading.Value, null) : (null, Problem.Of(StatusCodes.Status400BadRequest, faults));
    }
}
