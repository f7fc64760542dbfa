using System.Diagnostics;
using System.Globalization;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Content;
using CrisisKits.Infrastructure.Documents;
using CrisisKits.Infrastructure.Grids;
using CrisisKits.Infrastructure.Kits;
using Microsoft.Playwright;

namespace CrisisKits.Tests.Benchmarks;

/// <summary>
/// Prints the beginner kit document by document on one thread: first after start, then warm; then has a warm headless Chromium
/// print the same texts from HTML in the same run. Says pages per second, their ratio, and peak memory before the browser starts.
/// </summary>
internal static class PrintingFigures
{
    private const int Rounds = 15;
    private const int BrowserRounds = 3;

    public static async Task RunAsync()
    {
        var clock = Stopwatch.StartNew();
        var files = ContentFiles.Embedded();
        var grids = new GridLibrary(files);
        var edition = new KitLibrary(files, grids).Current;
        var kit = edition.Find(KitLevel.Beginner)!;
        Say("content read", clock.Elapsed.TotalMilliseconds, "ms");
        clock.Restart();
        var context = new PrintContext { Kit = kit, Variant = KitVariant.Hospital, Scenario = kit.Scenarios[0], Grid = edition.Grid };
        var pages = Print(Compose(context));
        Say("first kit after start", clock.Elapsed.TotalMilliseconds, "ms");

        var publications = Compose(context);
        for (var i = 0; i < Rounds; i++)
            Print(publications);
        var warm = Median(Rounds, () => Print(publications));
        Say("pages", pages, "");
        Say("layout and writing, warm, one thread", pages / warm, "pages/s");
        var whole = Median(Rounds, () => Print(Compose(context)));
        Say("the same with reading the Markdown", pages / whole, "pages/s");
        await SayEveryKitAsync(edition);
        Say("peak memory", Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0, "MiB");

        var browser = await MedianInChromium(publications);
        Say("Chromium's pages", browser.Pages, "");
        Say("Chromium, warm, same texts", browser.Pages / browser.Seconds, "pages/s");
        Say("ratio of the times for the kit", browser.Seconds / warm, "times");
    }

    /// <summary>Each kit whole, then eight bundles by one worker against eight by two.</summary>
    private static async Task SayEveryKitAsync(KitEdition edition)
    {
        const int bundles = 8;
        foreach (var kit in edition.Kits)
        {
            var context = new PrintContext { Kit = kit, Variant = KitVariant.Hospital, Scenario = kit.Scenarios[0], Grid = edition.Grid };
            var pages = Print(Compose(context));
            Say($"{kit.Level.Id()}: {kit.StimulusCount(KitVariant.Hospital)} stimuli, pages", pages, "");
            Say($"{kit.Level.Id()}: render", 1000 * Median(Rounds, () => Print(Compose(context))), "ms");
        }

        var beginner = edition.Find(KitLevel.Beginner)!;
        var whole = new PrintContext { Kit = beginner, Variant = KitVariant.Hospital, Scenario = beginner.Scenarios[0], Grid = edition.Grid };
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < bundles; i++)
            Print(Compose(whole));
        var alone = clock.Elapsed.TotalSeconds;
        clock.Restart();
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < bundles / 2; i++)
                Print(Compose(whole));
        })));
        Say("two workers against one, bundles per second", alone / clock.Elapsed.TotalSeconds, "times");
    }

    private static List<Publication> Compose(PrintContext context) =>
        [.. context.Kit.Documents.Select(document => ComposeDocument.Run(document, context))];

    private static int Print(List<Publication> publications) =>
        publications.Sum(publication => PrintPublication.Run(publication).Pages);

    private static double Median(int rounds, Func<int> act)
    {
        var seconds = new List<double>(rounds);
        for (var i = 0; i < rounds; i++)
        {
            var clock = Stopwatch.StartNew();
            act();
            seconds.Add(clock.Elapsed.TotalSeconds);
        }

        seconds.Sort();
        return seconds[rounds / 2];
    }

    private static async Task<(double Seconds, int Pages)> MedianInChromium(List<Publication> publications)
    {
        var sheets = publications.SelectMany(publication => publication.Documents)
            .Select(document => (Html: BlocksAsHtml.Of(document), Landscape: document.Page != PageFormat.A4, Format: document.Page == PageFormat.A3Landscape ? "A3" : "A4")).ToList();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CRISISKITS_TEST_CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        var page = await browser.NewPageAsync();
        var seconds = new List<double>();
        var pages = 0;
        for (var round = 0; round <= BrowserRounds; round++)
        {
            var clock = Stopwatch.StartNew();
            pages = 0;
            foreach (var sheet in sheets)
            {
                await page.SetContentAsync(sheet.Html);
                var pdf = await page.PdfAsync(new() { Format = sheet.Format, Landscape = sheet.Landscape, Tagged = true, Outline = true });
                pages += CountPages(pdf);
            }

            if (round > 0)
                seconds.Add(clock.Elapsed.TotalSeconds);
        }

        seconds.Sort();
        return (seconds[BrowserRounds / 2], pages);
    }

    private static int CountPages(byte[] pdf) =>
        System.Text.RegularExpressions.Regex.Count(System.Text.Encoding.Latin1.GetString(pdf), @"/Type\s*/Page\b");

    private static void Say(string what, double value, string unit) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-45} {value,10:F1} {unit}"));
}
