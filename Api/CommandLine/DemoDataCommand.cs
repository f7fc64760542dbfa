namespace CrisisKits.Api.CommandLine;

public static class DemoDataCommand
{
    public static Task<int> RunAsync(string[] args, TextWriter messages) => throw new NotSupportedException();
}
