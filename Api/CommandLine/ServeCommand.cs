using CrisisKits.Infrastructure.Access;
using CrisisKits.Infrastructure.Sql;
using CrisisKits.Web.Site;

namespace CrisisKits.Api.CommandLine;

/// <summary>The server itself: it starts once its settings are whole and its storage is the one it was written for, or says in a sentence why not.</summary>
public static class ServeCommand
{
    public static async Task<int> RunAsync(WebApplicationBuilder builder, TextWriter messages)
    {
        var app = builder.Build();
        try
        {
            app.UseCrisisKits();
            await app.Services.GetRequiredService<StartStorage>().RunAsync(CancellationToken.None);
            if (app.Environment.IsDevelopment())
                await app.Services.GetRequiredService<SeedDemo>().RunAsync(CancellationToken.None);
        }
        catch (Exception failure) when (failure is StorageRefusedException or StorageUnavailableException or SiteRefusedException)
        {
            await app.DisposeAsync();
            return Commands.Say(messages, StorageCommands.Reason(failure), Commands.Refused);
        }

        await app.RunAsync();
        return Commands.Done;
    }
}
