using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using CrisisKits.Tests.Support;

namespace CrisisKits.Tests.NothingLost;

/// <summary>What the server acknowledged of one assessment, to be found again afterwards.</summary>
internal sealed class Keeper(string finess, IReadOnlyList<string> questions)
{
    /// <summary>The last answer that was acknowledged, question by question.</summary>
    private readonly ConcurrentDictionary<string, Acknowledged> _answers = new(StringComparer.Ordinal);

    private sealed record Acknowledged(int Version, string Comment);

    public string? Draft { get; private set; }

    /// <summary>Submissions that were acknowledged.</summary>
    public List<string> Submitted { get; } = [];

    public int Acknowledgements { get; private set; }

    public static HttpClient Client(ServerProcess server, string token)
    {
        var client = new HttpClient { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return client;
    }

    /// <summary>Opens a draft, or finds the one whose opening was cut off before it was acknowledged.</summary>
    public async Task OpenAsync(HttpClient client)
    {
        using var opened = await client.PostAsync(Path("assessments"), TestApp.Json("{}"));
        Assert.That(opened.StatusCode, Is.EqualTo(HttpStatusCode.Created).Or.EqualTo(HttpStatusCode.Conflict), await opened.Content.ReadAsStringAsync());
        Draft = opened.Headers.Location!.ToString().Split('/')[^1];
        _answers.Clear();
    }

    /// <summary>Answers its share of the questions again and again until the server is gone.</summary>
    public async Task AnswerUntilItEndsAsync(HttpClient client, int share, int shares, int round)
    {
        var mine = questions.Where((_, index) => index % shares == share).ToList();
        try
        {
            for (var turn = 0; ; turn++)
                foreach (var question in mine)
                    await AnswerAsync(client, question, string.Create(CultureInfo.InvariantCulture, $"tour {round}-{turn}"));
        }
        catch (HttpRequestException)
        {
            // killed: what was on its way was not acknowledged
        }
    }

    public async Task AnswerAsync(HttpClient client, string question, string comment)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, Path($"assessments/{Draft}/answers/{question}"))
        {
            Content = TestApp.Json(JsonSerializer.Serialize(new { option = 2, comment })),
        };
        if (_answers.TryGetValue(question, out var known))
            request.Headers.IfMatch.Add(new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture, $"\"{known.Version}\"")));
        else
            request.Headers.TryAddWithoutValidation("If-None-Match", "*");
        using var answer = await client.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), body);
        _answers[question] = new(JsonDocument.Parse(body).RootElement.GetProperty("version").GetInt32(), comment);
        Acknowledgements++;
    }

    public async Task SubmitAsync(HttpClient client)
    {
        using var submitted = await client.PostAsync(Path($"assessments/{Draft}/submission"), TestApp.Json("{}"));
        Assert.That(submitted.StatusCode, Is.EqualTo(HttpStatusCode.Created), await submitted.Content.ReadAsStringAsync());
        Submitted.Add(Draft!);
    }

    /// <summary>Every acknowledged answer is there, whole, or a later one of the same question; every submission has its result.</summary>
    public async Task FindEverythingAsync(HttpClient client)
    {
        foreach (var id in Submitted)
        {
            using var result = await client.GetAsync(Path($"assessments/{id}/result"));
            Assert.That(result.StatusCode, Is.EqualTo(HttpStatusCode.OK), $"submission {id} is lost");
        }

        using var read = await client.GetAsync(Path($"assessments/{Draft}"));
        Assert.That(read.StatusCode, Is.EqualTo(HttpStatusCode.OK), $"draft {Draft} is lost");
        var kept = (await TestApp.JsonOf(read)).GetProperty("answers").EnumerateArray().ToDictionary(answer => answer.GetProperty("questionId").GetString()!, StringComparer.Ordinal);
        foreach (var (question, acknowledged) in _answers)
        {
            Assert.That(kept, Contains.Key(question), $"{question} is lost");
            var (version, comment) = (kept[question].GetProperty("version").GetInt32(), kept[question].GetProperty("comment").GetString());
            Assert.That(version, Is.EqualTo(acknowledged.Version).Or.EqualTo(acknowledged.Version + 1), question);
            if (version == acknowledged.Version)
                Assert.That(comment, Is.EqualTo(acknowledged.Comment), question);
            _answers[question] = new(version, comment!);
        }

        // one that was cut off before its acknowledgement may have been kept all the same
        foreach (var (question, answer) in kept)
            _answers.TryAdd(question, new(answer.GetProperty("version").GetInt32(), answer.GetProperty("comment").GetString()!));
    }

    private Uri Path(string rest) => new($"/api/v1/establishments/{finess}/{rest}", UriKind.Relative);
}
