using CrisisKits.Domain.Access;
using CrisisKits.Domain.Establishments;
using CrisisKits.Infrastructure.Sql;

namespace CrisisKits.Infrastructure.Access;

/// <summary>
/// The one door to what is kept of an establishment: an act is given its session only after <see cref="Visibility"/> said yes, in that same session.
/// A number that is none, one the directory does not know and one this person may not see are answered alike.
/// </summary>
public sealed class Admission(SqlEngine engine)
{
    public Task<Acted<T>> ReadAsync<T>(Visit visit, Act act, Func<SqlSession, Acting, Task<Acted<T>>> run, CancellationToken cancellationToken)
        where T : class =>
        engine.ReadAsync(session => AdmitAsync(session, visit, act, run), cancellationToken);

    public Task<Acted<T>> WriteAsync<T>(Visit visit, Act act, Func<SqlSession, Acting, Task<Acted<T>>> run, CancellationToken cancellationToken)
        where T : class =>
        engine.WriteAsync(session => AdmitAsync(session, visit, act, run), cancellationToken);

    /// <summary>To add an establishment to the directory or correct it: the number may be one that is not there yet, and then the establishment is null.</summary>
    public Task<Acted<T>> CorrectAsync<T>(Visit visit, Func<SqlSession, Establishment?, Task<Acted<T>>> run, CancellationToken cancellationToken)
        where T : class =>
        engine.WriteAsync<Acted<T>>(
            async session =>
            {
                if (FinessNumber.Parse(visit.Finess) is not { } finess)
                    return AccessDecision.NotFound;
                var people = new PersonStore(session);
                if (await people.FindActingAsync(visit.PersonId, finess) is { } acting)
                    return acting.May(Act.CorrectDirectory) is { IsAllowed: false } refused ? refused : await run(session, acting.Establishment);
                return await people.FindAsync(visit.PersonId) is var (person, grants)
                    && Visibility.OfUnknown(person, grants, Act.CorrectDirectory).IsAllowed ? await run(session, null) : AccessDecision.NotFound;
            },
            cancellationToken);

    private static async Task<Acted<T>> AdmitAsync<T>(SqlSession session, Visit visit, Act act, Func<SqlSession, Acting, Task<Acted<T>>> run)
        where T : class
    {
        if (FinessNumber.Parse(visit.Finess) is not { } finess || await new PersonStore(session).FindActingAsync(visit.PersonId, finess) is not { } acting)
            return AccessDecision.NotFound;
        var decision = acting.May(act);
        return decision.IsAllowed ? await run(session, acting) : decision;
    }
}
