using System.Data.Common;
using CrisisKits.Infrastructure.Sql;

namespace CrisisKits.Tests.Database;

/// <summary>What acts may count on, whatever the engine.</summary>
[TestFixtureSource(typeof(AllEngines))]
internal sealed class SessionTests(SqlDialect dialect) : EveryEngine(dialect)
{
    private const string Someone = "0198a7b2c3d47e5f8a9b0c1d2e3f4a5b";
    private const string Establishment = "010003812";
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private static readonly SqlText AddPerson = new(
        """
        -- @Id CHAR(32), @Name NVARCHAR(200), @Now CHAR(28)
        INSERT INTO Person (Id, DisplayName, Email, IsActive, IsAdministrator, CreatedAt) VALUES (@Id, @Name, NULL, 1, 0, @Now)
        """);

    private static readonly SqlText AddEstablishment = new(
        """
        -- @Finess CHAR(9), @Now CHAR(28)
        INSERT INTO Establishment (Finess, Kind, Name, Town, Department, IsOpen, ChangedAt, Source, SearchText)
        VALUES (@Finess, 'legal-entity', 'CH', 'Bourg', '01', 1, @Now, 'demo', ' ch')
        """);

    private static readonly SqlText AddDraft = new(
        """
        -- @Id CHAR(32), @Finess CHAR(9), @Person CHAR(32), @Now CHAR(28)
        INSERT INTO Assessment (Id, Finess, GridVersion, State, Variant, ShareDetail, CreatedAt, CreatedBy, ChangedAt)
        VALUES (@Id, @Finess, '2026.1', 'draft', 'hospital', 0, @Now, @Person, @Now)
        """);

    [Test]
    public async Task An_act_that_throws_leaves_nothing()
    {
        Assert.That(
            () => Storage.WriteAsync<int>(async session =>
            {
                await Add(session, Someone);
                throw new InvalidDataException();
            }),
            Throws.InstanceOf<InvalidDataException>());
        Assert.That(await Storage.CountAsync("Person"), Is.Zero);
    }

    [Test]
    public async Task The_same_key_twice_is_told_and_the_act_goes_on()
    {
        var second = new string('b', 32);
        await Storage.WriteAsync(async session =>
        {
            await Add(session, Someone);
            Assert.That(() => Add(session, Someone), Throws.InstanceOf<UniqueViolationException>());
            return await Add(session, second);
        });
        Assert.That(await Storage.CountAsync("Person"), Is.EqualTo(2));
    }

    [Test]
    public async Task A_second_draft_of_an_establishment_is_a_unique_violation()
    {
        await Storage.WriteAsync(async session =>
        {
            await Add(session, Someone);
            await session.ExecuteAsync(AddEstablishment, new { Finess = Establishment, Now });
            return await Draft(session, 'a');
        });
        Assert.That(() => Storage.WriteAsync(session => Draft(session, 'b')), Throws.InstanceOf<UniqueViolationException>());
        Assert.That(
            await Storage.WriteAsync(session => session.ExecuteAsync(
                new("-- @Now CHAR(28), @Person CHAR(32)\nUPDATE Assessment SET State = 'submitted', SubmittedAt = @Now, SubmittedBy = @Person"), new { Now, Person = Someone })),
            Is.EqualTo(1));
        Assert.That(await Storage.WriteAsync(session => Draft(session, 'b')), Is.EqualTo(1));
    }

    [TestCase("NULL, NULL, NULL, NULL, 0", true)]
    [TestCase("NULL, 2, NULL, NULL, 0", false, TestName = "A cleared answer keeps no points")]
    [TestCase("NULL, NULL, NULL, 'reste', 0", false, TestName = "A cleared answer keeps no comment")]
    [TestCase("'option', 3, NULL, 'vu', 1", true)]
    [TestCase("'option', NULL, NULL, NULL, 0", false)]
    [TestCase("'option', 4, NULL, NULL, 0", false)]
    [TestCase("'dont-know', NULL, NULL, NULL, 0", true)]
    [TestCase("'dont-know', 0, NULL, NULL, 0", false)]
    [TestCase("'not-applicable', NULL, 'pas de bloc', NULL, 0", true)]
    [TestCase("'not-applicable', NULL, NULL, NULL, 0", false)]
    [TestCase("'perhaps', NULL, NULL, NULL, 0", false)]
    public async Task Only_a_coherent_answer_can_be_kept(string values, bool kept)
    {
        var add = new SqlText(
            $"""
            -- @Assessment CHAR(32), @Person CHAR(32), @Now CHAR(28)
            INSERT INTO Answer (AssessmentId, QuestionId, Kind, Points, Reason, Comment, ToConfirm, Version, AnsweredBy, AnsweredAt)
            VALUES (@Assessment, 'q', {values}, 1, @Person, @Now)
            """);
        await Storage.WriteAsync(async session =>
        {
            await Add(session, Someone);
            await session.ExecuteAsync(AddEstablishment, new { Finess = Establishment, Now });
            return await Draft(session, 'a');
        });
        Task<int> Keep() => Storage.WriteAsync(session => session.ExecuteAsync(add, new { Assessment = new string('a', 32), Person = Someone, Now }));
        if (kept)
            Assert.That(await Keep(), Is.EqualTo(1));
        else
            Assert.That(Keep, Throws.InstanceOf<DbException>());
    }

    [Test]
    public async Task A_person_who_answered_cannot_be_deleted()
    {
        await Storage.WriteAsync(async session =>
        {
            await Add(session, Someone);
            await session.ExecuteAsync(AddEstablishment, new { Finess = Establishment, Now });
            return await Draft(session, 'a');
        });
        Assert.That(() => Storage.WriteAsync(session => session.ExecuteAsync(new("DELETE FROM Person"))), Throws.InstanceOf<DbException>());
    }

    [Test]
    public async Task Every_statement_is_counted()
    {
        var before = Storage.Engine.Statements;
        await Storage.WriteAsync(session => session.ExecuteEachAsync(
            AddPerson, [.. Enumerable.Range(0, 7).Select(index => new { Id = $"{index:D32}", Name = "N", Now })]));
        await Storage.ReadAsync(session => session.ListAsync<string>(new("SELECT Id FROM Person")));
        Assert.That(Storage.Engine.Statements - before, Is.EqualTo(8));
    }

    [Test]
    public async Task A_read_that_failed_or_was_left_halfway_leaves_nothing_to_the_next()
    {
        SqlText names = new("SELECT DisplayName FROM Person");
        for (var turn = 0; turn < 3; turn++)
        {
            Assert.That(() => Storage.ReadAsync(session => session.ListAsync<string>(new("SELECT Nothing FROM Nowhere"))), Throws.InstanceOf<DbException>());
            Assert.That(
                () => Storage.ReadAsync<int>(async session =>
                {
                    await session.ListAsync<string>(names);
                    throw new InvalidOperationException("left halfway");
                }),
                Throws.InvalidOperationException);
            await Storage.WriteAsync(session => session.ExecuteAsync(AddPerson, new { Id = $"{turn:D32}", Name = $"N{turn}", Now }));
            Assert.That(await Storage.ReadAsync(session => session.ListAsync<string>(names)), Has.Count.EqualTo(turn + 1), "What was kept in between is read");
        }
    }

    [Test]
    public void A_read_changes_nothing_on_SQLite()
    {
        if (Storage.Engine.Dialect == SqlDialect.SqlServer)
            Assert.Ignore("SQL Server leaves that to the rights of the account");
        Assert.That(() => Storage.ReadAsync(session => Add(session, Someone)), Throws.InstanceOf<StorageUnavailableException>());
    }

    private static Task<int> Add(SqlSession session, string id) => session.ExecuteAsync(AddPerson, new { Id = id, Name = "Jeanne Cœur", Now });

    private static Task<int> Draft(SqlSession session, char id) =>
        session.ExecuteAsync(AddDraft, new { Id = new string(id, 32), Finess = Establishment, Person = Someone, Now });
}
