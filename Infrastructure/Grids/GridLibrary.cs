using CrisisKits.Domain.Grids;
using CrisisKits.Infrastructure.Content;

namespace CrisisKits.Infrastructure.Grids;

/// <summary>Every published grid, read once; wrong content stops the program with the list of mistakes.</summary>
public sealed class GridLibrary
{
    public GridLibrary(ContentFiles files) =>
        All = [.. ContentVersions.Under(files, "grids").Select(version => GridReader.Read(files, version))];

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Grid> All { get; }

    public Grid Current => All[^1];

    /// <summary>A grid by its version, or <c>current</c>.</summary>
    public Grid? Find(string? version) =>
        version == "current" ? Current : All.FirstOrDefault(grid => grid.Version == version);
}
