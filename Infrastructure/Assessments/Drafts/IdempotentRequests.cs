using CrisisKits.Infrastructure.Sql;

namespace CrisisKits.Infrastructure.Assessments.Drafts;

/// <summary>A request its sender may repeat when no answer came.</summary>
/// <param name="Key">Chosen by the sender, at most 100 characters.</param>
/// <param name="Fingerprint">SHA-256 of what is asked, 64 hexadecimal digits: a key serves one request only.</param>
public sealed record RepeatableRequest(string Key, string Fingerprint);

/// <summary>Remembers, per person, what a key has created.</summary>
internal sealed class IdempotentRequests(SqlSession session, string personId)
{
    private static readonly SqlText FindRequest = SqlText.Of<IdempotentRequests>("FindRequest");
    private static readonly SqlText AddRequest = SqlText.Of<IdempotentRequests>("AddRequest");

    public Task<RequestRow?> FindAsync(string key) => session.FindAsync<RequestRow>(FindRequest, new { PersonId = personId, Key = key });

    public Task AddAsync(RepeatableRequest request, string createdId, DateTimeOffset now) =>
        session.ExecuteAsync(AddRequest, new { PersonId = personId, request.Key, request.Fingerprint, CreatedId = createdId, CreatedAt = now });

    public sealed record RequestRow
    {
        public required string Fingerprint { get; init; }
        public required string CreatedId { get; init; }
    }
}
