using CrisisKits.Domain.Kits;

namespace CrisisKits.Infrastructure.Kits;

/// <summary>Which part of an address names nothing.</summary>
public enum UnknownPart
{
    None,
    Version,
    Level,
    Variant,
    Scenario,
}

/// <summary>The kit that was asked for, or what is unknown and the words that would be known.</summary>
public sealed record ChosenKit(PrintContext? Context, UnknownPart Unknown, IReadOnlyList<string> Known);

/// <summary>From the words of an address or of a command to a kit in one variant and one scenario.</summary>
public sealed class ChooseKit(KitLibrary library)
{
    /// <param name="version">A version, or <c>current</c>.</param>
    /// <param name="level">A level by its identifier, or <c>expert</c>.</param>
    /// <param name="variant"><c>hospital</c> (also when null) or <c>esms</c>.</param>
    /// <param name="scenario">A scenario of the level; its first when null.</param>
    public ChosenKit Run(string? version, string? level, string? variant, string? scenario)
    {
        if (library.Find(version) is not { } edition)
            return new(null, UnknownPart.Version, [.. library.All.Select(each => each.Version), "current"]);
        if (KitLevelNames.Parse(level) is not { } known || edition.Find(known) is not { } kit)
            return new(null, UnknownPart.Level, [.. edition.Kits.Select(each => each.Level.Id())]);
        if (KitVariantNames.Parse(variant) is not { } wording)
            return new(null, UnknownPart.Variant, KitVariantNames.All);
        var found = kit.Scenarios.FirstOrDefault(each => scenario is null || each.Id == scenario);
        if (scenario is not null && found is null)
            return new(null, UnknownPart.Scenario, [.. kit.Scenarios.Select(each => each.Id)]);
        var context = new PrintContext
        {
            Kit = kit,
            Variant = wording,
            Scenario = found,
            Grid = edition.Grid,
        };
        return new(context, UnknownPart.None, []);
    }
}
