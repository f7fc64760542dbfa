using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Kits.Twins;

namespace CrisisKits.Web.Kits;

/// <summary>Where the blank files of a kit are downloaded, in one variant: public, and the same for everyone.</summary>
public sealed record KitFiles(Kit Kit, KitVariant Variant)
{
    private string Root => $"/api/v1/kits/{Kit.Version}/{Kit.Level.Id()}";

    private string Query => Variant == KitVariant.Hospital ? string.Empty : $"?variant={Variant.Id()}";

    public string Bundle => $"{Root}/bundle.zip{Query}";

    public string Of(Audience audience) => $"{Root}/{audience.Id()}.pdf{Query}";

    public string Of(KitDocument document) => $"{Root}/documents/{document.Id}.pdf{Query}";

    public string Of(KitDocument document, TwinFormat format) => $"{Root}/documents/{document.Id}.{format.Extension()}{Query}";

    /// <summary>Audiences the kit has documents for, in print order.</summary>
    public IEnumerable<(Audience Audience, IReadOnlyList<KitDocument> Documents)> Audiences => AudienceNames.All
        .Select(audience => (audience, (IReadOnlyList<KitDocument>)[.. Kit.Documents.Where(document => document.Audience == audience)]))
        .Where(pair => pair.Item2.Count > 0);
}
