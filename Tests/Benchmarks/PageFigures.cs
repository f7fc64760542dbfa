using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using CrisisKits.Infrastructure.Content;
using CrisisKits.Infrastructure.Grids;

namespace CrisisKits.Tests.Benchmarks;

/// <summary>
/// Time to first byte of the page where answers are given, all its five questions answered with a comment, against a static file with the bytes of
/// that page, from the same server: one client over loopback to real Kestrel, in turn, in the same run; first both as they are, then both compressed.
/// </summary>
internal static partial class PageFigures
{
    private const string Finess = "639999010";
    private const int Warm = 3000;
    private const int Requests = 1500;
    private static readonly Uri Ours = new("http://127.0.0.1:5193");

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("crisiskits-").FullName;
        using var server = Start(folder);
        try
        {
            using var client = new HttpClient { BaseAddress = Ours };
            var page = await OpenAsync(client);
            await File.WriteAllBytesAsync(Path.Combine(folder, "page.html"), await client.GetByteArrayAsync(page));
            foreach (var encoding in new[] { "identity", "br", "gzip" })
                await MeasureAsync(encoding, client, page);
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(string encoding, HttpClient client, Uri page)
    {
        var file = new Uri("/page.html", UriKind.Relative);
        for (var request = 0; request < Warm; request++)
        {
            await FirstByteAsync(client, file, encoding);
            await FirstByteAsync(client, page, encoding);
        }

        var (reference, measured) = (new List<double>(), new List<double>());
        for (var request = 0; request < Requests; request++)
        {
            reference.Add((await FirstByteAsync(client, file, encoding)).Milliseconds);
            measured.Add((await FirstByteAsync(client, page, encoding)).Milliseconds);
        }

        var bytes = (await FirstByteAsync(client, page, encoding)).Bytes;
        var of = (await FirstByteAsync(client, file, encoding)).Bytes;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{encoding}: file {Median(reference):F2} ms ({of} bytes), page {Median(measured):F2} ms ({bytes} bytes), page against file {Median(measured) / Median(reference):F2}"));
    }

    private static async Task<(double Milliseconds, int Bytes)> FirstByteAsync(HttpClient client, Uri address, string encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
        var clock = Stopwatch.GetTimestamp();
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await using var body = await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync();
        var buffer = new byte[64 * 1024];
        var bytes = await body.ReadAsync(buffer.AsMemory(0, 1));
        var milliseconds = Stopwatch.GetElapsedTime(clock).TotalMilliseconds;
        for (var read = 1; read > 0; bytes += read)
            read = await body.ReadAsync(buffer);
        return (milliseconds, bytes);
    }

    /// <summary>Signs in by the page, answers the first theme, and gives its address.</summary>
    private static async Task<Uri> OpenAsync(HttpClient client)
    {
        var signIn = new Uri("/connexion", UriKind.Relative);
        for (var clock = Stopwatch.StartNew(); ; await Task.Delay(50))
            try
            {
                var form = await client.GetStringAsync(signIn);
                using var fields = new FormUrlEncodedContent([new("personId", FirstPerson().Match(form).Groups[1].Value), new("__RequestVerificationToken", Token().Match(form).Groups[1].Value)]);
                using var signedIn = await client.PostAsync(signIn, fields);
                signedIn.EnsureSuccessStatusCode();
                break;
            }
            catch (HttpRequestException) when (clock.Elapsed < TimeSpan.FromMinutes(1))
            {
                // not listening yet
            }

        using var program = new HttpClient { BaseAddress = Ours };
        program.DefaultRequestHeaders.Authorization = new("Bearer", "demo-rssi");
        using var opened = await program.PostAsJsonAsync(new Uri($"/api/v1/establishments/{Finess}/assessments", UriKind.Relative), new { });
        var draft = opened.EnsureSuccessStatusCode().Headers.Location!.ToString();
        var theme = new GridLibrary(ContentFiles.Embedded()).Current.Themes[0];
        foreach (var question in theme.Questions)
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, new Uri($"{draft}/answers/{question.Id}", UriKind.Relative))
            {
                Content = JsonContent.Create(new { option = 2, comment = "Vu en réunion de direction, le classeur est à jour." }),
            };
            request.Headers.TryAddWithoutValidation("If-None-Match", "*");
            using var answer = await program.SendAsync(request);
            answer.EnsureSuccessStatusCode();
        }

        return new($"/etablissements/{Finess}/autoevaluations/{draft.Split('/')[^1]}/themes/{theme.Id}", UriKind.Relative);
    }

    /// <summary>The server, which also serves the files of a folder.</summary>
    private static Process Start(string folder)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CrisisKits.Api.dll"), "--urls", Ours.ToString(), "--webRoot", folder, $"--Storage:ConnectionString=Data Source={Path.Combine(folder, "pages.db")}"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        start.Environment["Logging__LogLevel__Microsoft.AspNetCore"] = "Warning";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    private static double Median(List<double> milliseconds)
    {
        milliseconds.Sort();
        return milliseconds[milliseconds.Count / 2];
    }

    [GeneratedRegex("name=\"personId\" value=\"([^\"]+)\"")]
    private static partial Regex FirstPerson();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
