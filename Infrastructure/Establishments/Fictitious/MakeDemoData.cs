using CrisisKits.Domain.Access;
using CrisisKits.Domain.Establishments;
using CrisisKits.Infrastructure.Access;
using CrisisKits.Infrastructure.Grids;
using CrisisKits.Infrastructure.Kits;
using CrisisKits.Infrastructure.Sql;

namespace CrisisKits.Infrastructure.Establishments.Fictitious;

/// <summary>What is to be made up.</summary>
/// <param name="Establishments">Legal entities and sites together.</param>
/// <param name="Years">How many years of assessments, this one included; about six establishments in seven have one each year.</param>
/// <param name="Seed">The same one makes the same establishments and answers.</param>
/// <param name="WithAnswers">Without them, results are there for lists and statistics, and nothing can be opened: three times less to write.</param>
public sealed record DemoDataRequest(int Establishments, int Years, int Seed, bool WithAnswers)
{
    public const int MostEstablishments = FictitiousDirectory.Most;
    public const int MostYears = 20;
}

/// <summary>How much was made.</summary>
public sealed record DemoDataMade(int Establishments, int Assessments);

/// <summary>
/// A fictitious directory with years of submitted assessments, to try the program and to measure it. Never beside anything real: it refuses a database that
/// holds an establishment of the directory or of somebody's hand, and outside Development any database that is not empty.
/// </summary>
public sealed class MakeDemoData(SqlEngine engine, GridLibrary grids, KitLibrary kits, TimeProvider clock)
{
    private const int RowsPerAct = 1000;
    private const int ProgressEvery = 50_000;

    /// <summary>Who submitted them all: nobody, whose account is closed.</summary>
    private static readonly Person Nobody = new("00000000000070008000000000000099", "Données fictives", IsActive: false);

    private static readonly SqlText CountEverything = SqlText.Of<MakeDemoData>("CountEverything");

    /// <param name="request">How much.</param>
    /// <param name="isDevelopment">Whether demo people and establishments may be there already.</param>
    /// <param name="progress">Told how many assessments were written.</param>
    /// <param name="cancellationToken">Stops between two acts.</param>
    /// <exception cref="StorageRefusedException">The database holds something; nothing was written.</exception>
    public async Task<DemoDataMade> RunAsync(DemoDataRequest request, bool isDevelopment, Action<int> progress, CancellationToken cancellationToken)
    {
        Refuse(await engine.ReadAsync(session => session.FindAsync<CountRow>(CountEverything), cancellationToken), isDevelopment);
        var directory = new FictitiousDirectory(request.Seed);
        var now = clock.GetUtcNow();
        await WriteAsync(session => new PersonStore(session).PutAllAsync([(Nobody, Grants.None)], now), cancellationToken);
        foreach (var batch in Enumerable.Range(0, request.Establishments).Chunk(RowsPerAct))
            await WriteAsync(
                session => new EstablishmentStore(session).AddManyAsync(batch.Select(position => EstablishmentRow.Of(directory.At(position), now, EstablishmentSource.Demo))),
                cancellationToken);

        var make = new FictitiousAssessments(grids.Current, kits.Current.Version, Nobody.Id);
        var written = 0;
        for (var year = now.Year - request.Years + 1; year <= now.Year; year++)
        {
            var since = year - (now.Year - request.Years);
            var batches = Calendar(request, year, now).Chunk(RowsPerAct)
                .Select(batch => batch.Select(each => make.Make(
                    directory.At(each.Position), directory.MaturityAt(each.Position) + 0.04 * since, each.At, new(FictitiousDirectory.HashOf(request.Seed ^ year, each.Position)))).ToArray());
            await foreach (var made in AheadAsync(batches))
            {
                await WriteAsync(session => new FictitiousStore(session).AddManyAsync(made, request.WithAnswers), cancellationToken);
                written += made.Length;
                if (written % ProgressEvery < made.Length)
                    progress(written);
            }
        }

        return new(request.Establishments, written);
    }

    private static void Refuse(CountRow? found, bool isDevelopment)
    {
        if (found!.Undemonstrative > 0)
            throw new StorageRefusedException("Cette base contient un véritable annuaire : des données fictives ne s'y mêlent pas. Choisissez une autre base.");
        if (found.Fictitious > 0)
            throw new StorageRefusedException("Cette base contient déjà un annuaire fictif : choisissez-en une autre.");
        if (!isDevelopment && found.Establishments + found.People > 0)
            throw new StorageRefusedException("Hors de Development, les données fictives ne vont que dans une base vide : celle-ci ne l'est pas.");
    }

    /// <summary>Who assesses in a year and when, in time: most in December and January, when exercises and grants end.</summary>
    private static List<(DateTimeOffset At, int Position)> Calendar(DemoDataRequest request, int year, DateTimeOffset now)
    {
        var random = new Random(FictitiousDirectory.HashOf(request.Seed, year));
        var start = new DateTimeOffset(year, 1, 1, 8, 0, 0, TimeSpan.Zero);
        var span = ((year == now.Year ? now : start.AddYears(1)) - start).TotalSeconds - 1;
        var calendar = new List<(DateTimeOffset At, int Position)>();
        for (var position = 0; position < request.Establishments; position++)
            if (random.Next(7) != 0)
            {
                var drawn = random.NextDouble();
                var share = random.Next(3) == 0 ? drawn / 12 : random.Next(3) == 0 ? 1 - drawn / 12 : drawn;
                calendar.Add((start.AddSeconds(Math.Max(0, span) * share), position));
            }

        calendar.Sort();
        return calendar;
    }

    /// <summary>The next one is made while this one is written.</summary>
    private static async IAsyncEnumerable<T> AheadAsync<T>(IEnumerable<T> batches)
        where T : class
    {
        using var each = batches.GetEnumerator();
        Task<T?> Next() => Task.Run(() => each.MoveNext() ? each.Current : null);
        var next = Next();
        try
        {
            while (await next is { } batch)
            {
                next = Next();
                yield return batch;
            }
        }
        finally
        {
            await next;
        }
    }

    private Task<bool> WriteAsync(Func<SqlSession, Task> write, CancellationToken cancellationToken) => engine.WriteAsync(
        async session =>
        {
            await write(session);
            return true;
        },
        cancellationToken);

    private sealed record CountRow
    {
        public required int Establishments { get; init; }
        public required int Undemonstrative { get; init; }
        public required int Fictitious { get; init; }
        public required int People { get; init; }
    }
}
