using System.Net;
using System.Net.Sockets;
using System.Text;
using CrisisKits.Api.Http;
using CrisisKits.Infrastructure.Documents;
using CrisisKits.Infrastructure.Work;
using CrisisKits.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace CrisisKits.Tests.Api;

/// <summary>What anonymous work may take of the machine: places while bytes are made, memory while they are sent.</summary>
public sealed class WorkLimitTests
{
    private const string Bundle = "/api/v1/kits/current/beginner/bundle.zip";

    [Test]
    public async Task A_place_is_held_while_a_file_is_made_and_given_back_before_it_is_sent()
    {
        using var limit = new WorkLimit(running: 1, waiting: 0);
        var whileMade = -1L;
        var context = new DefaultHttpContext();
        var file = new TaggedFile("tag", TaggedFile.Pdf, "a.pdf", () =>
        {
            whileMade = Free(limit);
            return new byte[100_000];
        });
        var result = await new LimitWork(limit).InvokeAsync(new DefaultEndpointFilterInvocationContext(context), _ => new(file));
        var body = new Watched(() => Free(limit));
        context.Response.Body = body;
        await ((IResult)result!).ExecuteAsync(context);
        Assert.Multiple(() =>
        {
            Assert.That(whileMade, Is.Zero);
            Assert.That(body.Seen, Is.EqualTo(new[] { 1L, 1, 1, 1 }), "written in slices, the place given back");
            Assert.That(context.Response.ContentLength, Is.EqualTo(100_000));
        });
    }

    [TestCase("GET", Bundle)]
    [TestCase("HEAD", Bundle)]
    [TestCase("GET", "/api/v1/kits/current/beginner/player.pdf")]
    [TestCase("GET", "/api/v1/kits/current/beginner/documents/stop.pdf")]
    [TestCase("GET", "/api/v1/grids/current.pdf")]
    public async Task When_all_places_are_taken_a_printing_is_asked_to_come_back(string method, string address)
    {
        using var limit = new WorkLimit(running: 1, waiting: 0);
        await using var app = new TestApp(configure: host => host.ConfigureTestServices(services => services.AddSingleton(limit)));
        using var client = app.CreateClient();
        using (await limit.Limiter.AcquireAsync())
        {
            using var refused = await client.SendAsync(new(new(method), address));
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
            Assert.That(refused.Headers.RetryAfter?.Delta, Is.EqualTo(TimeSpan.FromSeconds(2)));
        }

        using var served = await client.SendAsync(new(new(method), address));
        Assert.That(served.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_hundred_readers_that_do_not_read_hold_neither_places_nor_copies()
    {
        using var limit = new WorkLimit(running: 1, waiting: 256);
        await using var app = new TestApp(configure: host => host.ConfigureTestServices(services => services.AddSingleton(limit)
            .Configure<SocketTransportOptions>(sockets => sockets.CreateBoundListenSocket = WithASmallSendBuffer)));
        using var client = app.CreateClient();
        var size = (await client.GetByteArrayAsync(Bundle)).Length;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var readers = new List<TcpClient>();
        try
        {
            for (var reader = 0; reader < 100; reader++)
                readers.Add(await AskAndReadOnlyTheFirstByte(client.BaseAddress!));
            var held = GC.GetTotalMemory(forceFullCollection: true) - before;
            Assert.That(Free(limit), Is.EqualTo(1));
            Assert.That(held, Is.LessThan(100L * size / 4), $"a bundle weighs {size} bytes");
            using var served = await client.GetAsync(new Uri("/api/v1/grids/current.pdf", UriKind.Relative));
            Assert.That(served.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        }
        finally
        {
            readers.ForEach(reader => reader.Dispose());
        }
    }

    [Test]
    public void What_several_ask_at_once_is_made_once_and_given_to_all()
    {
        var prints = new PrintOnce();
        var made = 0;
        var files = new PrintedFile[8];
        Parallel.For(0, files.Length, index => files[index] = prints.Run("kit", () =>
        {
            Interlocked.Increment(ref made);
            Thread.Sleep(50);
            return new([1], 1);
        }));
        Assert.That(made, Is.EqualTo(1));
        Assert.That(files.Select(file => file.Bytes), Is.All.SameAs(files[0].Bytes));
    }

    [Test]
    public void When_the_files_kept_weigh_too_much_the_oldest_is_made_again()
    {
        var prints = new PrintOnce(mostBytes: 100);
        var made = new List<string>();
        foreach (var key in new[] { "a", "b", "b", "c", "b", "a", "whole" })
            prints.Run(key, () =>
            {
                made.Add(key);
                return new(new byte[key == "whole" ? 200 : 40], 1);
            });
        Assert.That(made, Is.EqualTo(new[] { "a", "b", "c", "a", "whole" }));
    }

    [Test]
    public void What_failed_once_is_tried_again()
    {
        var prints = new PrintOnce();
        Assert.That(() => prints.Run("kit", () => throw new IOException()), Throws.InstanceOf<IOException>());
        Assert.That(prints.Run("kit", () => new([1], 1)).Pages, Is.EqualTo(1));
    }

    private static long Free(WorkLimit limit) => limit.Limiter.GetStatistics()!.CurrentAvailablePermits;

    /// <summary>Otherwise the system would take in a whole bundle for a reader on the same machine.</summary>
    private static Socket WithASmallSendBuffer(EndPoint endpoint)
    {
        var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);
        socket.SendBufferSize = 16 * 1024;
        return socket;
    }

    private static async Task<TcpClient> AskAndReadOnlyTheFirstByte(Uri server)
    {
        var reader = new TcpClient { ReceiveBufferSize = 4096 };
        await reader.ConnectAsync(server.Host, server.Port);
        await reader.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET {Bundle} HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        _ = await reader.GetStream().ReadAsync(new byte[1]);
        return reader;
    }

    /// <summary>Looks at something at each write.</summary>
    private sealed class Watched(Func<long> look) : MemoryStream
    {
        public List<long> Seen { get; } = [];

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Seen.Add(look());
            return base.WriteAsync(buffer, cancellationToken);
        }
    }
}
