using CrisisKits.Domain.Establishments;
using CrisisKits.Infrastructure.Sql;

namespace CrisisKits.Infrastructure.Establishments;

/// <summary>An establishment as kept; its codes are those of the FINESS directory.</summary>
public record EstablishmentRow
{
    /// <summary>Nine characters, without spaces.</summary>
    public required string Finess { get; init; }

    /// <summary><c>legal-entity</c>, or <c>site</c>, which has a parent.</summary>
    public required string Kind { get; init; }
    public string? ParentFiness { get; init; }
    public required string Name { get; init; }
    public string? Category { get; init; }
    public required string Town { get; init; }
    public string? PostalCode { get; init; }

    /// <summary>INSEE code of the commune, five characters.</summary>
    public string? Commune { get; init; }
    public required string Department { get; init; }

    /// <summary>INSEE code of the region; null outside the eighteen.</summary>
    public string? Region { get; init; }
    public required bool IsOpen { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }

    public static EstablishmentRow Of(Establishment establishment, DateTimeOffset changedAt) => new()
    {
        Finess = establishment.Finess.Value,
        Kind = establishment.Kind.Id(),
        ParentFiness = establishment.Parent?.Value,
        Name = establishment.Name,
        Category = establishment.Category,
        Town = establishment.Town,
        PostalCode = establishment.PostalCode,
        Commune = establishment.Commune,
        Department = establishment.Department.Code,
        Region = establishment.Region?.Code,
        IsOpen = establishment.IsOpen,
        ChangedAt = changedAt,
    };

    public Establishment ToEstablishment() => new()
    {
        Finess = FinessNumber.Parse(Finess)!,
        Kind = EstablishmentKindNames.Parse(Kind)!.Value,
        Parent = FinessNumber.Parse(ParentFiness),
        Name = Name,
        Category = Category,
        Town = Town,
        PostalCode = PostalCode,
        Commune = Commune,
        Department = Domain.Establishments.Department.Find(Department)!,
        IsOpen = IsOpen,
    };
}

/// <summary>Reads and writes establishments in an act of its caller.</summary>
public sealed class EstablishmentStore(SqlSession session)
{
    private static readonly SqlText FindEstablishment = SqlText.Of<EstablishmentStore>("FindEstablishment");
    private static readonly SqlText AddEstablishment = SqlText.Of<EstablishmentStore>("AddEstablishment");
    private static readonly SqlText ChangeEstablishment = SqlText.Of<EstablishmentStore>("ChangeEstablishment");

    public Task<EstablishmentRow?> FindAsync(string finess) =>
        session.FindAsync<EstablishmentRow>(FindEstablishment, new { Finess = finess });

    /// <summary>Adds those that are not known yet and replaces the others. A site comes after its parent, or the parent is known.</summary>
    /// <returns>How many were added.</returns>
    public async Task<int> PutAllAsync(IReadOnlyCollection<EstablishmentRow> establishments)
    {
        var added = await session.ExecuteEachAsync(AddEstablishment, establishments);
        await session.ExecuteEachAsync(ChangeEstablishment, establishments);
        return added;
    }
}
