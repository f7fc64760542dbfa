using CrisisKits.Infrastructure.Sql.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CrisisKits.Infrastructure.Sql;

/// <summary>The storage; stores are made on the session of an act.</summary>
public static class StorageRegistration
{
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton(_ => StorageSettings.Of(configuration))
            .AddSingleton(provider => provider.GetRequiredService<StorageSettings>().Open())
            .AddSingleton(provider => new SqlMigrator(provider.GetRequiredService<SqlEngine>(), provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<StartStorage>()
            .AddSingleton<BackUpStorage>();
    }
}
