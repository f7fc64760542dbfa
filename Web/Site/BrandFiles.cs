using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CrisisKits.Web.Site;

/// <summary>What a deployer gives to look at: the colours, as a style sheet after ours, and the logo. Read once, at start.</summary>
public sealed class BrandFiles(SiteSettings site)
{
    private const string StylePath = "/marque.css";
    private const string LogoPath = "/marque-logo";

    private readonly byte[] _style = Encoding.UTF8.GetBytes(StyleOf(site));
    private readonly byte[]? _logo = site.LogoFile is null ? null : File.ReadAllBytes(site.LogoFile);

    /// <summary>Null when nothing is coloured otherwise.</summary>
    public string? Style => _style.Length == 0 ? null : Versioned(StylePath, _style);

    /// <summary>Null for ours.</summary>
    public string? Logo => _logo is null ? null : Versioned(LogoPath, _logo);

    public void Map(IEndpointRouteBuilder endpoints)
    {
        if (Style is not null)
            endpoints.MapGet(StylePath, () => Results.Bytes(_style, "text/css; charset=utf-8")).AllowAnonymous().ExcludeFromDescription();
        if (_logo is not null)
            endpoints.MapGet(LogoPath, () => Results.Bytes(_logo, Path.GetExtension(site.LogoFile) == ".svg" ? "image/svg+xml" : "image/png"))
                .AllowAnonymous().ExcludeFromDescription();
    }

    private static string Versioned(string path, byte[] bytes) => $"{path}?v={Convert.ToHexStringLower(SHA256.HashData(bytes))[..12]}";

    private static string StyleOf(SiteSettings site)
    {
        var tokens = new List<string>();
        if (site.Accent is { } accent)
            tokens.AddRange([$"--accent:{accent}", $"--accent-strong:{accent.Darker()}"]);
        if (site.OnAccent is { } onAccent)
            tokens.Add($"--on-accent:{onAccent}");
        if (site.Focus is { } focus)
            tokens.Add($"--focus:{focus}");
        return tokens.Count == 0 ? string.Empty : $":root{{{string.Join(';', tokens)}}}";
    }
}
