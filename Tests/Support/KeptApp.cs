using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using CrisisKits.Domain.Access;
using CrisisKits.Domain.Establishments;
using CrisisKits.Infrastructure.Access;
using CrisisKits.Infrastructure.Sql;
using CrisisKits.Infrastructure.Work;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisKits.Tests.Support;

/// <summary>The server as a developer starts it, with the demo establishments and people, and a few words for its assessments.</summary>
internal sealed class KeptApp : IAsyncDisposable
{
    public const string Hospital = "639999010";
    public const string Rssi = "demo-rssi";
    public const string Contributor = "demo-contributor";

    private readonly TestApp _app;
    private readonly HttpClient _client;

    public KeptApp(Action<IWebHostBuilder>? configure = null)
    {
        _app = new("Development", configure);
        _client = _app.CreateClient();
    }

    public Uri Address => _client.BaseAddress!;

    public WorkLimit Work => _app.Services.GetRequiredService<WorkLimit>();

    public SqlEngine Engine => _app.Services.GetRequiredService<SqlEngine>();

    /// <summary>In grid order.</summary>
    public static IReadOnlyList<string> Questions { get; } = [.. ShippedContent.Grids.Current.Questions.Select(question => question.Id)];

    public static string Establishment(string finess = Hospital) => $"/api/v1/establishments/{finess}";

    public static string Assessments(string finess = Hospital) => $"{Establishment(finess)}/assessments";

    public async Task<HttpResponseMessage> SendAsync(string? token, string method, string path, string? json = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new(method), new Uri(path, UriKind.Relative));
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        if (json is not null)
            request.Content = TestApp.Json(json);
        return await _client.SendAsync(request);
    }

    /// <summary>A body that is not JSON.</summary>
    public async Task<HttpResponseMessage> SendContentAsync(string? token, string method, string path, HttpContent content)
    {
        using var request = new HttpRequestMessage(new(method), new Uri(path, UriKind.Relative)) { Content = content };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await _client.SendAsync(request);
    }

    /// <summary>The JSON of an answer that must have this status.</summary>
    public async Task<JsonElement> JsonAsync(
        HttpStatusCode status, string? token, string method, string path, string? json = null, params (string Name, string Value)[] headers)
    {
        using var response = await SendAsync(token, method, path, json, headers);
        Assert.That(response.StatusCode, Is.EqualTo(status), $"{method} {path}: {await response.Content.ReadAsStringAsync()}");
        return await TestApp.JsonOf(response);
    }

    public Task<JsonElement> GetAsync(string path, string token = Rssi) => JsonAsync(HttpStatusCode.OK, token, "GET", path);

    /// <summary>Discards the open draft, if any, and starts another; gives its address.</summary>
    public async Task<string> DraftAsync(string finess = Hospital, string json = "{}", string token = Rssi)
    {
        var open = (await GetAsync(Establishment(finess), token)).GetProperty("openDraft");
        if (open.ValueKind == JsonValueKind.Object)
            (await SendAsync(token, "DELETE", open.GetProperty("href").GetString()!)).Dispose();
        return $"{Assessments(finess)}/{(await JsonAsync(HttpStatusCode.Created, token, "POST", Assessments(finess), json)).GetProperty("id").GetString()}";
    }

    /// <summary>A first answer, or one over <paramref name="version"/>.</summary>
    public Task<HttpResponseMessage> AnswerAsync(string address, string question, string json, int? version = null, string token = Rssi) =>
        SendAsync(token, "PUT", $"{address}/answers/{question}", json, version is null ? ("If-None-Match", "*") : ("If-Match", $"\"{version}\""));

    /// <summary>The same option everywhere, over whatever is there.</summary>
    public async Task AnswerAllAsync(string address, int option, string token = Rssi)
    {
        var versions = (await GetAsync(address, token)).GetProperty("answers").EnumerateArray()
            .ToDictionary(answer => answer.GetProperty("questionId").GetString()!, answer => answer.GetProperty("version").GetInt32(), StringComparer.Ordinal);
        foreach (var question in Questions)
        {
            using var response = await AnswerAsync(address, question, $$"""{"option":{{option}}}""", versions.TryGetValue(question, out var version) ? version : null, token);
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), await response.Content.ReadAsStringAsync());
        }
    }

    public Task<JsonElement> SubmitAsync(string address, string json = "{}", string token = Rssi) =>
        JsonAsync(HttpStatusCode.Created, token, "POST", $"{address}/submission", json);

    /// <summary>The page that an address of the API is about.</summary>
    public static string PageOf(string address) => address.Replace("/api/v1/establishments/", "/etablissements/", StringComparison.Ordinal).Replace("/assessments/", "/autoevaluations/", StringComparison.Ordinal);

    /// <summary>A whole assessment, submitted; gives its address.</summary>
    public async Task<string> SubmittedAsync(int option, string json = "{}")
    {
        var address = await DraftAsync();
        await AnswerAllAsync(address, option);
        await SubmitAsync(address, json);
        return address;
    }

    /// <summary>Makes a demo person responsable of one more establishment.</summary>
    public async Task GrantAsync(string token, string finess)
    {
        var someone = _app.Services.GetRequiredService<DemoContent>().People.Single(each => each.Token == token);
        var establishments = new Dictionary<FinessNumber, EstablishmentRole>(someone.Grants.Establishments) { [FinessNumber.Parse(finess)!] = EstablishmentRole.Responsable };
        await Engine.WriteAsync(
            async session =>
            {
                await new PersonStore(session).PutAllAsync([(someone.Person, someone.Grants with { Establishments = establishments })], DateTimeOffset.UtcNow);
                return true;
            },
            CancellationToken.None);
    }

    /// <summary>How many statements a request runs.</summary>
    public async Task<long> StatementsAsync(Func<Task> request)
    {
        var before = Engine.Statements;
        await request();
        return Engine.Statements - before;
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return _app.DisposeAsync();
    }
}

/// <summary>One server for all the tests of a fixture.</summary>
internal abstract class KeptFixture
{
    protected KeptApp App { get; private set; } = null!;

    [OneTimeSetUp]
    public void Start() => App = new();

    [OneTimeTearDown]
    public async Task Stop() => await App.DisposeAsync();

    protected static string? Text(JsonElement value, string name) => value.GetProperty(name).ValueKind == JsonValueKind.Null ? null : value.GetProperty(name).GetString();

    protected async Task<JsonElement> RefusedAsync(
        HttpStatusCode status, string code, string? token, string method, string path, string? json = null, params (string Name, string Value)[] headers)
    {
        using var response = await App.SendAsync(token, method, path, json, headers);
        return await TestApp.ProblemOf(response, status, code);
    }
}
