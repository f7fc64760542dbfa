using CrisisKits.Api.CommandLine;
using CrisisKits.Tests.Support;

namespace CrisisKits.Tests.Api;

/// <summary>The command line without the server.</summary>
public sealed class ScoreCommandTests
{
    private const string Answers =
        """{"gridVersion":"2026.1","answers":[{"questionId":"gouv-cellule-decisionnelle","option":2},{"questionId":"entr-exercice-tenu","dontKnow":true}],"feasibility":{"players":5}}""";

    [Test]
    public async Task It_writes_the_very_bytes_the_server_answers()
    {
        await using var app = new TestApp();
        using var client = app.CreateClient();
        using var content = TestApp.Json(Answers);
        using var response = await client.PostAsync(new Uri("/api/v1/scores", UriKind.Relative), content);
        var (exit, output, messages) = await Run(Answers);
        Assert.That(exit, Is.EqualTo(Commands.Done), messages);
        Assert.That(output, Is.EqualTo(await response.Content.ReadAsByteArrayAsync()));
    }

    [Test]
    public async Task It_writes_the_same_bytes_to_a_file_when_asked()
    {
        var target = Path.GetTempFileName();
        var (exit, output, _) = await Run(Answers, "--out", target);
        var (_, expected, _) = await Run(Answers);
        Assert.That((exit, output.Length), Is.EqualTo((Commands.Done, 0)));
        Assert.That(await File.ReadAllBytesAsync(target), Is.EqualTo(expected));
        File.Delete(target);
    }

    [Test]
    public async Task A_result_that_cannot_be_written_is_said_in_a_sentence()
    {
        var (exit, output, messages) = await Run(Answers, "--out", Path.Combine(Path.GetTempPath(), "crisiskits-absent", "resultat.json"));
        Assert.That((exit, output.Length), Is.EqualTo((Commands.Refused, 0)));
        Assert.That(messages, Does.StartWith("Écriture impossible dans").And.Contain("resultat.json").And.Not.Contain("   at "));
    }

    [TestCase("{", "not-json")]
    [TestCase("""{"gridVersion":"2026.1","answers":[{"questionId":"x","option":9}]}""", "answers[0].option")]
    [TestCase("""{"gridVersion":"2026.1","answers":[{"questionId":"x","option":1}]}""", "unknown-question")]
    public async Task Refused_answers_are_explained_and_nothing_is_written(string json, string expected)
    {
        var (exit, output, messages) = await Run(json);
        Assert.That(exit, Is.EqualTo(Commands.Refused));
        Assert.That(output, Is.Empty);
        Assert.That(messages, Does.Contain(expected));
    }

    [TestCase("score")]
    [TestCase("score", "a.json", "b.json")]
    [TestCase("score", "--file")]
    [TestCase("score", "a.json", "--out")]
    [TestCase("score", "absent.json")]
    [TestCase("scores", "a.json")]
    [TestCase("--score", "a.json")]
    [TestCase("--version")]
    [TestCase("--", "score", "a.json")]
    [TestCase("-score", "a.json")]
    [TestCase("--urls")]
    [TestCase("--urls", "--environment")]
    [TestCase("--urls", "http://localhost:5081", "score", "a.json")]
    public async Task Wrong_arguments_say_what_to_type_and_exit_2(params string[] args)
    {
        using var output = new MemoryStream();
        await using var messages = new StringWriter();
        Assert.That(Commands.Wants(args), Is.True);
        Assert.That(await Commands.RunAsync(args, output, messages), Is.EqualTo(Commands.WrongArguments));
        Assert.That(messages.ToString(), Does.Contain("Tapez").And.Contain("score reponses.json"));
        Assert.That(output.ToArray(), Is.Empty);
    }

    [TestCase]
    [TestCase("--urls", "http://localhost:5081")]
    [TestCase("--URLS", "http://localhost:5081", "--environment", "Production")]
    [TestCase("--urls=http://localhost:5081", "--Logging:LogLevel:Default=Debug")]
    [TestCase("--Logging:LogLevel:Default", "Debug")]
    public void Options_are_the_servers(params string[] args) => Assert.That(Commands.Wants(args), Is.False);

    private static async Task<(int Exit, byte[] Output, string Messages)> Run(string json, params string[] more)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, json);
            using var output = new MemoryStream();
            await using var messages = new StringWriter();
            var exit = await Commands.RunAsync(["score", file, .. more], output, messages);
            return (exit, output.ToArray(), messages.ToString());
        }
        finally
        {
            File.Delete(file);
        }
    }
}
