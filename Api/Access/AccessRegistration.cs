using CrisisKits.Infrastructure.Access;
using Microsoft.AspNetCore.Authentication;

namespace CrisisKits.Api.Access;

/// <summary>Who may knock, and the one door to what is kept.</summary>
public static class AccessRegistration
{
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddAuthentication(ReadBearer.Name).AddScheme<AuthenticationSchemeOptions, ReadBearer>(ReadBearer.Name, null);
        services.AddAuthorization();
        return services.AddSingleton<KnownTokens>().AddSingleton<DemoContent>().AddSingleton<SeedDemo>().AddSingleton<Admission>();
    }
}
