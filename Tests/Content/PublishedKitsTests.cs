using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents;
using CrisisKits.Infrastructure.Kits;
using CrisisKits.Tests.Support;

namespace CrisisKits.Tests.Content;

public sealed class PublishedKitsTests
{
    [Test]
    public void The_shipped_kits_load() => Assert.That(ShippedContent.Kits.Current.Kits.Select(kit => kit.Level), Is.EqualTo(KitLevelNames.All));

    [Test]
    public void Every_document_of_every_variant_can_be_composed()
    {
        Assert.Multiple(() =>
        {
            foreach (var context in ShippedContent.Contexts())
                foreach (var document in context.Kit.Documents)
                    Assert.That(() => ComposeDocument.Run(document, context), Throws.Nothing, $"{ShippedContent.Name(context)} {document.Id}");
        });
    }

    [Test]
    public void Every_document_of_every_variant_can_be_printed()
    {
        Assert.Multiple(() =>
        {
            foreach (var context in ShippedContent.Contexts())
                foreach (var document in context.Kit.Documents)
                    Assert.That(() => PrintPublication.Run(ComposeDocument.Run(document, context)).Pages, Is.Positive, $"{ShippedContent.Name(context)} {document.Id}");
        });
    }

    [Test]
    public void Every_character_written_has_its_glyph_in_every_face() => Assert.That(
        ShippedContent.Files.Paths.SelectMany(path => PrintableText.Missing(ShippedContent.Files.Text(path).Replace("☐", "", StringComparison.Ordinal))
            .Select(character => $"{path} : « {character} »")),
        Is.Empty);

    [Test]
    public void A_character_without_a_glyph_is_found() =>
        Assert.That(PrintableText.Missing("Œuvre à 6,8 → 病"), Is.EqualTo(new[] { "→", "病" }));
}
