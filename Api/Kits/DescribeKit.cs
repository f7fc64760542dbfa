using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Kits;
using CrisisKits.Infrastructure.Kits.Twins;

namespace CrisisKits.Api.Kits;

/// <summary>A kit as the catalogue shows it; pages are counted on the documents themselves.</summary>
public sealed class DescribeKit(PrintKit prints)
{
    public KitResponse Run(PrintContext context)
    {
        var kit = context.Kit;
        var root = KitAddresses.Of(kit);
        var query = KitAddresses.Query(context);
        return new(
            kit.Version,
            kit.Level,
            kit.Title,
            kit.Tagline,
            context.Variant,
            context.Scenario?.Id,
            [.. kit.Scenarios.Select(scenario => new ScenarioResponse(scenario.Id, scenario.For(context.Variant).Title))],
            FormatResponse.Of(kit.Format(context.Variant)),
            context.Scenario?.For(context.Variant).Injects.Count ?? 0,
            [.. kit.Documents.Select(document => new DocumentResponse(
                document.Id, document.Title, document.Audience, prints.Document(document, context).Pages, $"{root}/documents/{document.Id}.pdf{query}",
                [.. EditableTwins.Of(document).Select(format => new EditableResponse(format.Extension(), $"{root}/documents/{document.Id}.{format.Extension()}{query}"))]))],
            [.. AudienceNames.All.Select(audience => new AudienceResponse(
                audience, kit.Documents.Count(document => document.Audience == audience), $"{root}/{audience.Id()}.pdf{query}")).Where(each => each.Documents > 0)],
            $"{root}/bundle.zip{query}");
    }
}
