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

    /// <summary>An <see cref="EstablishmentSource"/>.</summary>
    public string Source { get; init; } = EstablishmentSource.Hand.Id();

    /// <summary>What a search compares words with.</summary>
    public string SearchText => SearchWords.TextOf(Name, Town, Finess);

    public static EstablishmentRow Of(Establishment establishment, DateTimeOffset changedAt, EstablishmentSource source = EstablishmentSource.Hand) => new()
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
        Source = source.Id(),
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
    private static readonly SqlText CloseEstablishment = SqlText.Of<EstablishmentStore>("CloseEstablishment");
    private static readonly SqlText ListEstablishments = SqlText.Of<EstablishmentStore>("ListEstablishments");
    private static readonly SqlText SearchEstablishments = SqlText.Of<EstablishmentStore>("SearchEstablishments");

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

    /// <summary>Those of the directory in the order of their numbers, after one of them.</summary>
    public Task<IReadOnlyList<EstablishmentRow>> ListAsync(string after, int take) =>
        session.ListAsync<EstablishmentRow>(ListEstablishments, new { After = after, Take = take });

    /// <summary>Those that have a word beginning with each of these, in the order of their search texts, after one of them; closed ones too.</summary>
    /// <param name="words">From <see cref="SearchWords.Of"/>; none finds everything.</param>
    /// <param name="after">The number of the last of the page before; empty for the first page.</param>
    /// <param name="take">At most as many.</param>
    public Task<IReadOnlyList<EstablishmentRow>> SearchAsync(IReadOnlyList<string> words, string after, int take)
    {
        string Pattern(int index) => index < words.Count ? $"% {words[index]}%" : "%";
        return session.ListAsync<EstablishmentRow>(SearchEstablishments, new
        {
            Word1 = Pattern(0),
            Word2 = Pattern(1),
            Word3 = Pattern(2),
            Word4 = Pattern(3),
            Word5 = Pattern(4),
            Word6 = Pattern(5),
            After = after,
            Take = take,
        });
    }

    /// <summary>Many at once; a row that is there already is left alone.</summary>
    public Task AddManyAsync(IEnumerable<EstablishmentRow> establishments) => session.ExecuteRowsAsync(AddEstablishment, establishments.Select(Values));

    /// <summary>Many at once.</summary>
    public Task ChangeManyAsync(IEnumerable<EstablishmentRow> establishments) => session.ExecuteRowsAsync(ChangeEstablishment, establishments.Select(Values));

    /// <summary>They stay readable, with all that is kept of them.</summary>
    public Task CloseManyAsync(IEnumerable<string> numbers, DateTimeOffset now)
    {
        var at = SqlTypes.TextOf(now);
        return session.ExecuteRowsAsync(CloseEstablishment, numbers.Select(finess => new object?[] { finess, at }));
    }

    /// <summary>As the two statements declare them.</summary>
    private static object?[] Values(EstablishmentRow row) =>
    [
        row.Finess, row.Kind, row.ParentFiness, row.Name, row.Category, row.Town, row.PostalCode, row.Commune, row.Department, row.Region,
        row.IsOpen, SqlTypes.TextOf(row.ChangedAt), row.Source, row.SearchText,
    ];
}
