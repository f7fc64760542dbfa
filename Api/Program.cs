using CrisisKits.Api;
using CrisisKits.Api.CommandLine;

if (Commands.Wants(args))
    return await Commands.RunAsync(args, Console.OpenStandardOutput(), Console.Error);

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddCrisisKits();
return await ServeCommand.RunAsync(builder, Console.Error);
