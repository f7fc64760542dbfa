using System.Globalization;
using CrisisKits.Tests.Support;

namespace CrisisKits.Tests.NothingLost;

/// <summary>The real server is killed at random moments while several people answer. More rounds on demand: <c>CRISISKITS_KILL_ROUNDS</c>.</summary>
public sealed class KilledServerTests
{
    private const string Finess = "639999010";
    private const int Clients = 4;
    private const int UsualRounds = 50;
    private const int SubmittedEvery = 5;

    [Test]
    public async Task Whatever_was_acknowledged_is_found_after_a_kill_at_any_moment()
    {
        using var folder = new TempFolder();
        var database = folder.File("kill.db");
        var rounds = int.TryParse(Environment.GetEnvironmentVariable("CRISISKITS_KILL_ROUNDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : UsualRounds;
        var random = new Random(20261123);
        var keeper = new Keeper(Finess, [.. ShippedContent.Grids.Current.Questions.Select(question => question.Id)]);
        for (var round = 0; round < rounds; round++)
        {
            using var server = await ServerProcess.StartAsync(database);
            using var client = Keeper.Client(server, "demo-rssi");
            if (keeper.Draft is null)
                await keeper.OpenAsync(client);
            await keeper.FindEverythingAsync(client);
            if (round % SubmittedEvery == SubmittedEvery - 1)
                await SubmitAsync(keeper, client, round);
            var people = Enumerable.Range(0, Clients).Select(share => AnswerAsync(keeper, server, share, round)).ToList();
            await Task.Delay(random.Next(5, 400));
            await server.KillAsync();
            await Task.WhenAll(people);
        }

        using var last = await ServerProcess.StartAsync(database);
        using var reader = Keeper.Client(last, "demo-reader");
        await keeper.FindEverythingAsync(reader);
        TestContext.Out.WriteLine($"{rounds} kills, {keeper.Acknowledgements} acknowledged answers, {keeper.Submitted.Count} submissions: all found.");
        Assert.That(keeper.Acknowledgements, Is.GreaterThan(rounds));
        Assert.That(keeper.Submitted, Has.Count.EqualTo(rounds / SubmittedEvery));
    }

    /// <summary>Submits the draft, then is at once killed in the next one.</summary>
    private static async Task SubmitAsync(Keeper keeper, HttpClient client, int round)
    {
        foreach (var question in ShippedContent.Grids.Current.Questions)
            await keeper.AnswerAsync(client, question.Id, $"avant la validation {round}");
        await keeper.SubmitAsync(client);
        await keeper.OpenAsync(client);
    }

    private static async Task AnswerAsync(Keeper keeper, ServerProcess server, int share, int round)
    {
        using var client = Keeper.Client(server, share % 2 == 0 ? "demo-rssi" : "demo-contributor");
        await keeper.AnswerUntilItEndsAsync(client, share, Clients, round);
    }
}
