using CrisisKits.Tests.Support;

namespace CrisisKits.Tests.Api.Assessments;

/// <summary>How many statements each request runs: as many, however much is kept. The first finds who acts, on what and with which rights.</summary>
internal sealed class StatementsTests : KeptFixture
{
    private static readonly string Question = KeptApp.Questions[0];

    private string _submitted = null!;
    private string _draft = null!;

    [OneTimeSetUp]
    public async Task Fill()
    {
        await App.SubmittedAsync(0);
        _submitted = await App.SubmittedAsync(3);
        _draft = await App.DraftAsync();
        await App.AnswerAllAsync(_draft, 3);
    }

    [Test]
    public async Task Saving_an_answer_reads_it_with_its_assessment_and_writes_one_row()
    {
        var address = await App.DraftAsync("639999028", token: "demo-referent");
        Assert.That(await Count(() => App.AnswerAsync(address, Question, """{"option":1}""", null, "demo-referent")), Is.EqualTo(3));
        Assert.That(await Count(() => App.AnswerAsync(address, Question, """{"option":2}""", 1, "demo-referent")), Is.EqualTo(3));
        Assert.That(await Count(() => App.AnswerAsync(address, Question, """{"option":2}""", 1, "demo-referent")), Is.EqualTo(2), "a conflict writes nothing");
        Assert.That(await Count(() => App.SendAsync("demo-referent", "DELETE", $"{address}/answers/{Question}", null, ("If-Match", "\"2\""))), Is.EqualTo(3));
        Assert.That(await Count(() => App.SendAsync("demo-referent", "DELETE", address)), Is.EqualTo(5));
    }

    [Test]
    public async Task Handing_a_theme_reads_the_assessment_and_the_colleagues_and_writes_one_row_over_another()
    {
        var address = $"{await App.DraftAsync("389999012", token: "demo-referent")}/themes/alerte/assignee";
        Assert.That(await Count(() => App.SendAsync("demo-referent", "PUT", address, """{"personId":"00000000000070008000000000000004"}""")), Is.EqualTo(5));
        Assert.That(await Count(() => App.SendAsync("demo-referent", "PUT", address, "{}")), Is.EqualTo(4));
    }

    [TestCase("", 3)]
    [TestCase("/assessments", 2)]
    [TestCase("/colleagues", 2)]
    [TestCase("{draft}", 3)]
    [TestCase("{draft}/preview", 3)]
    [TestCase("{draft}/migration", 3)]
    [TestCase("{submitted}/result", 6)]
    [TestCase("{submitted}/comparison", 9)]
    public async Task Reading_runs_as_many_whatever_is_kept(string path, int expected)
    {
        var address = path.StartsWith('{') ? path.Replace("{draft}", _draft, StringComparison.Ordinal).Replace("{submitted}", _submitted, StringComparison.Ordinal) : KeptApp.Establishment() + path;
        Assert.That(await Count(() => App.SendAsync(KeptApp.Rssi, "GET", address)), Is.EqualTo(expected));
    }

    [Test]
    public async Task Whoever_may_not_costs_one_statement_and_what_is_no_number_none()
    {
        Assert.That(await Count(() => App.SendAsync("demo-ars", "GET", _draft)), Is.EqualTo(1));
        Assert.That(await Count(() => App.SendAsync(KeptApp.Rssi, "GET", KeptApp.Establishment("149999013"))), Is.EqualTo(1));
        Assert.That(await Count(() => App.SendAsync(KeptApp.Rssi, "GET", KeptApp.Establishment("x"))), Is.Zero);
    }

    [Test]
    public async Task Starting_and_submitting_write_a_row_for_each_thing_kept()
    {
        const string Site = "639999036";
        const string Referent = "demo-referent";
        Assert.That(await Count(() => App.SendAsync(Referent, "POST", KeptApp.Assessments(Site), "{}", ("Idempotency-Key", "k"))), Is.EqualTo(5));
        Assert.That(await Count(() => App.SendAsync(Referent, "POST", KeptApp.Assessments(Site), "{}", ("Idempotency-Key", "k"))), Is.EqualTo(4));
        Assert.That(await Count(() => App.SendAsync(Referent, "POST", KeptApp.Assessments(Site), "{}")), Is.EqualTo(2));
        var address = (await App.GetAsync(KeptApp.Establishment(Site), Referent)).GetProperty("openDraft").GetProperty("href").GetString()!;
        await App.AnswerAllAsync(address, 3, Referent);
        Assert.That(await Count(() => App.SendAsync(Referent, "POST", $"{address}/submission", "{}")), Is.EqualTo(5 + 6), "rights, sheet and who is in charge, close, result, six themes and no gate");
        Assert.That(await Count(() => App.SendAsync(Referent, "PUT", $"{address}/sharing", """{"detail":true}""")), Is.EqualTo(3));
        Assert.That(
            await Count(() => App.SendAsync(Referent, "POST", KeptApp.Assessments(Site), $$"""{"from":"{{address.Split('/')[^1]}}"}""")),
            Is.EqualTo(5 + KeptApp.Questions.Count), "rights, former sheet and who was in charge, open draft, assessment and its answers");
    }

    private Task<long> Count(Func<Task<HttpResponseMessage>> request) => App.StatementsAsync(async () => (await request()).Dispose());
}
