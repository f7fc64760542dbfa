using System.Diagnostics;
using System.Globalization;
using CrisisKits.Domain.Assessments;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Content;
using CrisisKits.Infrastructure.Documents;
using CrisisKits.Infrastructure.Grids;
using CrisisKits.Infrastructure.Kits;

namespace CrisisKits.Tests.Benchmarks;

/// <summary>
/// The whole advanced kit made for one establishment and targeted by its answers, written as a ZIP that nobody keeps: warm, then two at once against
/// one after the other. Says peak memory, so it has a process of its own.
/// </summary>
internal static class BundleFigures
{
    private const int Rounds = 21;
    private const int Together = 8;

    public static async Task RunAsync()
    {
        var files = ContentFiles.Embedded();
        var edition = new KitLibrary(files, new GridLibrary(files)).Current;
        var context = Made(edition.Find(KitLevel.Advanced)!, edition);
        var write = new WriteBundle(new(new(new PrintOnce())));
        Say("peak memory once the content is read, before any page", Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0, "MiB");
        var clock = Stopwatch.StartNew();
        await WriteAsync();
        Say("first, cold", clock.Elapsed.TotalMilliseconds, "ms");

        var times = new List<double>();
        var allocated = 0L;
        for (var round = 0; round < 2 * Rounds; round++)
        {
            allocated = round == Rounds ? GC.GetTotalAllocatedBytes() : allocated;
            clock.Restart();
            await WriteAsync();
            if (round >= Rounds)
                times.Add(clock.Elapsed.TotalMilliseconds);
        }

        Say("allocated by one", (GC.GetTotalAllocatedBytes() - allocated) / Rounds / 1048576.0, "MiB");
        times.Sort();
        Say("warm, median", times[Rounds / 2], "ms");
        Say("warm, slowest of 21", times[^1], "ms");
        Say("peak memory, one at a time", Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0, "MiB");

        clock.Restart();
        for (var bundle = 0; bundle < Together; bundle++)
            await WriteAsync();
        var alone = clock.Elapsed.TotalSeconds;
        clock.Restart();
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            for (var bundle = 0; bundle < Together / 2; bundle++)
                await WriteAsync();
        })));
        Say("two at once against one, bundles per second", alone / clock.Elapsed.TotalSeconds, "times");
        Say("peak memory, two at once", Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0, "MiB");

        Task WriteAsync() => write.RunAsync(context, Stream.Null, _ => new(new MemoryStream()), CancellationToken.None);
    }

    private static PrintContext Made(Kit kit, KitEdition edition) => new()
    {
        Kit = kit,
        Variant = KitVariant.Hospital,
        Scenario = kit.Scenarios[0],
        Grid = edition.Grid,
        Made = new()
        {
            Establishment = "Centre hospitalier intercommunal de Valbrune et des Essarts",
            Group = "GHT des Trois-Vallées",
            Samu = "SAMU 99",
            PatientRecord = "Alizé Soins",
            Laboratory = "Alizé Labo",
            Imaging = "Alizé Image",
            Pharmacy = "Alizé Pharma",
            Date = new(2026, 12, 15),
            Start = new(9, 0),
            Breaks = [],
            Functions = Personalisation.FunctionsOf(kit).ToDictionary(id => id, _ => "Mme Berthier", StringComparer.Ordinal),
        },
        Targeting = Targeting.Of(Scoring.Run(AnswerSheet.Read(edition.Grid, [.. edition.Grid.Questions.Select((question, index) => new Chosen(question.Id, index % 4))]).Sheet!)),
    };

    private static void Say(string what, double value, string unit) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {value:0.##} {unit}"));
}
