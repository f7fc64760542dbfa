using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using CrisisKits.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace CrisisKits.Tests.Api;

/// <summary>Bodies refused before anything in them is looked at: how they are written, announced or sent.</summary>
[TestFixture("Development")]
[TestFixture("Production")]
public sealed class BrokenBodyTests(string environment)
{
    private static readonly Uri Scores = new("/api/v1/scores", UriKind.Relative);

    private TestApp _app = null!;
    private HttpClient _client = null!;

    [OneTimeSetUp]
    public void Start()
    {
        _app = new TestApp(environment);
        _client = _app.CreateClient();
    }

    [OneTimeTearDown]
    public void Stop()
    {
        _client.Dispose();
        _app.Dispose();
    }

    [Test]
    public async Task Bytes_that_are_not_UTF_8_are_refused()
    {
        using var content = new ByteArrayContent([.. "{\"gridVersion\":\""u8, 0xE9, .. "\"}"u8]);
        content.Headers.ContentType = new("application/json");
        await TestApp.ProblemOf(await _client.PostAsync(Scores, content), HttpStatusCode.BadRequest, "invalid-text");
    }

    [TestCase("text/plain")]
    [TestCase("application/x-www-form-urlencoded")]
    [TestCase("application/json; charset=iso-8859-1")]
    [TestCase(null)]
    public async Task Another_media_type_is_a_415(string? type)
    {
        using var content = new ByteArrayContent("{}"u8.ToArray());
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        await TestApp.ProblemOf(await _client.PostAsync(Scores, content), HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
    }

    [TestCase("gzip")]
    [TestCase("br")]
    [TestCase("zstd")]
    public async Task A_compressed_body_is_a_415_of_its_own(string encoding)
    {
        using var content = TestApp.Json("{}");
        content.Headers.ContentEncoding.Add(encoding);
        var problem = await TestApp.ProblemOf(await _client.PostAsync(Scores, content), HttpStatusCode.UnsupportedMediaType, "unsupported-content-encoding");
        Assert.That(problem.GetProperty("detail").GetString(), Does.Contain(encoding).And.Contain("sans compression"));
    }

    [TestCase("ZZ\r\n{}\r\n")]
    [TestCase("FFFFFFFFFFFFFFFFF\r\n{}")]
    [TestCase("2\r\n{}XX")]
    public async Task A_broken_chunk_is_a_400_and_no_failure_of_ours(string chunk)
    {
        using var logged = new LoggedFailures();
        await using var app = new TestApp(environment, host => host.ConfigureLogging(logging => logging.AddProvider(logged)));
        using var client = app.CreateClient();
        using var connection = new TcpClient();
        await connection.ConnectAsync(client.BaseAddress!.Host, client.BaseAddress.Port);
        var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /api/v1/scores HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n{chunk}"));
        using var reader = new StreamReader(stream);
        Assert.That(await reader.ReadToEndAsync(), Does.StartWith("HTTP/1.1 400 ").And.Contain("\"bad-request\""));
        Assert.That(logged.Lines, Is.Empty);
    }

    [TestCase(1_000_001, true)]
    [TestCase(1_000_001, false)]
    [TestCase(9_000_000, true)]
    [TestCase(20_000_000, true)]
    public async Task More_than_a_megabyte_is_a_413(int size, bool announced)
    {
        var bytes = new byte[size];
        Array.Fill(bytes, (byte)' ');
        using var request = new HttpRequestMessage(HttpMethod.Post, Scores)
        {
            Content = announced ? new ByteArrayContent(bytes) : new StreamContent(new Unannounced(bytes)),
        };
        request.Content.Headers.ContentType = new("application/json");
        // beyond ten megabytes the connection is cut, and only a sender who asks first is sure to read why
        request.Headers.ExpectContinue = size > 10_000_000;
        await TestApp.ProblemOf(await _client.SendAsync(request), HttpStatusCode.RequestEntityTooLarge, "body-too-large");
    }

    /// <summary>What is logged as more than information.</summary>
    private sealed class LoggedFailures : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel > LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                Lines.Enqueue(formatter(state, exception));
        }

        public void Dispose()
        {
        }
    }

    /// <summary>Sent in chunks, without a length.</summary>
    private sealed class Unannounced(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
