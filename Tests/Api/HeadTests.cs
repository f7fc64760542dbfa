using System.Net;
using CrisisKits.Tests.Support;

namespace CrisisKits.Tests.Api;

public sealed class HeadTests
{
    private TestApp _app = null!;
    private HttpClient _client = null!;

    [OneTimeSetUp]
    public void Start()
    {
        _app = new();
        _client = _app.CreateClient();
    }

    [OneTimeTearDown]
    public void Stop()
    {
        _client.Dispose();
        _app.Dispose();
    }

    [TestCase("/api/v1/grids")]
    [TestCase("/api/v1/grids/current")]
    [TestCase("/api/v1/grids/current.pdf")]
    [TestCase("/api/v1/kits")]
    [TestCase("/api/v1/kits/current")]
    [TestCase("/api/v1/kits/current/beginner")]
    [TestCase("/api/v1/kits/current/beginner/room.pdf")]
    [TestCase("/api/v1/kits/current/beginner/documents/stop.pdf")]
    [TestCase("/api/v1/kits/current/beginner/bundle.zip")]
    [TestCase("/openapi/v1.json")]
    [TestCase("/docs/")]
    [TestCase("/docs/scalar.aspnetcore.js")]
    [TestCase("/health/live")]
    [TestCase("/health/ready")]
    [TestCase("/")]
    [TestCase("/css/site.css")]
    [TestCase("/api/v1/kits/current/novice")]
    [TestCase("/api/v1/nulle-part")]
    public async Task HEAD_answers_what_GET_would_without_the_body(string address)
    {
        using var get = await _client.SendAsync(new(HttpMethod.Get, address));
        using var head = await _client.SendAsync(new(HttpMethod.Head, address));
        Assert.Multiple(async () =>
        {
            Assert.That(head.StatusCode, Is.EqualTo(get.StatusCode));
            Assert.That(await head.Content.ReadAsByteArrayAsync(), Is.Empty);
            Assert.That(Headers(head), Is.EqualTo(Headers(get)));
        });
    }

    [TestCase("/api/v1/grids")]
    [TestCase("/api/v1/kits/current/beginner/bundle.zip")]
    public async Task Who_already_has_it_gets_304_to_HEAD_too(string address)
    {
        using var first = await _client.SendAsync(new(HttpMethod.Head, address));
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = await _client.SendAsync(request);
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
        Assert.That(again.Headers.ETag, Is.EqualTo(first.Headers.ETag));
    }

    [Test]
    public async Task HEAD_stays_refused_where_GET_is_and_is_named_where_it_is_possible()
    {
        using var refused = await _client.SendAsync(new(HttpMethod.Head, "/api/v1/scores"));
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.MethodNotAllowed));
        Assert.That(refused.Content.Headers.Allow, Is.EqualTo(new[] { "POST" }));
        using var other = await _client.SendAsync(new(HttpMethod.Delete, "/api/v1/grids"));
        Assert.That(other.Content.Headers.Allow, Is.EqualTo(new[] { "GET", "HEAD" }));
    }

    /// <summary>All but what differs between two answers or belongs to the way a body is sent.</summary>
    private static IEnumerable<string> Headers(HttpResponseMessage response) => response.Headers.Concat(response.Content.Headers)
        .Where(header => header.Key is not ("Date" or "Trace-Id" or "Transfer-Encoding"))
        .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}");
}
