using CrisisKits.Api;
using CrisisKits.Api.CommandLine;

if (Commands.Wants(args))
    return await Commands.RunAsync(args, Console.OpenStandardOutput(), Console.Error);

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddCrisisKits();
var app = builder.Build();
app.UseCrisisKits();
return await ServeCommand.RunAsync(app, Console.Error);
