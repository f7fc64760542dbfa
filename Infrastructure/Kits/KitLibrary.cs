using CrisisKits.Domain.Grids;
using CrisisKits.Domain.Kits;
using CrisisKits.Infrastructure.Content;
using CrisisKits.Infrastructure.Grids;
using CrisisKits.Infrastructure.Kits.Reading;

namespace CrisisKits.Infrastructure.Kits;

/// <summary>The kits of one version, lowest level first, and the grid whose themes their stimuli name.</summary>
public sealed record KitEdition(string Version, Grid Grid, IReadOnlyList<Kit> Kits)
{
    public Kit? Find(KitLevel level) => Kits.FirstOrDefault(kit => kit.Level == level);
}

/// <summary>Every published kit, read once; wrong content stops the program with the list of mistakes.</summary>
public sealed class KitLibrary
{
    /// <summary>Stimuli name themes of the grid of the same version, or of the current one when kits are newer.</summary>
    public KitLibrary(ContentFiles files, GridLibrary grids) =>
        All = [.. ContentVersions.Under(files, "kits").Select(version => Read(files, version, grids))];

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<KitEdition> All { get; }

    public KitEdition Current => All[^1];

    /// <summary>The kits of a version, or of <c>current</c>.</summary>
    public KitEdition? Find(string? version) =>
        version == "current" ? Current : All.FirstOrDefault(kits => kits.Version == version);

    private static KitEdition Read(ContentFiles files, string version, GridLibrary grids)
    {
        var grid = grids.Find(version) ?? grids.Current;
        var levels = KitLevelNames.All.Where(level => files.Exists($"kits/{version}/{level.Id()}/kit.yaml"));
        return new(version, grid, [.. levels.Select(level => KitReader.Read(files, version, level, grid))]);
    }
}
