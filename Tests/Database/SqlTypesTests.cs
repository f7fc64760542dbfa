using CrisisKits.Infrastructure.Sql;

namespace CrisisKits.Tests.Database;

/// <summary>What goes in comes out, and compares as it should, on each engine.</summary>
[TestFixtureSource(typeof(AllEngines))]
[SetCulture("fr-FR")]
internal sealed class SqlTypesTests(SqlDialect dialect) : EveryEngine(dialect)
{
    private static readonly SqlText Create = new(
        "CREATE TABLE Sample (Position INTEGER NOT NULL, At TEXT, Day TEXT, Amount TEXT, Flag INTEGER, Large INTEGER, Words TEXT) STRICT",
        "CREATE TABLE Sample (Position INT NOT NULL, At CHAR(28) COLLATE Latin1_General_100_BIN2, Day CHAR(10) COLLATE Latin1_General_100_BIN2, "
        + "Amount DECIMAL(18, 6), Flag BIT, Large BIGINT, Words NVARCHAR(100))");

    private static readonly SqlText Add = new(
        """
        -- @Position INT, @At CHAR(28), @Day CHAR(10), @Amount DECIMAL(18, 6), @Flag BIT, @Large BIGINT, @Words NVARCHAR(100)
        INSERT INTO Sample (Position, At, Day, Amount, Flag, Large, Words) VALUES (@Position, @At, @Day, @Amount, @Flag, @Large, @Words)
        """);

    private static readonly SqlText List = new("-- no parameters\nSELECT Position, At, Day, Amount, Flag, Large, Words FROM Sample ORDER BY Position");

    private static readonly Row[] Rows =
    [
        new()
        {
            Position = 0,
            At = new(2026, 1, 31, 7, 5, 9, TimeSpan.Zero),
            Day = new(2026, 2, 28),
            Amount = 1234.56m,
            Flag = true,
            Large = long.MaxValue,
            Words = "« Œuvre »\u202F!",
        },
        new()
        {
            Position = 1,
            At = new DateTimeOffset(2026, 1, 31, 8, 5, 9, TimeSpan.FromHours(2)).AddTicks(1),
            Day = DateOnly.MinValue,
            Amount = -0.000001m,
            Flag = false,
            Large = long.MinValue,
            Words = string.Empty,
        },
        new() { Position = 2 },
    ];

    [SetUp]
    public Task Fill() => Storage.WriteAsync(async session =>
    {
        await session.ExecuteAsync(Create);
        return await session.ExecuteEachAsync(Add, Rows);
    });

    [Test]
    public async Task Values_come_back_as_they_went() =>
        Assert.That(await Storage.ReadAsync(session => session.ListAsync<Row>(List)), Is.EqualTo(Rows));

    [Test]
    public async Task Instants_come_back_in_UTC() =>
        Assert.That((await Storage.ReadAsync(session => session.ListAsync<Row>(List)))[1].At!.Value.Offset, Is.EqualTo(TimeSpan.Zero));

    [Test]
    public async Task Instants_and_days_have_one_spelling()
    {
        var spelled = await Storage.ReadAsync(session => session.ListAsync<string>(new("SELECT At FROM Sample WHERE At IS NOT NULL ORDER BY At")));
        Assert.That(spelled, Is.EqualTo(new[] { "2026-01-31T06:05:09.0000001Z", "2026-01-31T07:05:09.0000000Z" }));
        Assert.That(await Storage.ReadAsync(session => session.FindAsync<string>(new("SELECT Day FROM Sample WHERE Position = 0"))), Is.EqualTo("2026-02-28"));
    }

    [Test]
    public async Task An_instant_is_found_by_its_value_whatever_its_offset_and_compared_as_time()
    {
        var at = Rows[0].At!.Value.ToOffset(TimeSpan.FromHours(11));
        Assert.That(await Positions("-- @At CHAR(28)\nSELECT Position FROM Sample WHERE At = @At", new { At = at }), Is.EqualTo(new[] { 0 }));
        Assert.That(await Positions("-- @At CHAR(28)\nSELECT Position FROM Sample WHERE At < @At", new { At = at }), Is.EqualTo(new[] { 1 }));
        Assert.That(await Positions("-- @Day CHAR(10)\nSELECT Position FROM Sample WHERE Day > @Day", new { Day = new DateOnly(2025, 12, 31) }), Is.EqualTo(new[] { 0 }));
        Assert.That(await Positions("-- @Flag BIT\nSELECT Position FROM Sample WHERE Flag = @Flag", new { Flag = false }), Is.EqualTo(new[] { 1 }));
    }

    private Task<IReadOnlyList<int>> Positions(string text, object values) => Storage.ReadAsync(session => session.ListAsync<int>(new(text), values));

    private sealed record Row
    {
        public required int Position { get; init; }
        public DateTimeOffset? At { get; init; }
        public DateOnly? Day { get; init; }
        public decimal? Amount { get; init; }
        public bool? Flag { get; init; }
        public long? Large { get; init; }
        public string? Words { get; init; }
    }
}
