using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Kits;
using CrisisKits.Tests.Support;
using CrisisKits.Web.Kits;

namespace CrisisKits.Tests.Web.Kits;

public sealed class EsmsKitTests
{
    [TestCaseSource(typeof(KitLevelNames), nameof(KitLevelNames.All))]
    public void An_EHPAD_is_asked_for_its_own_functions_and_reads_its_own_kit(KitLevel level)
    {
        var kit = ShippedContent.Kits.Current.Find(level)!;
        var asked = KitFunction.Of(kit, KitVariant.Esms);
        Assert.That(asked.Select(function => function.Title), Is.Unique.And.Not.EquivalentTo(KitFunction.Of(kit, KitVariant.Hospital).Select(function => function.Title)));
        var typed = asked.ToDictionary(function => TypedKit.FunctionsField + function.Id, function => $"M. {function.Id}", StringComparer.Ordinal);
        typed[TypedKit.NameField] = "EHPAD Les Tilleuls";
        var (context, faults) = new CheckTypedKit(new ChooseKit(ShippedContent.Kits)).Run(new(typed), kit, KitVariant.Esms);
        Assert.That(faults, Is.Empty);
        Assert.That(context!.Variant, Is.EqualTo(KitVariant.Esms));
        Assert.That(KitPreview.Of(context).Lines.Select(line => line.Key), Is.EqualTo(asked.Select(function => function.Title)));
        Assert.That(new KitFiles(kit, KitVariant.Esms).Bundle, Does.EndWith("bundle.zip?variant=esms"));
    }
}
