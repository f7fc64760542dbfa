using System.Security.Claims;
using CrisisKits.Web.Access;

namespace CrisisKits.Api.Access;

/// <summary>Who sends a request to an endpoint that requires to know it.</summary>
public sealed record Caller(string PersonId)
{
    public static ValueTask<Caller?> BindAsync(HttpContext context) =>
        new(new Caller(context.User.FindFirstValue(Visitor.IdClaim) ?? throw new InvalidOperationException("This endpoint requires no sign-in, and asks who calls it.")));
}
