using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using CrisisKits.Infrastructure.Content;
using CrisisKits.Infrastructure.Grids;

namespace CrisisKits.Tests.Benchmarks;

/// <summary>Starts the real server as a process and measures the time to its first scored answer, five times.</summary>
internal static class StartFigures
{
    private const int Rounds = 5;

    public static async Task RunAsync()
    {
        var grid = new GridLibrary(ContentFiles.Embedded()).Current;
        var sheet = new
        {
            gridVersion = grid.Version,
            answers = grid.Questions.Select(question => new { questionId = question.Id, option = 2 }).ToArray(),
        };
        for (var round = 0; round < Rounds; round++)
        {
            var milliseconds = await OnceAsync(sheet, 5180 + round);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"start to first scored answer {milliseconds:F0} ms"));
        }
    }

    private static async Task<double> OnceAsync(object sheet, int port)
    {
        var address = new Uri($"http://127.0.0.1:{port}");
        var clock = Stopwatch.StartNew();
        using var server = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CrisisKits.Api.dll"), "--environment", "Development", "--urls", address.ToString()])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        try
        {
            using var client = new HttpClient { BaseAddress = address };
            while (clock.Elapsed < TimeSpan.FromSeconds(60))
                try
                {
                    using var answer = await client.PostAsJsonAsync(new Uri("/api/v1/scores", UriKind.Relative), sheet);
                    if (answer.StatusCode == HttpStatusCode.OK)
                        return clock.Elapsed.TotalMilliseconds;
                    throw new InvalidOperationException($"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
                }
                catch (HttpRequestException)
                {
                    await Task.Delay(10);
                }

            throw new TimeoutException("The server did not answer within a minute.");
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
        }
    }
}
