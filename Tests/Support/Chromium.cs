using Microsoft.Playwright;

namespace CrisisKits.Tests.Support;

/// <summary>One real browser for the whole test run; Debian's, or the one of <c>CRISISKITS_TEST_CHROMIUM</c>.</summary>
internal static class Chromium
{
    private static readonly string Program = Environment.GetEnvironmentVariable("CRISISKITS_TEST_CHROMIUM") ?? "/usr/bin/chromium";
    private static readonly SemaphoreSlim Turn = new(1);
    private static IPlaywright? _playwright;
    private static IBrowser? _browser;

    /// <summary>Ignores the test, with the reason, where there is no browser.</summary>
    public static async Task<IBrowser> GetAsync()
    {
        if (!File.Exists(Program))
            Assert.Ignore($"No browser at {Program}: install Debian's chromium, or set CRISISKITS_TEST_CHROMIUM.");
        await Turn.WaitAsync();
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            return _browser ??= await _playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = Program,
                Args =
                [
                    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                    "--disable-component-update", "--disable-sync",
                ],
            });
        }
        finally
        {
            Turn.Release();
        }
    }

    public static async Task CloseAsync()
    {
        if (_browser is not null)
            await _browser.CloseAsync();
        _playwright?.Dispose();
    }
}

/// <summary>Closes the browser after the last test.</summary>
[SetUpFixture]
internal sealed class CloseChromium
{
    [OneTimeTearDown]
    public Task Close() => Chromium.CloseAsync();
}
