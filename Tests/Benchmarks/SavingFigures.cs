using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using CrisisKits.Infrastructure.Content;
using CrisisKits.Infrastructure.Grids;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace CrisisKits.Tests.Benchmarks;

/// <summary>
/// Durable answer saves over HTTP, by 1 and by 8 clients, against the barest thing that keeps the same row as durably: Kestrel, one connection, one
/// prepared insert, <c>synchronous=FULL</c>, WAL, in the same run. Then reads of an assessment against reads of the same rows.
/// </summary>
internal static class SavingFigures
{
    private const string Finess = "639999010";
    private const int Warm = 4000;
    private const int Requests = 3000;

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("crisiskits-").FullName;
        try
        {
            await using var bare = await BareAsync(Path.Combine(folder, "bare.db"));
            using var ours = Start(Path.Combine(folder, "ours.db"));
            try
            {
                await MeasureAsync(new("http://127.0.0.1:5191"), new("http://127.0.0.1:5192"));
            }
            finally
            {
                ours.Kill();
                await ours.WaitForExitAsync();
            }
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(Uri bareAddress, Uri ourAddress)
    {
        using var bare = Client(bareAddress);
        using var ours = Client(ourAddress);
        ours.DefaultRequestHeaders.Authorization = new("Bearer", "demo-rssi");
        var draft = await DraftAsync(ours);
        var questions = new GridLibrary(ContentFiles.Embedded()).Current.Questions.Select(question => question.Id).ToArray();
        var versions = new int[questions.Length];
        foreach (var clients in new[] { 1, 8 })
        {
            // warm both, then measure them in turn, twice: the machine's mood is shared
            var (reference, measured) = (new List<double>(), new List<double>());
            var (referenceRate, measuredRate) = (0.0, 0.0);
            for (var turn = 0; turn < 3; turn++)
            {
                var count = turn == 0 ? Warm : Requests;
                var first = await LoadAsync(clients, count, (client, index) => SaveBareAsync(bare, questions[index % questions.Length]));
                var second = await LoadAsync(clients, count, (client, index) => SaveOursAsync(ours, draft, questions, versions, client, clients, index));
                if (turn == 0)
                    continue;
                (referenceRate, measuredRate) = (referenceRate + first.Rate / 2, measuredRate + second.Rate / 2);
                reference.AddRange(first.Milliseconds);
                measured.AddRange(second.Milliseconds);
            }

            Say($"{clients} client(s): bare insert", referenceRate, $"saves/s, p99 {P99(reference):F1} ms");
            Say($"{clients} client(s): answers", measuredRate, $"saves/s, p99 {P99(measured):F1} ms");
            Say($"{clients} client(s): answers against bare", 100 * measuredRate / referenceRate, "%");
        }

        var bareReads = await LoadAsync(1, Requests, (_, _) => ReadAsync(bare, new("/rows", UriKind.Relative)));
        var ourReads = await LoadAsync(1, Requests, (_, _) => ReadAsync(ours, draft));
        Say("reads: bare rows", bareReads.Rate, "reads/s");
        Say("reads: an assessment of 30 answers", ourReads.Rate, "reads/s");
        Say("reads against bare", 100 * ourReads.Rate / bareReads.Rate, "%");
    }

    private static async Task<(double Rate, List<double> Milliseconds)> LoadAsync(int clients, int requests, Func<int, int, Task> send)
    {
        var all = new List<double>(requests);
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(async client =>
        {
            var mine = new List<double>(requests / clients);
            for (var index = 0; index < requests / clients; index++)
            {
                var one = Stopwatch.GetTimestamp();
                await send(client, index);
                mine.Add(Stopwatch.GetElapsedTime(one).TotalMilliseconds);
            }

            lock (all)
                all.AddRange(mine);
        }));
        return (all.Count / clock.Elapsed.TotalSeconds, all);
    }

    private static async Task SaveBareAsync(HttpClient client, string question)
    {
        using var answer = await client.PutAsJsonAsync(new Uri($"/answers/{question}", UriKind.Relative), new { option = 2, comment = "Vu en réunion." });
        answer.EnsureSuccessStatusCode();
    }

    private static async Task SaveOursAsync(HttpClient http, Uri draft, string[] questions, int[] versions, int client, int clients, int index)
    {
        // each client has questions of its own
        var at = client + clients * (index % (questions.Length / clients));
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri($"{draft}/answers/{questions[at]}", UriKind.Relative))
        {
            Content = JsonContent.Create(new { option = 2, comment = "Vu en réunion." }),
        };
        if (versions[at] == 0)
            request.Headers.TryAddWithoutValidation("If-None-Match", "*");
        else
            request.Headers.IfMatch.Add(new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture, $"\"{versions[at]}\"")));
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        versions[at]++;
    }

    private static async Task ReadAsync(HttpClient client, Uri address) => await client.GetByteArrayAsync(address);

    private static async Task<Uri> DraftAsync(HttpClient client)
    {
        for (var clock = Stopwatch.StartNew(); ; await Task.Delay(50))
            try
            {
                using var opened = await client.PostAsJsonAsync(new Uri($"/api/v1/establishments/{Finess}/assessments", UriKind.Relative), new { });
                opened.EnsureSuccessStatusCode();
                return new(opened.Headers.Location!.ToString(), UriKind.Relative);
            }
            catch (HttpRequestException) when (clock.Elapsed < TimeSpan.FromMinutes(1))
            {
                // not listening yet
            }
    }

    private static async Task<WebApplication> BareAsync(string database)
    {
        var connection = new SqliteConnection($"Data Source={database}");
        await connection.OpenAsync();
        Run(connection, "PRAGMA journal_mode=WAL");
        Run(connection, "PRAGMA synchronous=FULL");
        Run(connection, "CREATE TABLE Answer(AssessmentId TEXT NOT NULL, QuestionId TEXT NOT NULL, Points INTEGER, Comment TEXT, Version INTEGER NOT NULL, AnsweredBy TEXT NOT NULL, AnsweredAt TEXT NOT NULL, PRIMARY KEY(AssessmentId, QuestionId, Version)) STRICT");
        var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO Answer VALUES(@Assessment, @Question, @Points, @Comment, @Version, @By, @At)";
        foreach (var name in new[] { "@Assessment", "@Question", "@Points", "@Comment", "@Version", "@By", "@At" })
            insert.Parameters.AddWithValue(name, string.Empty);
        insert.Prepare();
        var version = 0;
        var one = new SemaphoreSlim(1);

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:5191");
        var app = builder.Build();
        app.MapPut("/answers/{question}", async (string question, HttpContext context) =>
        {
            var body = await JsonDocument.ParseAsync(context.Request.Body);
            await one.WaitAsync();
            try
            {
                object[] values = ["019aaf0000007000800000000000000f", question, body.RootElement.GetProperty("option").GetInt32(), body.RootElement.GetProperty("comment").GetString()!, ++version, "00000000000070008000000000000001", DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture)];
                for (var index = 0; index < values.Length; index++)
                    insert.Parameters[index].Value = values[index];
                insert.ExecuteNonQuery();
            }
            finally
            {
                one.Release();
            }

            return Results.Ok(new { question, version });
        });
        app.MapGet("/rows", () =>
        {
            using var read = new SqliteConnection($"Data Source={database}");
            read.Open();
            using var select = read.CreateCommand();
            select.CommandText = "SELECT QuestionId, Points, Comment, Version, AnsweredBy, AnsweredAt FROM Answer LIMIT 30";
            using var rows = select.ExecuteReader();
            var found = new List<object>();
            while (rows.Read())
                found.Add(new { questionId = rows.GetString(0), option = rows.GetInt32(1), comment = rows.GetString(2), version = rows.GetInt32(3), answeredBy = rows.GetString(4), answeredAt = rows.GetString(5) });
            return Results.Ok(found);
        });
        await app.StartAsync();
        return app;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static Process Start(string database)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CrisisKits.Api.dll"), "--urls", "http://127.0.0.1:5192", $"--Storage:ConnectionString=Data Source={database}"]) { UseShellExecute = false, RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    private static HttpClient Client(Uri address) => new() { BaseAddress = address };

    private static double P99(List<double> milliseconds)
    {
        milliseconds.Sort();
        return milliseconds[(int)(milliseconds.Count * 0.99)];
    }

    private static void Say(string what, double value, string unit) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {value:0.#} {unit}"));
}
