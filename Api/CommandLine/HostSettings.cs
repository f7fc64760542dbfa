namespace CrisisKits.Api.CommandLine;

/// <summary>
/// Tells the settings of the host (<c>--urls X</c>, <c>--Key=value</c>) from a command badly typed: the host itself takes anything that starts
/// with dashes, and would start for <c>--score answers.json</c>.
/// </summary>
public static class HostSettings
{
    /// <summary>What the host knows by a name without « : » and that may be given without « = ».</summary>
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "--urls", "--http_ports", "--https_ports", "--environment", "--contentRoot", "--webRoot", "--applicationName", "--AllowedHosts",
    };

    public static bool Are(ReadOnlySpan<string> args)
    {
        while (args.Length > 0)
        {
            var taken = Taken(args);
            if (taken == 0)
                return false;
            args = args[taken..];
        }

        return true;
    }

    /// <summary>How many words the first setting takes: <c>--Key=value</c> one, <c>--urls X</c> or <c>--Section:Key X</c> two; none when it is no setting.</summary>
    private static int Taken(ReadOnlySpan<string> args)
    {
        var word = args[0];
        if (!word.StartsWith("--", StringComparison.Ordinal))
            return 0;
        if (word.IndexOf('=', StringComparison.Ordinal) > "--".Length)
            return 1;
        var named = Known.Contains(word) || word.IndexOf(':', StringComparison.Ordinal) > "--".Length;
        return named && args.Length > 1 && !args[1].StartsWith('-') ? 2 : 0;
    }
}
