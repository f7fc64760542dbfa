namespace CrisisKits.Domain.Access;

/// <summary>Somebody who signs in, under a professional identity.</summary>
/// <param name="Id">32 lower-case hexadecimal characters; all that is kept beside what was done.</param>
/// <param name="Name">As shown to colleagues.</param>
/// <param name="IsActive">False once the account is closed: every right sleeps with it.</param>
public sealed record Person(string Id, string Name, bool IsActive);

/// <summary>Who did something, and when.</summary>
/// <param name="By">The id of a <see cref="Person"/>.</param>
/// <param name="At">UTC.</param>
public sealed record Stamp(string By, DateTimeOffset At);
