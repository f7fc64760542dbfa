using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;

namespace CrisisKits.Infrastructure.Content;

/// <summary>The words authors choose from, and what they mean in the domain.</summary>
internal static class ContentWords
{
    public static readonly IReadOnlyDictionary<string, KitLevel> Levels = KitLevelNames.All.ToDictionary(level => level.Id(), StringComparer.Ordinal);

    public static readonly IReadOnlyDictionary<string, Audience> Audiences =
        AudienceNames.All.ToDictionary(audience => audience.Id(), StringComparer.Ordinal);

    public static readonly IReadOnlyDictionary<string, Perspective> Perspectives = new Dictionary<string, Perspective>(StringComparer.Ordinal)
    {
        ["strategic"] = Perspective.Strategic,
        ["operational"] = Perspective.Operational,
    };

    public static readonly IReadOnlyDictionary<string, Effort> Efforts = new Dictionary<string, Effort>(StringComparer.Ordinal)
    {
        ["small"] = Effort.Small,
        ["medium"] = Effort.Medium,
        ["large"] = Effort.Large,
    };

    public static readonly IReadOnlyDictionary<string, PageFormat> Pages = new Dictionary<string, PageFormat>(StringComparer.Ordinal)
    {
        ["a4"] = PageFormat.A4,
        ["a4-landscape"] = PageFormat.A4Landscape,
        ["a3-landscape"] = PageFormat.A3Landscape,
    };

    public static readonly IReadOnlyDictionary<string, Channel> Channels = new Dictionary<string, Channel>(StringComparer.Ordinal)
    {
        ["appel"] = Channel.Appel,
        ["mail"] = Channel.Mail,
        ["sms"] = Channel.Sms,
        ["papier"] = Channel.Papier,
        ["presse"] = Channel.Presse,
        ["reseau-social"] = Channel.ReseauSocial,
        ["visite"] = Channel.Visite,
    };

    public static readonly IReadOnlyDictionary<string, InjectNature> Natures = new Dictionary<string, InjectNature>(StringComparer.Ordinal)
    {
        ["care"] = InjectNature.Care,
        ["technical"] = InjectNature.Technical,
        ["organisation"] = InjectNature.Organisation,
        ["communication"] = InjectNature.Communication,
        ["legal"] = InjectNature.Legal,
    };

    public static readonly IReadOnlyDictionary<string, AnimationTeam> Teams = new Dictionary<string, AnimationTeam>(StringComparer.Ordinal)
    {
        ["haute"] = AnimationTeam.Haute,
        ["basse"] = AnimationTeam.Basse,
    };
}
