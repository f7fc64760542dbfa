using CrisisKits.Domain.Access;
using CrisisKits.Domain.Establishments;
using CrisisKits.Infrastructure.Establishments;
using CrisisKits.Infrastructure.Sql;

namespace CrisisKits.Infrastructure.Access;

/// <summary>Reads and writes people and their grants in an act of its caller.</summary>
public sealed class PersonStore(SqlSession session)
{
    private const string OfRegion = "region";
    private const string OfGroup = "group";
    private const string National = "national";

    /// <summary>Far more than an establishment gives a role to.</summary>
    private const int MostColleagues = 500;

    private static readonly SqlText FindActing = SqlText.Of<PersonStore>("FindActing");
    private static readonly SqlText FindPerson = SqlText.Of<PersonStore>("FindPerson");
    private static readonly SqlText ListMine = SqlText.Of<PersonStore>("ListMyEstablishments");
    private static readonly SqlText ListColleagues = SqlText.Of<PersonStore>("ListColleagues");
    private static readonly SqlText AddPerson = SqlText.Of<PersonStore>("AddPerson");
    private static readonly SqlText ChangePerson = SqlText.Of<PersonStore>("ChangePerson");
    private static readonly SqlText DeleteEstablishmentGrants = SqlText.Of<PersonStore>("DeleteEstablishmentGrants");
    private static readonly SqlText DeleteAgencyGrants = SqlText.Of<PersonStore>("DeleteAgencyGrants");
    private static readonly SqlText AddEstablishmentGrant = SqlText.Of<PersonStore>("AddEstablishmentGrant");
    private static readonly SqlText AddAgencyGrant = SqlText.Of<PersonStore>("AddAgencyGrant");
    private static readonly SqlText AddGroupMember = SqlText.Of<PersonStore>("AddGroupMember");

    /// <summary>
    /// A person before an establishment: of the grants only those that bear on it, of a group's members only those that put it in the group. One
    /// statement, because every request begins with it. Null when either is unknown.
    /// </summary>
    public async Task<Acting?> FindActingAsync(string personId, FinessNumber finess)
    {
        var rows = await session.ListAsync<ActingRow>(FindActing, new { PersonId = personId, Finess = finess.Value });
        if (rows is not [var first, ..])
            return null;
        var roles = new Dictionary<FinessNumber, EstablishmentRole>();
        if (RoleNames.ForEstablishments.Where(role => role.Id() == first.Role).ToArray() is [var held])
            roles.Add(finess, held);
        var agencies = rows.Where(row => row.TerritoryKind is not null)
            .GroupBy(row => (Kind: row.TerritoryKind!, Code: row.TerritoryCode!, Role: row.AgencyRole!))
            .Select(grant => new AgencyGrant(
                TerritoryOf(grant.Key.Kind, grant.Key.Code, grant.Select(row => FinessNumber.Parse(row.MemberFiness)).OfType<FinessNumber>()),
                RoleNames.ForAgencies.Single(role => role.Id() == grant.Key.Role)));
        return new(
            new(first.PersonId, first.DisplayName, first.IsActive), new(roles, [.. agencies], first.IsAdministrator), first.ToEstablishment());
    }

    /// <summary>A person before nothing in particular: of the grants only whether an administrator; null when unknown.</summary>
    public async Task<(Person Person, Grants Grants)?> FindAsync(string personId) =>
        await session.FindAsync<PersonRow>(FindPerson, new { Id = personId }) is { } row
            ? (new(row.Id, row.DisplayName, row.IsActive), Grants.None with { IsAdministrator = row.IsAdministrator })
            : null;

    /// <summary>The establishments where somebody has a role, by name; none for a closed account.</summary>
    public async Task<IReadOnlyList<MyEstablishment>> ListEstablishmentsAsync(string personId, int take) =>
    [
        .. (await session.ListAsync<MineRow>(ListMine, new { PersonId = personId, Take = take }))
            .Select(row => new MyEstablishment(row.ToEstablishment(), RoleNames.ForEstablishments.Single(role => role.Id() == row.Role))),
    ];

    /// <summary>Those whom an establishment gave a role, by name; no closed account.</summary>
    public async Task<IReadOnlyList<Colleague>> ListColleaguesAsync(FinessNumber finess) =>
    [
        .. (await session.ListAsync<ColleagueRow>(ListColleagues, new { Finess = finess.Value, Take = MostColleagues }))
            .Select(row => new Colleague(new(row.Id, row.DisplayName, row.IsActive), RoleNames.ForEstablishments.Single(role => role.Id() == row.Role))),
    ];

    /// <summary>Adds those that are not known yet and replaces the others, their grants included; members are only added to a group.</summary>
    public async Task PutAllAsync(IReadOnlyCollection<(Person Person, Grants Grants)> people, DateTimeOffset now)
    {
        var rows = people.Select(each => new { each.Person.Id, DisplayName = each.Person.Name, each.Person.IsActive, each.Grants.IsAdministrator, CreatedAt = now }).ToArray();
        await session.ExecuteEachAsync(AddPerson, rows);
        await session.ExecuteEachAsync(ChangePerson, rows);
        await session.ExecuteEachAsync(DeleteEstablishmentGrants, rows);
        await session.ExecuteEachAsync(DeleteAgencyGrants, rows);
        await session.ExecuteEachAsync(AddEstablishmentGrant,
            [.. people.SelectMany(each => each.Grants.Establishments.Select(grant => new { PersonId = each.Person.Id, Finess = grant.Key.Value, Role = grant.Value.Id(), GrantedAt = now }))]);
        await session.ExecuteEachAsync(AddAgencyGrant,
            [.. people.SelectMany(each => each.Grants.Agencies.Select(grant => AgencyRow(each.Person.Id, grant, now)))]);
        await session.ExecuteEachAsync(AddGroupMember,
            [.. people.SelectMany(each => each.Grants.Agencies).Select(grant => grant.Territory).OfType<Territory.OfGroup>()
                .SelectMany(group => group.Members.Select(member => new { GroupCode = group.Code, Finess = member.Value }))]);
    }

    private static object AgencyRow(string personId, AgencyGrant grant, DateTimeOffset now)
    {
        var (kind, code) = grant.Territory switch
        {
            Territory.OfRegion of => (OfRegion, of.Region.Code),
            Territory.OfGroup of => (OfGroup, of.Code),
            _ => (National, string.Empty),
        };
        return new { PersonId = personId, TerritoryKind = kind, TerritoryCode = code, Role = grant.Role.Id(), GrantedAt = now };
    }

    private static Territory TerritoryOf(string kind, string code, IEnumerable<FinessNumber> members) => kind switch
    {
        OfRegion => new Territory.OfRegion(Region.Find(code)!),
        OfGroup => new Territory.OfGroup(code, members.ToHashSet()),
        _ => new Territory.National(),
    };

    private sealed record PersonRow
    {
        public required string Id { get; init; }
        public required string DisplayName { get; init; }
        public required bool IsActive { get; init; }
        public required bool IsAdministrator { get; init; }
    }

    private sealed record MineRow : EstablishmentRow
    {
        public required string Role { get; init; }
    }

    private sealed record ColleagueRow
    {
        public required string Id { get; init; }
        public required string DisplayName { get; init; }
        public required bool IsActive { get; init; }
        public required string Role { get; init; }
    }

    private sealed record ActingRow : EstablishmentRow
    {
        public required string PersonId { get; init; }
        public required string DisplayName { get; init; }
        public required bool IsActive { get; init; }
        public required bool IsAdministrator { get; init; }
        public string? Role { get; init; }
        public string? TerritoryKind { get; init; }
        public string? TerritoryCode { get; init; }
        public string? AgencyRole { get; init; }
        public string? MemberFiness { get; init; }
    }
}
