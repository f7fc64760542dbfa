using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace CrisisKits.Web.Site;

/// <summary>The section <c>Site</c> of the settings: the name, the look and who answers for the service, in one place.</summary>
public sealed record SiteSettings
{
    private const string Root = "Site";
    private const string OurName = "CrisisKits";
    private const int LongestText = 300;

    public required string Name { get; init; }

    /// <summary>An SVG or PNG file; null for ours.</summary>
    public required string? LogoFile { get; init; }

    /// <summary>Null keeps the colour of <c>tokens.css</c>.</summary>
    public required Colour? Accent { get; init; }
    public required Colour? OnAccent { get; init; }
    public required Colour? Focus { get; init; }
    public required LegalNotice Legal { get; init; }

    /// <param name="configuration">Of the host.</param>
    /// <param name="mustBeComplete">A service in production says who answers for it, or does not start.</param>
    /// <exception cref="SiteRefusedException">With everything that is wrong.</exception>
    public static SiteSettings Of(IConfiguration configuration, bool mustBeComplete)
    {
        var reading = new Reading(configuration.GetSection(Root));
        var settings = new SiteSettings
        {
            Name = reading.Text("Name") ?? OurName,
            LogoFile = reading.Logo("Logo"),
            Accent = reading.Colour("Colours:Accent"),
            OnAccent = reading.Colour("Colours:OnAccent"),
            Focus = reading.Colour("Colours:Focus"),
            Legal = new()
            {
                Publisher = reading.Asked("Legal:Publisher", mustBeComplete),
                PublisherAddress = reading.Asked("Legal:PublisherAddress", mustBeComplete),
                PublicationDirector = reading.Asked("Legal:PublicationDirector", mustBeComplete),
                Host = reading.Asked("Legal:Host", mustBeComplete),
                HostAddress = reading.Asked("Legal:HostAddress", mustBeComplete),
                Contact = reading.Asked("Legal:Contact", mustBeComplete),
                DataProtectionOfficer = reading.Asked("Legal:DataProtectionOfficer", mustBeComplete),
                Audit = reading.Audit("Accessibility"),
            },
        };
        reading.Legible("Colours:Accent", settings.Accent, Site.Colour.White);
        reading.Legible("Colours:OnAccent", settings.OnAccent ?? (settings.Accent is null ? null : Site.Colour.White), settings.Accent);
        reading.Legible("Colours:Focus", settings.Focus, Site.Colour.White);
        return reading.Faults.Count == 0 ? settings : throw new SiteRefusedException(reading.Faults);
    }

    /// <summary>Reads values one by one and remembers what is wrong with them.</summary>
    private sealed class Reading(IConfigurationSection section)
    {
        private const int LargestLogo = 100 * 1024;

        public List<string> Faults { get; } = [];

        public string? Text(string key)
        {
            var text = section[key]?.Trim();
            if (text?.Length > LongestText || text?.Any(char.IsControl) == true)
                Refuse(key, $"une ligne de {LongestText} caractères au plus");
            return string.IsNullOrEmpty(text) ? null : text;
        }

        public string? Asked(string key, bool mustBeGiven)
        {
            var text = Text(key);
            if (text is null && mustBeGiven)
                Refuse(key, "à renseigner avant d'ouvrir le service");
            return text;
        }

        public Colour? Colour(string key)
        {
            var text = Text(key);
            var colour = text is null ? null : Site.Colour.Parse(text);
            if (text is not null && colour is null)
                Refuse(key, "une couleur s'écrit # et six chiffres hexadécimaux, par exemple #0d3461");
            return colour;
        }

        public string? Logo(string key)
        {
            var path = Text(key);
            if (path is null)
                return null;
            var file = new FileInfo(path);
            if (file.Extension is not (".svg" or ".png") || !file.Exists || file.Length > LargestLogo)
                Refuse(key, $"un fichier .svg ou .png de {LargestLogo / 1024} Ko au plus, qui existe");
            return path;
        }

        public AccessibilityAudit? Audit(string key)
        {
            var (rate, date, auditor) = (Text($"{key}:Rate"), Text($"{key}:Date"), Text($"{key}:Auditor"));
            if (rate is null && date is null && auditor is null)
                return null;
            if (int.TryParse(rate, NumberStyles.None, CultureInfo.InvariantCulture, out var share) && share <= 100 && auditor is not null
                && DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return new(share, day, auditor);
            Refuse(key, "un audit a un taux (Rate, de 0 à 100), une date (Date, 2026-11-23) et un auteur (Auditor)");
            return null;
        }

        public void Legible(string key, Colour? colour, Colour? ground)
        {
            if (colour is not null && ground is not null && colour.ContrastWith(ground) < Site.Colour.LeastContrast)
                Refuse(key, string.Create(
                    CultureInfo.GetCultureInfo("fr-FR"),
                    $"{colour} ne se lit pas sur {ground} : contraste {colour.ContrastWith(ground):0.0}, il en faut {Site.Colour.LeastContrast:0.0}"));
        }

        private void Refuse(string key, string why) => Faults.Add($"{Root}:{key} : {why}.");
    }
}

/// <summary>The settings of the site do not allow it to open.</summary>
public sealed class SiteRefusedException(IReadOnlyList<string> faults)
    : Exception($"Le service ne s'ouvre pas, ses réglages sont incomplets ou faux :{Environment.NewLine}{string.Join(Environment.NewLine, faults)}");
