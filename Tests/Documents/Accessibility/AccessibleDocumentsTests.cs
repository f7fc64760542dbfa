using System.Collections.Concurrent;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Documents;
using CrisisKits.Infrastructure.Documents.Blocks;
using CrisisKits.Infrastructure.Grids;
using CrisisKits.Infrastructure.Kits;
using CrisisKits.Tests.Support;
using CsCheck;

namespace CrisisKits.Tests.Documents.Accessibility;

/// <summary>Every PDF we make keeps what a machine can check of PDF/UA-1.</summary>
public sealed class AccessibleDocumentsTests
{
    private static IEnumerable<TestCaseData<PrintContext>> Kits() =>
        ShippedContent.Contexts().Select(context => new TestCaseData<PrintContext>(context).SetArgDisplayNames(ShippedContent.Name(context)));

    [TestCaseSource(nameof(Kits))]
    public void Every_document_of_a_kit_is_accessible(PrintContext context) => Check(
        context.Kit.Documents.Select(document => ComposeDocument.Run(document, context)));

    [TestCaseSource(nameof(Kits))]
    public void The_documents_of_an_audience_are_accessible_behind_their_cover(PrintContext context) => Check(
        AudienceNames.All.Select(audience => ComposeAudience.Run(audience, context)).OfType<Publication>());

    [Test]
    public void The_blank_grid_is_accessible_in_both_wordings() => Check(
        from grid in ShippedContent.Grids.All
        from variant in Enum.GetValues<KitVariant>()
        select BlankGridDocument.Of(grid, variant));

    [Test]
    public void Every_kind_of_block_is_accessible_alone_and_merged()
    {
        var everything = Samples.Document(EveryBlock.All) with { Contents = true, Page = PageFormat.A4Landscape };
        Check([
            Samples.Publication(everything),
            Samples.Publication(everything, Samples.Document(), everything) with { Cover = new("Joueurs", "Kit débutant", 1, "Écrans noirs", "Ce que reçoivent les joueurs.", ["Avis."]) },
        ]);
    }

    [Test]
    public void The_sample_has_every_kind_of_block() => Assert.That(
        EveryBlock.All.Select(block => block.GetType()).Distinct(),
        Is.EquivalentTo(typeof(Block).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Block)) && !type.IsAbstract)));

    /// <summary>Headings at any level anywhere, empty cells, items and paragraphs, rows of any length: authors may write all of it.</summary>
    [Test]
    public void Any_mix_of_blocks_is_accessible() => EveryBlock.Mixed.Sample(
        blocks => CheckAccessibility.Run(Samples.Print(blocks)).Count == 0,
        iter: 60, print: blocks => string.Join('\n', CheckAccessibility.Run(Samples.Print(blocks))));

    private static void Check(IEnumerable<Publication> publications)
    {
        var findings = new ConcurrentBag<string>();
        var all = publications.ToList();
        Assert.That(all, Is.Not.Empty);
        Parallel.ForEach(all, publication =>
        {
            foreach (var finding in CheckAccessibility.Run(PrintPublication.Run(publication).Bytes))
                findings.Add($"{publication.Title}: {finding}");
        });
        Assert.That(findings.Order(StringComparer.Ordinal), Is.Empty);
    }
}
