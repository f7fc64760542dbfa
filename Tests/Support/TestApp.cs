using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace CrisisKits.Tests.Support;

/// <summary>The real host on real Kestrel, on a free port, with a new SQLite file.</summary>
public sealed class TestApp : WebApplicationFactory<Program>
{
    private readonly TempFolder _storage = new();
    private readonly string _environment;
    private readonly Action<IWebHostBuilder> _configure;

    /// <summary>What a service in production must say of itself to start.</summary>
    public static readonly IReadOnlyDictionary<string, string> Legal = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Site:Legal:Publisher"] = "Agence d'essai",
        ["Site:Legal:PublisherAddress"] = "1 rue de l'Essai, 99999 Nulle-Part",
        ["Site:Legal:PublicationDirector"] = "Mme Essai",
        ["Site:Legal:Host"] = "Hébergeur d'essai",
        ["Site:Legal:HostAddress"] = "2 rue de l'Essai, 99999 Nulle-Part",
        ["Site:Legal:Contact"] = "contact@essai.example",
        ["Site:Legal:DataProtectionOfficer"] = "dpo@essai.example",
    };

    public TestApp(string environment = "Production", Action<IWebHostBuilder>? configure = null)
    {
        _environment = environment;
        _configure = configure ?? (_ => { });
        UseKestrel(0);
        StartServer();
    }

    public static async Task<JsonElement> JsonOf(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync()).RootElement;

    public static HttpContent Json(string json) => new StringContent(json, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));

    /// <summary>Asserts that a response is a problem, whole and traced; gives its JSON.</summary>
    public static async Task<JsonElement> ProblemOf(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.That(response.StatusCode, Is.EqualTo(status), text);
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.Multiple(() =>
        {
            Assert.That(problem.GetProperty("code").GetString(), Is.EqualTo(code), text);
            Assert.That(problem.GetProperty("status").GetInt32(), Is.EqualTo((int)status));
            Assert.That(problem.GetProperty("title").GetString(), Is.Not.Empty);
            Assert.That(problem.GetProperty("detail").GetString(), Is.Not.Empty);
            Assert.That(problem.GetProperty("traceId").GetString(), Is.EqualTo(response.Headers.GetValues("Trace-Id").Single()));
        });
        return problem;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(_environment);
        builder.UseSetting("Storage:ConnectionString", $"Data Source={_storage.File("crisiskits.db")}");
        foreach (var (key, value) in Legal)
            builder.UseSetting(key, value);
        _configure(builder);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _storage.Dispose();
    }
}
